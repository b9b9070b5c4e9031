import { beforeEach, expect, it } from 'vitest';
import type { Capture } from '../../domain/clip.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { quoteDraft } from '../../storage/draftQuote.ts';
import { beginDraft, draftById, saveDraft } from '../../storage/drafts.ts';
import { aCapture, freshDatabase, idsFrom, someFields, valueOf } from './samples.ts';

let database: WhenceDatabase;
let newId: () => string;
beforeEach(async () => {
  database = await freshDatabase();
  newId = idsFrom(1);
});
const unread: Capture = { kind: 'page', source: aCapture().source, selectors: [], context: {}, isUnread: true };

it('what was copied makes a passage without a position of a page that was not read, and leaves what was typed', async () => {
  const { id } = valueOf(await beginDraft(database, unread, { now: 1, newId }));
  valueOf(await saveDraft(database, id, someFields({ why: 'typed' }), 2));
  const capture = { kind: 'passage', source: unread.source, quote: 'copied', selectors: [], context: {} };
  expect(valueOf(await quoteDraft(database, id, 'copied', 3))).toEqual(capture);
  expect(await draftById(database, id)).toMatchObject({ capture, fields: { why: 'typed' }, updatedAt: 3 });
});

it('asked twice, because the answer was lost, answers the same', async () => {
  const { id } = valueOf(await beginDraft(database, unread, { now: 1, newId }));
  const first = valueOf(await quoteDraft(database, id, 'copied', 3));
  expect(valueOf(await quoteDraft(database, id, 'copied', 4))).toEqual(first);
});

it('the quote of a page that was read is not replaced, nor that of a draft that is gone', async () => {
  const { id } = valueOf(await beginDraft(database, aCapture({ quote: 'its own' }), { now: 1, newId }));
  expect(await quoteDraft(database, id, 'copied', 2)).toMatchObject({ error: { code: 'not-found' } });
  expect(await draftById(database, id)).toMatchObject({ capture: { quote: 'its own' } });
  expect(await quoteDraft(database, newId(), 'copied', 2)).toMatchObject({ error: { code: 'not-found' } });
});
