import { afterEach, expect, test } from 'vitest';
import type { FoundMark } from '../../page/foundMark.ts';
import { inPageOrder } from '../../page/pageOrder.ts';
import { one, present } from './present.ts';

afterEach(() => document.body.replaceChildren());

function over(node: Node, start = 0): FoundMark {
  const range = present(node.ownerDocument).createRange();
  range.setStart(node, start);
  range.setEnd(node, start + 1);
  const id = `${node.nodeValue} ${start}`;
  return { mark: { id, part: 0, why: '', colour: 'mine', selectors: [] }, quality: 'exact', text: range.toString(), range };
}

test('marks in frames and in shadow trees come where these stand in the page', () => {
  document.body.innerHTML = '<p>first</p><div></div><iframe></iframe><p>last</p>';
  const root = one('div').attachShadow({ mode: 'open' });
  root.innerHTML = '<p>second</p>';
  const inner = present(one<HTMLIFrameElement>('iframe').contentDocument);
  inner.body.innerHTML = '<p>third</p><div></div>';
  const deep = one('div', inner).attachShadow({ mode: 'open' });
  deep.innerHTML = '<p>fourth</p>';
  const texts = [document, root, inner, deep].flatMap((tree) =>
    [...tree.querySelectorAll('p')].map(({ firstChild }) => present(firstChild)),
  );
  const marks = [...texts.map((text) => over(text)), over(present(texts[0]), 2)];
  expect(inPageOrder(marks.toReversed()).map(({ mark }) => mark.id)).toEqual([
    'first 0',
    'first 2',
    'second 0',
    'third 0',
    'fourth 0',
    'last 0',
  ]);
});
