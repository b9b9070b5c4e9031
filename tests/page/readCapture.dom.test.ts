import * as v from 'valibot';
import { afterEach, expect, test } from 'vitest';
import { findSelectors } from '../../anchoring/index.ts';
import { Capture } from '../../domain/clip.ts';
import { readCapture } from '../../page/readCapture.ts';
import { one } from './present.ts';

afterEach(() => {
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

test('a selection is a passage, with its context and what finds it again', async () => {
  document.body.innerHTML = '<h1>Guide</h1><p>Before <b>the passage</b> after.</p>';
  getSelection()?.selectAllChildren(one('b'));
  const capture = readCapture(window);
  expect(capture).toMatchObject({
    kind: 'passage',
    quote: 'the passage',
    context: { headings: ['Guide'], paragraph: 'Before the passage after.' },
  });
  expect(v.safeParse(Capture, capture).issues).toBeUndefined();
  expect((await findSelectors(capture.selectors, document.documentElement))?.range.toString()).toBe('the passage');
});

test('without a selection it is the page', () => {
  expect(readCapture(window)).toMatchObject({ kind: 'page', selectors: [], context: {} });
  expect(readCapture(window)).not.toHaveProperty('quote');
});

test('what the browser says is selected counts where the page shows nothing, without a position', () => {
  expect(readCapture(window, ' from another origin ')).toMatchObject({ kind: 'passage', quote: 'from another origin', selectors: [] });
});

test('a selection in the page counts more than what the browser says', () => {
  document.body.innerHTML = '<b>the passage</b>';
  getSelection()?.selectAllChildren(one('b'));
  expect(readCapture(window, 'something else').quote).toBe('the passage');
});
