import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings.ts';
import { fail, ok, type Failure, type Result } from '../../domain/failure.ts';
import type { ask } from '../../messaging/send.ts';
import { searches } from '../../surfaces/searches.ts';

function kept({ answer = ok(undefined), known = DEFAULT_SETTINGS }: { answer?: Result<undefined>; known?: Settings } = {}) {
  const asked: unknown[] = [];
  const failures: Failure[] = [];
  const record = (name: string, input: unknown) => {
    asked.push([name, input]);
    return Promise.resolve(answer);
  };
  const settings = signal<Settings | undefined>(known);
  // its answers are those of the calls that are made here
  const adapters = { ask: record as unknown as typeof ask, onFailure: (failure: Failure) => void failures.push(failure) };
  return { ...searches(settings, adapters), settings, asked, failures };
}

it('a change names one search and no list, so that it takes nothing back that was changed meanwhile', () => {
  const { save, forget, noteRecent, forgetRecent, asked } = kept();
  save('tag:css');
  forget('is:mine');
  noteRecent('grid');
  forgetRecent('table');
  expect(asked).toEqual([
    ['keepSearch', { list: 'saved', query: 'tag:css' }],
    ['forgetSearch', { list: 'saved', query: 'is:mine' }],
    ['keepSearch', { list: 'recent', query: 'grid' }],
    ['forgetSearch', { list: 'recent', query: 'table' }],
  ]);
});

it('nothing, and what was searched just before, need no note', () => {
  const { noteRecent, asked } = kept({ known: { ...DEFAULT_SETTINGS, recentSearches: ['first paint'] } });
  noteRecent('  ');
  noteRecent(' first   paint ');
  expect(asked).toEqual([]);
});

it('a search is saved however it is spaced', () => {
  const { isSaved } = kept({ known: { ...DEFAULT_SETTINGS, savedSearches: ['tag:css grid'] } });
  expect([isSaved(' tag:css  grid'), isSaved('tag:css')]).toEqual([true, false]);
});

it('that a search could not be saved is told; that one could not be noted is not', async () => {
  const { save, noteRecent, failures } = kept({ answer: fail('searches-full', { limit: 50 }) });
  save('tag:css');
  noteRecent('grid');
  await expect.poll(() => failures).toEqual([{ code: 'searches-full', detail: { limit: 50 } }]);
});
