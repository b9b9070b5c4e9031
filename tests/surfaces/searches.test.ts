import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings.ts';
import { ok } from '../../domain/failure.ts';
import type { ask } from '../../messaging/send.ts';
import { searches } from '../../surfaces/searches.ts';

function kept() {
  const settings = signal<Settings | undefined>(DEFAULT_SETTINGS);
  const save = (_: string, patch: Partial<Settings>) => {
    settings.value = { ...DEFAULT_SETTINGS, ...settings.value, ...patch };
    return Promise.resolve(ok(undefined));
  };
  // settings are all that is asked to be saved
  return searches(settings, save as unknown as typeof ask);
}

it('what was searched last stands first, each once, ten at most', () => {
  const { recent, noteRecent, forgetRecent } = kept();
  for (let n = 0; n < 12; n++) noteRecent(`query ${n}`);
  noteRecent(' query   5 ');
  noteRecent('  ');
  expect(recent.value).toHaveLength(10);
  expect(recent.value.slice(0, 3)).toEqual(['query 5', 'query 11', 'query 10']);
  forgetRecent('query 5');
  expect(recent.value).not.toContain('query 5');
});

it('a saved search stays where it is until it is forgotten', () => {
  const { saved, save, forget } = kept();
  save('tag:css');
  save('is:mine');
  expect(saved.value).toEqual(['tag:css', 'is:mine']);
  forget(' tag:css ');
  expect(saved.value).toEqual(['is:mine']);
});
