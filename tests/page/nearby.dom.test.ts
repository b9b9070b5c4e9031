import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FoundMark } from '../../page/foundMark.ts';
import { createNearby, type Nearby } from '../../page/nearby.ts';

let nearby: Nearby;
const moved = vi.fn();
beforeEach(() => {
  moved.mockReset();
  nearby = createNearby(moved);
});
afterEach(() => {
  nearby.stop();
  document.body.replaceChildren();
  scrollTo(0, 0);
});

/** As many paragraphs of 100 pixels each, and a mark in each. */
function marked(paragraphs: number): FoundMark[] {
  document.body.innerHTML = `<main style="margin:0">${'<p style="height:100px;margin:0">Some words of a page.</p>'.repeat(paragraphs)}</main>`;
  return [...document.querySelectorAll('p')].map((paragraph, index) => {
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    return {
      mark: { id: String(index), part: 0, why: '', colour: 'mine', selectors: [] },
      quality: 'exact',
      text: range.toString(),
      range,
    };
  });
}
const isFollowed = ({ range }: FoundMark): boolean => range instanceof Range;

test('a few marks are near wherever they are', () => {
  const marks = marked(20);
  expect(nearby.of(marks)).toEqual(marks);
  expect(marks.every(isFollowed)).toBe(true);
});

test('of a thousand, only those around the window are followed', async () => {
  const marks = marked(1_000);
  expect(nearby.of(marks)).toEqual([]);
  await vi.waitFor(() => expect(moved).toHaveBeenCalled());
  const near = nearby.of(marks);
  expect(near[0]).toBe(marks[0]);
  expect(near.length).toBeGreaterThanOrEqual(Math.floor(innerHeight / 100));
  expect(near.length).toBeLessThanOrEqual(Math.ceil((2 * innerHeight) / 100) + 1);
  expect(marks.filter(isFollowed)).toEqual(near);
});

test('scrolling brings others near, and writes down what is left behind', async () => {
  const marks = marked(1_000);
  nearby.of(marks);
  await vi.waitFor(() => expect(moved).toHaveBeenCalled());
  scrollTo({ top: 50_000, behavior: 'instant' });
  await vi.waitFor(() => expect(nearby.of(marks)).toContain(marks[500]));
  expect(nearby.of(marks)).not.toContain(marks[0]);
  expect(marks.filter(isFollowed)).toEqual(nearby.of(marks));
});

test('a passage in an element without a box of its own counts by the box around it', async () => {
  const marks = marked(40);
  for (const paragraph of document.querySelectorAll('p'))
    paragraph.innerHTML = `<span style="display:contents">${paragraph.innerHTML}</span>`;
  for (const [index, span] of [...document.querySelectorAll('span')].entries()) {
    const range = document.createRange();
    range.selectNodeContents(span);
    const mark = marks[index];
    if (mark) mark.range = range;
  }
  nearby.of(marks);
  await vi.waitFor(() => expect(nearby.of(marks)).toContain(marks[0]));
});
