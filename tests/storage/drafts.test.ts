import { beforeEach, describe, expect, it } from 'vitest';
import type { WhenceDatabase } from '../../storage/database.ts';
import { beginDraft, discardDraft, draftById, saveDraft, sweepDrafts, touchedDrafts } from '../../storage/drafts.ts';
import { aCapture, freshDatabase, idsFrom, someFields, valueOf } from './samples.ts';

const DAY = 24 * 60 * 60 * 1_000;

let database: WhenceDatabase;
let newId: () => string;
beforeEach(async () => {
  database = await freshDatabase();
  newId = idsFrom(1);
});
const begin = async (now: number, capture = aCapture()) => valueOf(await beginDraft(database, capture, { now, newId }));

describe('a draft', () => {
  it('of the same quote on the same page is the same one, with what was typed and what the page says now', async () => {
    const first = await begin(1);
    valueOf(await saveDraft(database, first.id, someFields({ why: 'typed' }), 2));
    const source = { address: 'https://a.example/layout#again', title: 'A better title' };
    const again = await begin(3, aCapture({ source }));
    expect(again).toMatchObject({ id: first.id, fields: { why: 'typed' }, capture: { source }, createdAt: 1, updatedAt: 3 });
  });

  it('of another quote, another page or the whole page is another one', async () => {
    const drafts = [
      await begin(1),
      await begin(2, aCapture({ quote: 'other' })),
      await begin(3, aCapture({ source: { address: 'https://b.example/', title: '' } })),
      await begin(4, { kind: 'page', source: aCapture().source, selectors: [], context: {} }),
    ];
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(4);
  });

  it('that was discarded is not brought back by a save that came late', async () => {
    const { id } = await begin(1);
    valueOf(await discardDraft(database, id));
    valueOf(await saveDraft(database, id, someFields({ why: 'late' }), 2));
    expect(await draftById(database, id)).toBeUndefined();
  });

  it('stands among the unfinished once something is typed, the last touched first', async () => {
    const [one, two] = [await begin(1), await begin(2, aCapture({ quote: 'two' }))];
    await begin(3, aCapture({ quote: 'untouched' }));
    valueOf(await saveDraft(database, two.id, someFields({ tags: 'css' }), 4));
    valueOf(await saveDraft(database, one.id, someFields({ why: 'x' }), 5));
    expect((await touchedDrafts(database)).map(({ id }) => id)).toEqual([one.id, two.id]);
  });

  it('is swept a day after it was left untouched, and never when something was typed', async () => {
    const [untouched, touched, fresh] = [
      await begin(1),
      await begin(1, aCapture({ quote: 'two' })),
      await begin(DAY, aCapture({ quote: 'three' })),
    ];
    valueOf(await saveDraft(database, touched.id, someFields({ why: 'x' }), 1));
    expect(valueOf(await sweepDrafts(database, DAY + 2))).toBe(1);
    expect(await draftById(database, untouched.id)).toBeUndefined();
    expect([await draftById(database, touched.id), await draftById(database, fresh.id)]).not.toContain(undefined);
  });
});
