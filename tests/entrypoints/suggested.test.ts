import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noteSuggested, suggestedAs } from '../../entrypoints/background/suggested.ts';

const suggestion = (id: string, reason: string, kind: 'clip' | 'decision' = 'clip') => ({ id, kind, reason, matches: [], source: '' });

beforeEach(() => fakeBrowser.reset());

it('a suggestion is chosen by its reason, which is what then stands in the address bar', async () => {
  const suggestions = [suggestion('one', 'settles the grid'), suggestion('two', 'Which grid?', 'decision')];
  expect(await noteSuggested(suggestions, 'gri')).toEqual(['settles the grid', 'Which grid?']);
  expect(await suggestedAs('Which grid?')).toMatchObject({ id: 'two', kind: 'decision' });
});

it('two of the same reason, and one that is what was typed, are told apart', async () => {
  const same = [suggestion('one', 'grid'), suggestion('two', 'grid'), suggestion('three', '')];
  expect(await noteSuggested(same, ' grid ')).toEqual(['grid (2)', 'grid (3)', 'three']);
  expect(await suggestedAs('grid (3)')).toMatchObject({ id: 'two' });
  expect(await suggestedAs('grid')).toBeUndefined();
});

it('what was suggested before the last letter, and whatever is typed, is no suggestion', async () => {
  expect(await suggestedAs('settles the grid')).toBeUndefined();
  await noteSuggested([suggestion('one', 'settles the grid')], 'g');
  await noteSuggested([], 'gx');
  expect(await suggestedAs('settles the grid')).toBeUndefined();
});
