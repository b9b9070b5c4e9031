import { expect, it } from 'vitest';
import { clipsOnPage } from '../../storage/clipLists.ts';
import { keepDraft } from '../../storage/clips.ts';
import { beginDraft } from '../../storage/drafts.ts';
import { renewPageKeys } from '../../storage/pageKeys.ts';
import { aCapture, freshDatabase, idOf, idsFrom, someFields, valueOf } from './samples.ts';

it('what was kept under other rules is found on its page again', async () => {
  const database = await freshDatabase();
  const draft = valueOf(await beginDraft(database, aCapture(), { now: 1, newId: idsFrom(1) }));
  const clip = valueOf(
    await keepDraft(database, { id: draft.id, fields: someFields({ why: 'Two dimensions' }) }, { now: 2, newId: idsFrom(5) }),
  );
  const other = valueOf(await beginDraft(database, aCapture({ quote: 'flex in one' }), { now: 3, newId: idsFrom(9) }));
  await database.clips.update(clip.id, { pageKey: 'the key of an older version' });
  await database.drafts.update(other.id, { pageKey: 'the key of an older version' });
  expect(await clipsOnPage(database, clip.pageKey)).toEqual([]);

  expect(valueOf(await renewPageKeys(database, '2'))).toBe(2);
  expect(await clipsOnPage(database, clip.pageKey)).toEqual([clip]);
  expect((await database.drafts.get(idOf(9)))?.pageKey).toBe(clip.pageKey);
  expect(valueOf(await renewPageKeys(database, '3'))).toBe(0);
});

it('is done once for a version', async () => {
  const database = await freshDatabase();
  const draft = valueOf(await beginDraft(database, aCapture(), { now: 1, newId: idsFrom(1) }));
  expect(valueOf(await renewPageKeys(database, '2'))).toBe(0);
  await database.drafts.update(draft.id, { pageKey: 'changed by hand' });
  expect(valueOf(await renewPageKeys(database, '2'))).toBe(0);
  expect(valueOf(await renewPageKeys(database, '3'))).toBe(1);
});
