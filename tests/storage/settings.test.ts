import { beforeEach, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../domain/settings.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { clientId, patchSettings, readSettings } from '../../storage/settings.ts';
import { freshDatabase, idOf, idsFrom, valueOf } from './samples.ts';

let database: WhenceDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});

it('settings are the defaults until one is changed', async () => {
  expect(await readSettings(database)).toEqual(DEFAULT_SETTINGS);
  valueOf(await patchSettings(database, { button: false, memberName: undefined }));
  valueOf(await patchSettings(database, { buttonOffSites: ['a.example'] }));
  expect(await readSettings(database)).toEqual({ ...DEFAULT_SETTINGS, button: false, buttonOffSites: ['a.example'] });
});

it.each([
  ['a damaged field', { button: 'perhaps', highlights: false }, { highlights: false }],
  ['a view of a newer version', { lastView: 'hologram', memberName: 'Ada' }, { memberName: 'Ada' }],
  ['a field that is not ours', { button: false, colour: 'red' }, { button: false }],
  ['no object at all', 'oops', {}],
])('%s costs only itself', async (_, stored, read) => {
  await database.settings.put({ key: 'settings', value: stored });
  expect(await readSettings(database)).toEqual({ ...DEFAULT_SETTINGS, ...read });
});

it('changes made at the same time are both kept', async () => {
  await Promise.all([patchSettings(database, { button: false }), patchSettings(database, { memberName: 'Ada' })]);
  expect(await readSettings(database)).toMatchObject({ button: false, memberName: 'Ada' });
});

it('the client id is made once for each community, and made again when it was damaged', async () => {
  const newId = idsFrom(5);
  const made = async (communityId: string): Promise<string> => valueOf(await clientId(database, communityId, newId));
  expect(await made(idOf(1))).toBe(idOf(5));
  expect(await made(idOf(1))).toBe(idOf(5));
  expect(await made(idOf(2))).toBe(idOf(6));
  await database.settings.put({ key: `clientId:${idOf(1)}`, value: 'broken' });
  expect(await made(idOf(1))).toBe(idOf(7));
});
