import { vi } from 'vitest';

/** The shadow roots that are made from now on, closed ones too, the newest last. */
export function recordShadowRoots(): () => readonly ShadowRoot[] {
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  return () => attach.mock.results.flatMap(({ type, value }) => (type === 'return' ? [value as ShadowRoot] : []));
}
