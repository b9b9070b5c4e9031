import { afterEach, expect, test } from 'vitest';
import { textIn } from '../../capture/region.ts';
import { one } from '../page/present.ts';

afterEach(() => document.body.replaceChildren());

test('the words that stand in the rectangle are read, a line break between blocks', () => {
  document.body.innerHTML =
    '<p id="above">above</p><p>one <b>two</b></p><p>three<span style="visibility:hidden"> secret</span></p><p id="below">below</p><script>code</script>';
  const top = one('#above').getBoundingClientRect().bottom + 1;
  const bottom = one('#below').getBoundingClientRect().top - 1;
  expect(textIn(document, { x: 0, y: top, width: innerWidth, height: bottom - top })).toBe('one two\nthree');
});

test('a word that is cut through goes with its middle', () => {
  document.body.innerHTML = '<p style="font: 20px monospace; white-space: nowrap">inside <span id="half">crossing</span> outside</p>';
  const { left, right, width } = one('#half').getBoundingClientRect();
  expect(textIn(document, { x: 0, y: 0, width: left + width * 0.6, height: 300 })).toBe('inside crossing');
  expect(textIn(document, { x: right - width * 0.4, y: 0, width: 2_000, height: 300 })).toBe('outside');
});

test('letters that are marked up one by one are one word', () => {
  document.body.innerHTML = '<p>un<b>like</b>ly it is</p>';
  expect(textIn(document, { x: 0, y: 0, width: 2_000, height: 2_000 })).toBe('unlikely it is');
});

test('nothing in sight is no text', () => {
  document.body.innerHTML = '<p style="margin-top: 5000px">far</p>';
  expect(textIn(document, { x: 0, y: 0, width: 100, height: 100 })).toBe('');
});
