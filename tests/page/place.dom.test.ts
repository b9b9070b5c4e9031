import { afterEach, expect, test } from 'vitest';
import { scrollTo } from '../../page/place.ts';
import { inside, one, present } from './present.ts';

afterEach(() => {
  document.body.replaceChildren();
  window.scrollTo(0, 0);
});

const put = (markup: string): void => {
  document.body.innerHTML = markup;
};
function goTo(element: Element): void {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  scrollTo(range);
}
const openIds = (root: ParentNode = document): string[] =>
  [...root.querySelectorAll('details')].filter(({ open }) => open).map(({ id }) => id);
const isInSight = (element: Element): boolean => {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && top >= 0 && bottom <= innerHeight;
};
const FAR = '<div style="height:4000px"></div>';

test('a passage in closed details, also within others, is unfolded and in sight; others stay as they are', () => {
  put(
    `${FAR}<details id="outer"><summary>More</summary><details id="inner"><summary>Yet more</summary><p id="a">Folded away.</p></details></details><details id="other"><p>Elsewhere.</p></details>`,
  );
  goTo(one('#a'));
  expect(openIds()).toEqual(['outer', 'inner']);
  expect(isInSight(one('#a'))).toBe(true);
});

test('a passage in the summary is shown as it is', () => {
  put('<details id="outer"><summary>More of <b id="a">the story</b></summary><summary>No <b id="b">second one</b></summary></details>');
  goTo(one('#a'));
  expect(openIds()).toEqual([]);
  goTo(one('#b'));
  expect(openIds()).toEqual(['outer']);
});

test('a passage that only ends in closed details is unfolded whole', () => {
  put('<p id="a">Before.</p><details id="outer"><summary>More</summary><p id="b">Folded away.</p></details>');
  const range = document.createRange();
  range.setStart(one('#a'), 0);
  range.setEnd(one('#b'), 1);
  scrollTo(range);
  expect(openIds()).toEqual(['outer']);
});

test('details around a shadow tree, a slot and a frame are opened', () => {
  put('<details id="outer"><section><p id="slotted">Put into a slot.</p></section><iframe></iframe></details>');
  const root = one('section').attachShadow({ mode: 'open' });
  root.innerHTML = '<details id="shadow"><slot></slot></details><p id="beside">Beside it.</p>';
  goTo(one('#beside', root));
  expect([openIds(), openIds(root)]).toEqual([['outer'], []]);
  goTo(one('#slotted'));
  expect(openIds(root)).toEqual(['shadow']);

  one<HTMLDetailsElement>('#outer').open = false;
  const frame = inside(one('iframe'));
  frame.body.innerHTML = '<details id="framed"><p>Folded away in a frame.</p></details>';
  goTo(present(frame.querySelector('p')));
  expect([openIds(), openIds(frame)]).toEqual([['outer'], ['framed']]);
});

test('a form that leads in a circle ends nothing', () => {
  put('<details id="outer"><form><input name="parentNode"><input name="assignedSlot"><p id="a">In a form.</p></form></details>');
  goTo(one('#a'));
  expect(one('form').parentElement).toBe(one('#outer'));
});
