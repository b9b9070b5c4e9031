import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPainter, type Painter } from '../../anchoring/paint.ts';
import { one, present } from '../page/present.ts';
import { recordShadowRoots } from '../page/shadowRoots.ts';

const highlights = present(Object.getOwnPropertyDescriptor(CSS, 'highlights'));
let painter: Painter;
let roots: ReturnType<typeof recordShadowRoots>;
beforeEach(() => {
  Object.defineProperty(CSS, 'highlights', { configurable: true, value: undefined });
  roots = recordShadowRoots();
  document.body.innerHTML =
    '<p style="width:12em">A passage that goes over several lines, because the column is narrow.</p><div style="height:3000px">';
  painter = createPainter();
});
afterEach(() => {
  painter.paint('mine', []);
  painter.paint('uncertain', []);
  Object.defineProperty(CSS, 'highlights', highlights);
  document.body.replaceChildren();
  scrollTo(0, 0);
});

const passage = (): Range => {
  const range = document.createRange();
  range.selectNodeContents(one('p'));
  return range;
};
const boxes = (): DOMRect[] => [...present(roots().at(-1)).children].map((box) => box.getBoundingClientRect());
const tops = (rects: Iterable<DOMRect>): number[] => [...rects].map(({ top }) => Math.round(top));

test('where the browser has no highlights, each line has a box in a tree that the page can’t reach', () => {
  painter.paint('mine', [passage()]);
  expect(boxes().length).toBeGreaterThan(1);
  expect(tops(boxes())).toEqual(tops(passage().getClientRects()));
  expect(present(roots().at(-1)).host.shadowRoot).toBeNull();
  expect(one('p').outerHTML).not.toContain('div');
});

test('the boxes take no clicks', () => {
  painter.paint('mine', [passage()]);
  const { left, top } = present(boxes()[0]);
  expect(document.elementFromPoint(left + 5, top + 5)).toBe(one('p'));
});

test('they follow the page when it scrolls', async () => {
  painter.paint('mine', [passage()]);
  scrollTo({ top: 20, behavior: 'instant' });
  await vi.waitFor(() => expect(tops(boxes())).toEqual(tops(passage().getClientRects())));
});

test('taken off by the page, they are put back', () => {
  painter.paint('mine', [passage()]);
  const { host } = present(roots().at(-1));
  host.remove();
  expect(painter.repaint()).toBe(false);
  expect(host.isConnected).toBe(true);
  expect(painter.repaint()).toBe(true);
});

test('what is uncertain has its line only, and with the last mark all of it goes', () => {
  painter.paint('uncertain', [passage()]);
  const [box] = present(roots().at(-1)).children;
  expect(getComputedStyle(present(box)).backgroundColor).toBe('rgba(0, 0, 0, 0)');
  expect(getComputedStyle(present(box)).borderBottomStyle).toBe('dotted');
  painter.paint('uncertain', []);
  expect(present(roots().at(-1)).host.isConnected).toBe(false);
});
