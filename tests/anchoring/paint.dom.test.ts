import { afterEach, expect, test, vi } from 'vitest';
import { LOOKS, type Paint } from '../../anchoring/looks.ts';
import { createPainter, type Painter } from '../../anchoring/paint.ts';

let painter: Painter | undefined;
const start = (): Painter => (painter = createPainter());
afterEach(() => {
  for (const paint of Object.keys(LOOKS) as Paint[]) painter?.paint(paint, []); // the keys are paints
  document.body.replaceChildren();
  CSS.highlights.clear();
});

function rangeOver(words: string, parent: Node = document.body): Range {
  const paragraph = (parent.ownerDocument ?? document).createElement('p');
  paragraph.append(words);
  parent.appendChild(paragraph);
  const range = paragraph.ownerDocument.createRange();
  range.selectNodeContents(paragraph);
  return range;
}

const painted = (view: typeof globalThis = window): string[][] =>
  (['mine', 'shared', 'flash'] as const).map((paint) => [...(view.CSS.highlights.get(LOOKS[paint].name) ?? [])].map(String));

test('each paint holds the ranges that it was given last', () => {
  start().paint('mine', [rangeOver('one'), rangeOver('two')]);
  painter?.paint('shared', [rangeOver('three')]);
  expect(painted()).toEqual([['one', 'two'], ['three'], []]);
  painter?.paint('mine', []);
  expect(painted()).toEqual([[], ['three'], []]);
});

test('of ranges that stay, none is painted anew', () => {
  const [one, two, three] = [rangeOver('one'), rangeOver('two'), rangeOver('three')];
  start().paint('mine', [one, two]);
  const add = vi.spyOn(Highlight.prototype, 'add');
  painter?.paint('mine', [two, three]);
  expect(painted()[0]).toEqual(['two', 'three']);
  expect(add).toHaveBeenCalledExactlyOnceWith(three);
});

test('what the page took off is painted again, and what the page painted stays', () => {
  start().paint('mine', [rangeOver('one')]);
  CSS.highlights.clear();
  CSS.highlights.set('pages-own', new Highlight(rangeOver('theirs')));
  expect(painter?.repaint()).toBe(false);
  expect(painter?.repaint()).toBe(true);
  expect(painted()[0]).toEqual(['one']);
  painter?.paint('mine', []);
  expect(CSS.highlights.has('pages-own')).toBe(true);
});

test('painting changes no node of the page', () => {
  const range = rangeOver('one');
  const before = document.documentElement.outerHTML;
  start().paint('mine', [range]);
  expect(document.documentElement.outerHTML).toBe(before);
});

test('a frame’s text is painted in the frame’s own window, with the rules that it lacks', () => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inner = frame.contentWindow as typeof globalThis & Window; // of the page's own origin
  start().paint('mine', [rangeOver('outside'), rangeOver('inside', inner.document.body)]);
  expect([painted()[0], painted(inner)[0]]).toEqual([['outside'], ['inside']]);
  const colour = (): string => inner.getComputedStyle(inner.document.body, '::highlight(w-1)').backgroundColor;
  expect(colour()).toBe('rgba(242, 185, 29, 0.32)');
  inner.document.adoptedStyleSheets = [];
  expect(colour()).toBe('rgba(0, 0, 0, 0)');
  painter?.repaint();
  expect(colour()).toBe('rgba(242, 185, 29, 0.32)');
  painter?.paint('mine', [rangeOver('outside alone')]);
  expect(painted(inner)[0]).toEqual([]);
});

test('the text of a shadow tree is painted in its colour', () => {
  const host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const range = rangeOver('inside', root);
  start().paint('rejected', [range]);
  const style = getComputedStyle(range.startContainer as Element, '::highlight(w-5)'); // the paragraph
  expect(style.backgroundColor).toBe('rgba(208, 64, 43, 0.2)');
});
