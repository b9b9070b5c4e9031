import * as v from 'valibot';
import { afterEach, expect, test } from 'vitest';
import { contextOf } from '../../capture/context.ts';
import { Context } from '../../domain/clip.ts';
import { one } from '../page/present.ts';

afterEach(() => document.body.replaceChildren());

function contextIn(markup: string, from: string, to = from): Context {
  document.body.innerHTML = markup;
  const range = document.createRange();
  range.setStart(one(from), 0);
  const end = one(to);
  range.setEnd(end, end.childNodes.length);
  return contextOf(range);
}

test('a passage stands below the headings above it, from the top one to the nearest', () => {
  const markup = '<h1>Guide</h1><h2>Install</h2><h3>Linux</h3><p>a</p><h2>Use</h2><p id="here">b</p><h3>Later</h3>';
  expect(contextIn(markup, '#here').headings).toEqual(['Guide', 'Use']);
});

test('headings by role count, hidden and empty ones do not', () => {
  const markup = '<div role="heading" aria-level="1">Top</div><h2 style="display:none">Menu</h2><h2> </h2><p>a</p>';
  expect(contextIn(markup, 'p').headings).toEqual(['Top']);
});

test('a passage in a heading stands below the ones above that', () => {
  expect(contextIn('<h1>Guide</h1><h2>Use <i>it</i></h2>', 'i').headings).toEqual(['Guide']);
});

test('the paragraph is the block that the passage stands in', () => {
  expect(contextIn('<p>Not this.</p><p>Before  <i>the <b>passage</b></i>\n after.</p>', 'b').paragraph).toBe('Before the passage after.');
});

test('a passage across blocks has them all, a line each', () => {
  expect(contextIn('<p>One <b>two</b>.</p>\n<ul><li>three</li>\n<li>four <i>five</i> six</li></ul><p>No.</p>', 'b', 'i').paragraph).toBe(
    'One two.\nthree\nfour five six',
  );
});

test('hidden text and scripts are not part of it', () => {
  expect(contextIn('<p>One <span hidden>secret </span><script type="text/plain">code </script><b>two</b></p>', 'b').paragraph).toBe(
    'One two',
  );
});

test('of a very long block, what is near the passage is kept, with words whole', () => {
  const { paragraph = '' } = contextIn(`<div>${'before '.repeat(2_000)}<b>passage</b>${' after'.repeat(2_000)}</div>`, 'b');
  expect(paragraph).toMatch(/^…before (?:before )+passage(?: after)+…$/);
  expect(paragraph.length).toBeLessThan(4_000);
});

test('of a block that is too long to be read, at least what follows is kept', () => {
  const { paragraph = '' } = contextIn(`<pre>${'x'.repeat(2_000_000)}<b>passage</b> after</pre>`, 'b');
  expect(paragraph).toBe('…passage after');
});

test('whatever is selected, what is kept fits the schema', () => {
  const context = contextIn(
    `${Array.from({ length: 9 }, (_, level) => `<div role="heading" aria-level="${level + 1}">${'h'.repeat(900)}</div>`).join('')}<p>${'😀 '.repeat(30_000)}</p>`,
    'p',
  );
  expect(v.safeParse(Context, context).issues).toBeUndefined();
  expect(context.headings).toHaveLength(8);
});
