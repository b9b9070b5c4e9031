import { vi } from 'vitest';
import { present } from './present.ts';

/** The shadow roots that are made from now on, closed ones too, the newest last. */
export function recordShadowRoots(): () => readonly ShadowRoot[] {
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  return () => attach.mock.results.flatMap(({ type, value }) => (type === 'return' ? [value] : []));
}

/** The newest shadow root's host. */
export const newestHost = (roots: readonly ShadowRoot[]): HTMLElement => present(roots.at(-1)).host as HTMLElement; // ours are HTML
