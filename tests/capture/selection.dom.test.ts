import { afterEach, expect, test } from 'vitest';
import { isEditing, selectionOf } from '../../capture/selection.ts';
import { inside, one } from '../page/present.ts';

afterEach(() => {
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

function select(markup: string, selector: string, root: ParentNode & { getSelection?: () => Selection | null } = document): void {
  if (markup) document.body.innerHTML = markup;
  const range = document.createRange();
  range.selectNodeContents(one(selector, root));
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

function selectInField(markup: string): void {
  document.body.innerHTML = markup;
  const field = one<HTMLInputElement>('input, textarea');
  field.focus();
  field.setSelectionRange(0, 5);
}

test('what is selected in the page is its text and its range', () => {
  select('<p>One <b>two</b></p>', 'b');
  const selected = selectionOf(window);
  expect(selected?.text).toBe('two');
  expect(selected?.range?.toString()).toBe('two');
});

test('blocks are set apart by line breaks, and hidden text is left out', () => {
  select('<div><p>One</p><p>two<span hidden>secret</span></p><ul><li>three</li></ul></div>', 'div');
  expect(selectionOf(window)?.text).toMatch(/^One\n+two\n+three$/);
});

test.each([
  ['nothing', '<p></p>'],
  ['white space', '<p> \n </p>'],
])('%s selected is no selection', (_, markup) => {
  select(markup, 'p');
  expect(selectionOf(window)).toBeNull();
});

test.each(['<input value="typed words">', '<textarea>typed words</textarea>', '<input type="search" value="typed words">'])(
  'a selection in %s has a text and no range',
  (markup) => {
    selectInField(markup);
    expect(selectionOf(window)).toEqual({ text: 'typed' });
  },
);

test.each([
  '<input type="password" value="secret words">',
  '<input autocomplete="current-password" value="secret words">',
  '<input autocomplete="one-time-code" value="123456">',
  '<input autocomplete="section-a billing cc-number" value="4111111">',
])('a selection in %s is nobody’s business', (markup) => {
  selectInField(markup);
  expect(selectionOf(window)).toBeNull();
});

test('a focused field without a selection hides none in the page', () => {
  select('<p>One</p><input type="checkbox">', 'p');
  one('input').focus();
  expect(selectionOf(window)?.text).toBe('One');
});

test('a selection in a frame of the same origin is found, also two frames deep', () => {
  document.body.innerHTML = '<iframe></iframe>';
  const outer = inside(one('iframe'));
  outer.body.innerHTML = '<iframe></iframe>';
  const inner = inside(one('iframe', outer));
  inner.body.innerHTML = '<p>inside</p>';
  inner.getSelection()?.selectAllChildren(inner.body);
  expect(selectionOf(window)?.text).toBe('inside');
  expect(selectionOf(window)?.range?.startContainer.ownerDocument).toBe(inner);
});

test('the focused frame comes before the page', () => {
  select('<p>page</p><iframe></iframe>', 'p');
  const inner = inside(one('iframe'));
  inner.body.innerHTML = '<button>frame</button>';
  inner.getSelection()?.selectAllChildren(inner.body);
  one('button', inner).focus();
  expect(selectionOf(window)?.text).toBe('frame');
});

test('a frame of another origin is passed over', () => {
  document.body.innerHTML = '<iframe sandbox srcdoc="<p>theirs</p>"></iframe>';
  one('iframe').focus();
  expect(selectionOf(window)).toBeNull();
});

test('a selection in an open shadow tree has a range in it', () => {
  document.body.innerHTML = '<div></div>';
  const root = one('div').attachShadow({ mode: 'open' });
  root.innerHTML = '<p>shadow words</p>';
  select('', 'p', root);
  expect(selectionOf(window)?.text).toBe('shadow words');
  expect(selectionOf(window)?.range?.startContainer.getRootNode()).toBe(root);
});

test('a selection that is longer than what is kept is cut', () => {
  select('<p></p>', 'p');
  one('p').textContent = 'word '.repeat(120_000);
  getSelection()?.selectAllChildren(one('p'));
  expect(selectionOf(window)?.text.length).toBeLessThanOrEqual(500_000);
});

test.each([
  ['<p contenteditable tabindex="0">text</p>', true],
  ['<textarea></textarea>', true],
  ['<button>text</button>', false],
])('the person edits while %s has the focus: %s', (markup, expected) => {
  document.body.innerHTML = markup;
  (document.body.firstElementChild as HTMLElement).focus();
  expect(isEditing(window)).toBe(expected);
});
