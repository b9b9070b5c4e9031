import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../domain/draft.ts';
import { relatedToDraft } from '../../finding/relatedToDraft.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { aCapture, ADA, aMembership, aSharedClip, COMMUNITY, freshDatabase, idOf, someFields } from '../storage/samples.ts';
import { aClip, aDecision, aFinder } from './kept.ts';

const HERE = 'https://b.example/here';
const elsewhere = (n: number) => ({ quote: `passage ${n}`, source: { address: `https://a.example/${n}`, title: `Title${n}` } });
const aDraft = (tags = ''): Draft => ({
  id: idOf(0xd0),
  pageKey: HERE,
  capture: aCapture({ source: { address: HERE, title: 'Notes' }, quote: 'Nothing of it' }),
  fields: someFields({ tags }),
  createdAt: 1,
  updatedAt: 1,
});

async function idsLike(
  database: WhenceDatabase,
  why: string,
  { decision = '', draft = aDraft(), limit = 4 } = {},
): Promise<readonly string[]> {
  const finder = aFinder(database);
  const related = await relatedToDraft(finder, draft, { why, decision }, { limit, now: 1 });
  finder.close();
  return related.map(({ id }) => id);
}

async function orchard(): Promise<WhenceDatabase> {
  const database = await freshDatabase();
  await database.decisions.put(aDecision(1, 'When do we mow?'));
  await database.decisions.put(aDecision(5, 'What covers the garden beds?'));
  await database.clips.bulkPut([
    aClip(2, 'mowing late', { ...elsewhere(2), evidence: { decisionId: idOf(1), stance: 'supports' } }),
    aClip(3, 'mowing late lets a meadow seed', elsewhere(3)),
    aClip(4, 'containers are cached by layer', elsewhere(4)),
  ]);
  return database;
}

describe('what is like a why that is being written', () => {
  it('is what was decided, never what is not like it, nor what was merely kept', async () => {
    expect(await idsLike(await orchard(), 'mowing late lets a meadow')).toEqual([idOf(2)]);
  });

  it('is told by the decision that is typed too, which itself is known', async () => {
    const database = await orchard();
    expect(await idsLike(database, 'because of hay', { decision: 'when do we mow' })).toEqual([idOf(2)]);
  });

  it('is a question with words of the why, however long the quote is', async () => {
    const database = await orchard();
    const draft = aDraft();
    const capture = { ...draft.capture, quote: Array.from({ length: 40 }, (_, n) => `quoted${n}`).join(' ') };
    expect(await idsLike(database, 'hay over the beds each autumn', { draft: { ...draft, capture } })).toEqual([idOf(5)]);
  });

  it('has that question among it, however many decided clips are like the quote', async () => {
    const database = await orchard();
    const draft = aDraft();
    const quote = Array.from({ length: 40 }, (_, n) => `quoted${n}`).join(' ');
    await database.clips.bulkPut(
      [21, 22, 23, 24, 25].map((n) =>
        aClip(n, 'as quoted', { ...elsewhere(n), quote, evidence: { decisionId: idOf(1), stance: 'informs' } }),
      ),
    );
    const ids = await idsLike(database, 'hay over the beds each autumn', { draft: { ...draft, capture: { ...draft.capture, quote } } });
    expect([ids.length, ids.at(-1)]).toEqual([4, idOf(5)]);
  });

  it('is told by the tags of the draft', async () => {
    const database = await orchard();
    await database.clips.update(idOf(3), { evidence: { decisionId: idOf(5), stance: 'informs' } });
    expect(await idsLike(database, 'because of hay')).toEqual([]);
    expect(await idsLike(database, 'because of hay', { draft: aDraft('#meadow, #seed') })).toEqual([idOf(3)]);
  });

  it('is what a member shared with its decision', async () => {
    const database = await orchard();
    await database.memberships.put(aMembership());
    await database.members.put({ communityId: COMMUNITY, id: ADA, name: 'Ada', role: 'member', joinedAt: 1, hasLeft: false });
    const shared = aSharedClip(9);
    if (shared.body.kind !== 'clip') throw new Error('a shared clip');
    const body = { ...shared.body, why: 'a scythe spares a hedgehog', decision: { question: 'Which tool?', stance: 'informs' as const } };
    await database.posts.put({ ...shared, body, thread: '', firstSeq: 1 });
    expect(await idsLike(database, 'hedgehogs and a scythe')).toEqual([`${COMMUNITY}/${idOf(9)}`]);
  });

  it('never fails, whatever is typed, and is never more than asked for', async () => {
    const database = await orchard();
    const typed = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('mowing', 'mow late meadow seed containers'));
    await fc.assert(
      fc.asyncProperty(typed, typed, async (why, decision) => {
        expect((await idsLike(database, why, { decision, limit: 1 })).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  });
});
