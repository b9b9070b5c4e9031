import { afterEach, expect, test } from 'vitest';
import { createPainter } from '../../anchoring/paint.ts';

afterEach(() => {
  document.body.replaceChildren();
  CSS.highlights.clear();
});

function rangeOver(words: string): Range {
  const paragraph = document.createElement('p');
  paragraph.append(words);
  document.body.append(paragraph);
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  return range;
}

const painted = (): string[][] => ['w-1', 'w-2', 'w-3'].map((name) => [...(CSS.highlights.get(name) ?? [])].map(String));

test('each colour holds the ranges that it was given last', () => {
  const painter = createPainter(window);
  painter.paint('mine', [rangeOver('one'), rangeOver('two')]);
  painter.paint('shared', [rangeOver('three')]);
  expect(painted()).toEqual([['one', 'two'], ['three'], []]);
  painter.paint('mine', []);
  expect(painted()).toEqual([[], ['three'], []]);
});

test('what the page took off is painted again, and what the page painted stays', () => {
  const painter = createPainter(window);
  painter.paint('mine', [rangeOver('one')]);
  CSS.highlights.clear();
  CSS.highlights.set('pages-own', new Highlight(rangeOver('theirs')));
  painter.repaint();
  expect(painted()[0]).toEqual(['one']);
  painter.paint('mine', []);
  expect(CSS.highlights.has('pages-own')).toBe(true);
});

test('painting changes no node of the page', () => {
  const range = rangeOver('one');
  const before = document.body.innerHTML;
  createPainter(window).paint('mine', [range]);
  expect(document.body.innerHTML).toBe(before);
});

test('a browser without the API paints nothing and fails nowhere', () => {
  const painter = createPainter({ CSS: {} as typeof CSS, Highlight });
  painter.paint('mine', [rangeOver('one')]);
  painter.repaint();
  expect(painted()[0]).toEqual([]);
});
