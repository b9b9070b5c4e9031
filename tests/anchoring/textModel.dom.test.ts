import { afterEach, expect, test } from 'vitest';
import { readText } from '../../anchoring/textModel.ts';
import { inside, one, present } from '../page/present.ts';

afterEach(() => document.body.replaceChildren());

function textOf(markup: string): string {
  document.body.innerHTML = markup;
  return readText(document.body).text;
}

test.each([
  ['white space in the source is one space', '<p>one\n   two</p>', 'one two'],
  ['a break between blocks', '<p>one</p><p>two</p>', 'one\ntwo'],
  ['a break at <br>', '<p>one<br>two</p>', 'one\ntwo'],
  ['no break inside a word that is marked up', '<p>un<b>believ</b>able</p>', 'unbelievable'],
  ['one space where two elements meet with white space on both sides', '<p><i>one </i> <b> two</b></p>', 'one two'],
  [
    'nothing of a script, a style, a template or a form field',
    '<p>one</p><script>x</script><style>p{}</style><template>t</template><textarea>typed</textarea>',
    'one',
  ],
  ['nothing that is not displayed', '<p>one <span style="display:none">hidden</span>two</p>', 'one two'],
  [
    'nothing that is invisible, but what is visible again inside it',
    '<div style="visibility:hidden">no <b style="visibility:visible">yes</b></div>',
    'yes',
  ],
  ['all of closed details, which open at a click', '<details><summary>Sum</summary><p>inside</p></details>', 'Sum\ninside'],
  ['all of open details', '<details open><summary>Sum</summary><p>inside</p></details>', 'Sum\ninside'],
  ['preformatted text with its spaces and line breaks', '<pre>if x:\n    y</pre>', 'if x:\n    y'],
  ['line breaks where only those are kept', '<p style="white-space:pre-line">one   two\n  three</p>', 'one two\nthree'],
  ['a break where a style makes a block of an inline element', '<b style="display:block">one</b><i>two</i>', 'one\ntwo'],
  ['a no-break space as it is', '<p>a&nbsp;&nbsp;b</p>', 'a\u00a0\u00a0b'],
])('reads %s', (_, markup, text) => {
  expect(textOf(markup)).toBe(text);
});

test('reads what an open shadow tree shows, slots in their places', () => {
  document.body.innerHTML = '<div><b slot="last">slotted</b></div>';
  one('div').attachShadow({ mode: 'open' }).innerHTML = '<p>shadow</p><slot name="last"></slot><slot>fallback</slot>';
  expect(readText(document.body).text).toBe('shadow\nslottedfallback');
});

test('reads frames of the same origin', () => {
  document.body.innerHTML = '<p>before</p><iframe></iframe><p>after</p>';
  inside(one('iframe')).body.innerHTML = '<p>inside</p>';
  expect(readText(document.body).text).toBe('before\ninside\nafter');
});

test('form fields that carry the names of DOM properties hide nothing', () => {
  expect(
    textOf('<form><input name="childNodes"><input name="nodeType"><input name="localName"><input name="ownerDocument"><p>one</p></form>'),
  ).toBe('one');
});

test('a range over any stretch of the text holds that stretch', () => {
  const text = textOf('<p>one <b>two</b>\n three</p><ul><li>four</li></ul><pre>five\n  six</pre>');
  const model = readText(document.body);
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      if (/\s/.test(text[start] ?? '') || /\s/.test(text[end - 1] ?? '')) continue;
      const range = model.rangeOf(start, end);
      expect(range?.toString().replace(/\s+/g, '')).toBe(text.slice(start, end).replace(/\s+/g, ''));
      expect(range && model.offsetsOf(range)).toEqual([start, end]);
    }
  }
});

test('answers no range when the page has lost the text since it was read', () => {
  textOf('<p>one two</p>');
  const model = readText(document.body);
  present(one('p').firstChild).nodeValue = 'on';
  expect(model.rangeOf(0, 7)).toBeNull();
});
