import { beforeEach, expect, it } from 'vitest';
import type { WhenceDatabase } from '../../storage/database.ts';
import { forgetSearch, keepSearch } from '../../storage/searches.ts';
import { patchSettings, readSettings } from '../../storage/settings.ts';
import { freshDatabase, valueOf } from './samples.ts';

let database: WhenceDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
const saved = async (): Promise<readonly string[]> => (await readSettings(database)).savedSearches;
const recent = async (): Promise<readonly string[]> => (await readSettings(database)).recentSearches;

it('what was searched last stands first, each once, ten at most', async () => {
  for (let n = 0; n < 12; n++) valueOf(await keepSearch(database, 'recent', `query ${n}`));
  valueOf(await keepSearch(database, 'recent', ' query   5 '));
  valueOf(await keepSearch(database, 'recent', '  '));
  expect(await recent()).toHaveLength(10);
  expect((await recent()).slice(0, 3)).toEqual(['query 5', 'query 11', 'query 10']);
  valueOf(await forgetSearch(database, 'recent', 'query 5'));
  expect(await recent()).not.toContain('query 5');
});

it('a saved search stays where it is until it is forgotten', async () => {
  for (const query of ['tag:css', 'is:mine', ' tag:css ']) valueOf(await keepSearch(database, 'saved', query));
  expect(await saved()).toEqual(['tag:css', 'is:mine']);
  valueOf(await forgetSearch(database, 'saved', ' tag:css '));
  expect(await saved()).toEqual(['is:mine']);
});

it('changes made at the same time are all kept', async () => {
  valueOf(await patchSettings(database, { savedSearches: ['is:mine', 'is:shared'], button: false }));
  await Promise.all([
    keepSearch(database, 'saved', 'tag:css'),
    forgetSearch(database, 'saved', 'is:mine'),
    keepSearch(database, 'saved', 'tag:grid'),
    keepSearch(database, 'recent', 'grid'),
  ]);
  expect(await readSettings(database)).toMatchObject({
    savedSearches: ['is:shared', 'tag:css', 'tag:grid'],
    recentSearches: ['grid'],
    button: false,
  });
});

it('a full list loses none: one more is not taken, and one that is there already is', async () => {
  const all = Array.from({ length: 50 }, (_, n) => `query ${n}`);
  valueOf(await patchSettings(database, { savedSearches: all }));
  expect(await keepSearch(database, 'saved', 'one more')).toMatchObject({
    ok: false,
    error: { code: 'searches-full', detail: { limit: 50 } },
  });
  valueOf(await keepSearch(database, 'saved', 'query 0'));
  expect(await saved()).toEqual(all);
});
