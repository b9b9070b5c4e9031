import { beforeEach, expect, it } from 'vitest';
import { keepDraft } from '../../storage/clips.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { beginDraft, draftById } from '../../storage/drafts.ts';
import { saveTrail } from '../../storage/draftTrail.ts';
import { aCapture, freshDatabase, idOf, someFields, valueOf } from './samples.ts';

const trail = { query: 'grid', pages: [{ address: 'https://a.example/', title: 'A' }] };
const capture = aCapture({ context: { paragraph: 'around', trail } });
const id = idOf(1);

let database: WhenceDatabase;
const begin = async (): Promise<void> => void valueOf(await beginDraft(database, capture, { now: 1, newId: () => id }));
const context = async () => (await draftById(database, id))?.capture.context;

beforeEach(async () => {
  database = await freshDatabase();
  await begin();
});

it('is kept with the clip as the person left it', async () => {
  valueOf(await saveTrail(database, id, { pages: trail.pages }, 2));
  const clip = valueOf(await keepDraft(database, { id, fields: someFields() }, { now: 3, newId: () => idOf(2) }));
  expect(clip.context).toEqual({ paragraph: 'around', trail: { pages: trail.pages } });
});

it('that was left out stays out when the same passage is clipped once more', async () => {
  valueOf(await saveTrail(database, id, undefined, 2));
  await begin();
  expect(await context()).toEqual({ paragraph: 'around' });
});

it('of a draft that has gone brings nothing back', async () => {
  await database.drafts.clear();
  valueOf(await saveTrail(database, id, trail, 2));
  expect(await context()).toBeUndefined();
});
