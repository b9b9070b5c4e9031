import { afterEach, expect, test } from 'vitest';
import { readableText } from '../../capture/readable.ts';

afterEach(() => document.body.replaceChildren());

const MOST = 5_000_000;
const parse = (markup: string): Document => {
  const page = new DOMParser().parseFromString(
    `<!doctype html><html><head><base href="https://a.example/notes/"></head><body>${markup}</body></html>`,
    'text/html',
  );
  return page;
};
const prose = 'The long grass held the dew until noon, and in the dry weeks of June the young trees were watered every ninth day. '.repeat(
  4,
);
const article = (inner: string): string =>
  `<nav><a href="/a">Handbook</a></nav><article><h1>Mowing</h1><p>${prose}</p>${inner}<p>${prose}</p></article><footer>Cookies</footer>`;
const read = (inner: string): string => readableText(parse(article(inner)), MOST).markdown;

test('what surrounds the text is left out', () => {
  const text = read('');
  expect(text).toContain('The long grass held the dew');
  expect(text).not.toMatch(/Handbook|Cookies/);
});

test('the page stays as it was', () => {
  const page = parse(article(''));
  const before = page.documentElement.outerHTML;
  readableText(page, MOST);
  expect(page.documentElement.outerHTML).toBe(before);
});

test.each([
  ['headings', '<h2>What it cost</h2>', '## What it cost'],
  ['emphasis', '<p>It was <em>nine</em> and <strong>ten</strong> bees.</p>', 'It was *nine* and **ten** bees.'],
  ['lists', '<ul><li>More ticks</li><li>Less work</li></ul>', '-   More ticks\n-   Less work'],
  ['quotations', '<blockquote><p>A meadow is made once.</p></blockquote>', '> A meadow is made once.'],
  [
    'links, with whole addresses',
    '<p>See <a href="winter.html">the winter</a> for more of it.</p>',
    '[the winter](https://a.example/notes/winter.html)',
  ],
  [
    'tables',
    '<table><thead><tr><th>Roof</th><th>Litres</th></tr></thead><tbody><tr><td>Shed | barn</td><td>450</td></tr></tbody></table>',
    '| Roof | Litres |\n| --- | --- |\n| Shed \\| barn | 450 |',
  ],
  ['code with its white space', '<pre><code class="language-js">if (a) {\n    b();\n}</code></pre>', '```js\nif (a) {\n    b();\n}\n```'],
  ['code whose lines are breaks', '<pre>one<br>  two</pre>', '```\none\n  two\n```'],
  ['code that has fences in it', '<pre>```js\nx\n```</pre>', '````\n```js\nx\n```\n````'],
])('%s are kept', (_, inner, expected) => {
  expect(read(inner)).toContain(expected);
});

test('a picture is a link to where it is', () => {
  expect(read('<p><img src="/bee.png" alt="A bee"></p>')).toContain('[A bee](https://a.example/bee.png)');
});

test('what would run is gone', () => {
  const text = read(
    '<p><a href="javascript:alert(1)">press</a><img src="x" onerror="alert(2)"><svg onload="alert(3)"></svg></p><script>alert(4)</script><iframe src="https://b.example"></iframe>',
  );
  expect(text).not.toMatch(/alert|onerror|javascript:|b\.example/);
});

test('text that looks like markup stays text', () => {
  expect(read('<p>The mark *not this* and [neither](x) stands for itself here.</p>')).toContain('\\*not this\\* and \\[neither\\](x)');
});

test('a page that is too large to be sorted gives its shown text, none of which is markup', () => {
  document.body.innerHTML = `<div>One *word*</div><div hidden>secret</div><div>1. two</div>${'<i></i>'.repeat(100_000)}`;
  expect(readableText(document, MOST)).toEqual({ markdown: 'One \\*word\\*\n\n1\\. two', isCut: false });
});

test('a page without text gives none', () => {
  expect(readableText(parse('<img src="x">'), MOST)).toEqual({ markdown: '', isCut: false });
});

test('a page whose names hide the document’s methods gives nothing rather than breaking', () => {
  expect(() => readableText(parse('<form name="body"><input name="cloneNode"></form><img name="cloneNode">'), MOST)).not.toThrow();
});

test('more than is kept is cut, and says so', () => {
  const cut = readableText(parse(article('')), 100);
  expect(cut.isCut).toBe(true);
  expect(cut.markdown.length).toBeLessThanOrEqual(100);
});

test('a table of thousands of rows is looked through once, not once for each cell', () => {
  const rows = Array.from({ length: 60 }, (_, n) => `<tr><td>${n}</td><td>row</td></tr>`).join('');
  let looks = 0;
  const { querySelectorAll } = Element.prototype;
  Element.prototype.querySelectorAll = function (this: Element, selectors: string) {
    if (this.localName === 'table' && selectors === 'tr') looks += 1;
    return Reflect.apply(querySelectorAll, this, [selectors]);
  } as typeof querySelectorAll;
  try {
    expect(read(`<table>${rows}</table>`)).toContain('| 59 | row |');
  } finally {
    Element.prototype.querySelectorAll = querySelectorAll;
  }
  expect(looks).toBeLessThan(20);
});

test('a page of blank lines is read in one go, not once more for each line', () => {
  const page = parse('');
  const text = document.createElement('pre');
  text.textContent = `1. one${'\n'.repeat(240_000)}- two`;
  document.body.append(text);
  page.body.append(text.cloneNode(true));
  expect(readableText(page, MOST).markdown).toContain('two');
});
