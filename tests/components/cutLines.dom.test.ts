import { expect, test, vi } from 'vitest';
import { watchCut } from '../../components/cutLines.ts';

/** An element of a line's height that notes when it is looked at. */
function folded(name: string, lines: number, log: string[]): HTMLElement {
  const element = document.body.appendChild(document.createElement('div'));
  element.style.cssText = 'overflow: hidden; height: 20px; line-height: 20px; white-space: pre';
  element.textContent = Array.from({ length: lines }, () => name).join('\n');
  Object.defineProperty(element, 'scrollHeight', {
    get: () => {
      log.push(`${name} is looked at`);
      return 20 * lines;
    },
  });
  return element;
}

test('all elements are looked at before any is told, and one that is no longer watched is neither', async () => {
  const log: string[] = [];
  const elements = [folded('one', 3, log), folded('two', 1, log), folded('three', 2, log)] as const;
  const stops = elements.map((element, n) => watchCut(element, (isCut) => log.push(`${n}: ${isCut}`)));
  stops[2]?.();
  await vi.waitFor(() => expect(log).toHaveLength(4));
  expect(log).toEqual(['one is looked at', 'two is looked at', '0: true', '1: false']);
  for (const stop of stops) stop();
  for (const element of elements) element.remove();
});
