import { beforeEach, describe, expect, it } from 'vitest';
import { KEPT } from '../../domain/limits.ts';
import { clipById, clipsOnPage, tagCounts } from '../../storage/clipLists.ts';
import { editClip, keepDraft, removeClip, restoreClip, undoKeep } from '../../storage/clips.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { allDecisions } from '../../storage/decisions.ts';
import { beginDraft, draftById } from '../../storage/drafts.ts';
import { newestClips } from '../../storage/newest.ts';
import { aCapture, codeOf, freshDatabase, idOf, idsFrom, someFields, valueOf } from './samples.ts';

let database: WhenceDatabase;
let newId: () => string;
beforeEach(async () => {
  database = await freshDatabase();
  newId = idsFrom(1);
});

/** A clip kept at `now` from a quote of its own. */
async function keep(now: number, fields = someFields({ why: `why ${now}` }), address = 'https://a.example/layout') {
  const draft = valueOf(
    await beginDraft(database, aCapture({ quote: `quote ${now}`, source: { address, title: 'Grid' } }), { now, newId }),
  );
  return valueOf(await keepDraft(database, { id: draft.id, fields }, { now, newId }));
}

describe('keeping a draft', () => {
  it('makes a clip of everything that the composer held, and the draft goes', async () => {
    const clip = await keep(
      10,
      someFields({ why: ' two dimensions ', tags: '#css, layout', decision: 'Grid or flex?', stance: 'supports' }),
    );
    const [decision] = await allDecisions(database);
    expect(clip).toMatchObject({
      why: 'two dimensions',
      tags: ['css', 'layout'],
      createdAt: 10,
      evidence: { decisionId: decision?.id, stance: 'supports' },
    });
    expect(decision).toMatchObject({ question: 'Grid or flex?', status: 'open' });
    expect(await clipById(database, clip.id)).toEqual(clip);
    expect(await draftById(database, clip.id)).toBeUndefined();
  });

  it('twice answers the same clip and changes nothing', async () => {
    const clip = await keep(10);
    const again = await keepDraft(database, { id: clip.id, fields: someFields({ why: 'something else' }) }, { now: 99, newId });
    expect(valueOf(again)).toEqual(clip);
    expect(await newestClips(database, 9)).toHaveLength(1);
  });

  it('at the same time twice makes one clip', async () => {
    const draft = valueOf(await beginDraft(database, aCapture(), { now: 1, newId }));
    const keepAt = (now: number) =>
      keepDraft(database, { id: draft.id, fields: someFields({ why: 'once', decision: 'One?' }) }, { now, newId });
    const [one, other] = await Promise.all([keepAt(2), keepAt(3)]);
    expect(valueOf(one)).toEqual(valueOf(other));
    expect(await newestClips(database, 9)).toHaveLength(1);
    expect(await allDecisions(database)).toHaveLength(1);
  });

  it('refuses a why and a question that are too long, and keeps the draft', async () => {
    const draft = valueOf(await beginDraft(database, aCapture(), { now: 1, newId }));
    const long = await keepDraft(database, { id: draft.id, fields: someFields({ why: 'x'.repeat(KEPT.why + 1) }) }, { now: 2, newId });
    expect(codeOf(long)).toBe('why-too-long');
    const question = await keepDraft(
      database,
      { id: draft.id, fields: someFields({ decision: 'x'.repeat(KEPT.question + 1) }) },
      { now: 2, newId },
    );
    expect(codeOf(question)).toBe('question-too-long');
    expect(await draftById(database, draft.id)).toBeDefined();
    expect(await newestClips(database, 9)).toEqual([]);
  });

  it('of a draft that was discarded says so', async () => {
    expect(codeOf(await keepDraft(database, { id: idOf(77), fields: someFields() }, { now: 1, newId }))).toBe('not-found');
  });

  it('leaves nothing when it breaks half-way: no clip, no decision, and the draft is still there', async () => {
    const draft = valueOf(await beginDraft(database, aCapture(), { now: 1, newId }));
    const breaking = () => {
      throw new Error('disk on fire');
    };
    database.drafts.hook('deleting', breaking);
    const kept = await keepDraft(database, { id: draft.id, fields: someFields({ why: 'why', decision: 'Which?' }) }, { now: 2, newId });
    database.drafts.hook('deleting').unsubscribe(breaking);
    expect(codeOf(kept)).toBe('database-failed');
    expect(await newestClips(database, 9)).toEqual([]);
    expect(await allDecisions(database)).toEqual([]);
    expect(await draftById(database, draft.id)).toBeDefined();
  });
});

describe('taking back a kept clip', () => {
  it('gives the draft back as it was left', async () => {
    const fields = someFields({ why: 'two dimensions', tags: 'css, layout', decision: 'Grid or flex?', stance: 'opposes' });
    const clip = await keep(10, fields);
    valueOf(await undoKeep(database, clip.id, 20));
    expect(await clipById(database, clip.id)).toBeUndefined();
    const draft = await draftById(database, clip.id);
    expect(draft).toMatchObject({ fields, capture: { quote: 'quote 10', kind: 'passage' } });
    expect(draft?.capture).not.toHaveProperty('why');
  });

  it('and keeping it again is the same clip with the new fields', async () => {
    const { id } = await keep(10);
    valueOf(await undoKeep(database, id, 20));
    const clip = valueOf(await keepDraft(database, { id, fields: someFields({ why: 'better' }) }, { now: 30, newId }));
    expect(clip).toMatchObject({ id, why: 'better' });
    expect(await clipById(database, id)).not.toHaveProperty('deletedAt');
    expect(await newestClips(database, 9)).toHaveLength(1);
  });

  it('takes back the decision that was made for it, unless another clip leans on it', async () => {
    const alone = await keep(10, someFields({ decision: 'Alone?' }));
    const first = await keep(20, someFields({ decision: 'Together?' }));
    await keep(20, someFields({ decision: 'together' }), 'https://b.example/');
    valueOf(await undoKeep(database, alone.id, 30));
    valueOf(await undoKeep(database, first.id, 30));
    expect((await allDecisions(database)).map(({ question }) => question)).toEqual(['Together?']);
  });

  it('twice is once', async () => {
    const { id } = await keep(10);
    valueOf(await undoKeep(database, id, 20));
    valueOf(await keepDraft(database, { id, fields: someFields({ why: 'again' }) }, { now: 30, newId }));
    valueOf(await removeClip(database, id, 40));
    valueOf(await undoKeep(database, id, 50));
    expect(await draftById(database, id)).toBeUndefined();
  });
});

describe('editing a clip', () => {
  it('changes what is named and nothing else', async () => {
    const clip = await keep(10, someFields({ why: 'old', tags: 'css', decision: 'Which?' }));
    const edited = valueOf(await editClip(database, { id: clip.id, edit: { why: 'new' } }, { now: 20, newId }));
    expect(edited).toEqual({ ...clip, why: 'new', updatedAt: 20 });
  });

  it('ties it to a typed decision, keeps the stance, and an empty one unties it', async () => {
    const clip = await keep(10, someFields({ decision: 'Which router?', stance: 'opposes' }));
    const tied = valueOf(await editClip(database, { id: clip.id, edit: {}, decision: 'Which store?' }, { now: 20, newId }));
    expect(tied.evidence?.stance).toBe('opposes');
    expect(tied.evidence?.decisionId).not.toBe(clip.evidence?.decisionId);
    expect(valueOf(await editClip(database, { id: clip.id, edit: {}, decision: ' ' }, { now: 30, newId }))).not.toHaveProperty('evidence');
  });

  it('finds a decision by any spelling of its question', async () => {
    await keep(10, someFields({ decision: 'Which  Router?' }));
    await keep(20, someFields({ decision: 'which router' }));
    expect(await allDecisions(database)).toHaveLength(1);
  });

  it('changes how it bears on its decision', async () => {
    const clip = await keep(10, someFields({ decision: 'Which?', stance: 'informs' }));
    expect(valueOf(await editClip(database, { id: clip.id, edit: { stance: 'opposes' } }, { now: 20, newId })).evidence).toEqual({
      decisionId: clip.evidence?.decisionId,
      stance: 'opposes',
    });
  });

  it('of a deleted clip is refused', async () => {
    const { id } = await keep(10);
    valueOf(await removeClip(database, id, 20));
    expect(codeOf(await editClip(database, { id, edit: { why: 'x' } }, { now: 30, newId }))).toBe('not-found');
  });
});

describe('a deleted clip', () => {
  it('is in no list, and comes back whole', async () => {
    const clip = await keep(10, someFields({ why: 'why', tags: 'css' }));
    valueOf(await removeClip(database, clip.id, 20));
    expect([await newestClips(database, 9), await clipsOnPage(database, clip.pageKey), await tagCounts(database)]).toEqual([[], [], []]);
    valueOf(await restoreClip(database, clip.id, 30));
    expect(await clipById(database, clip.id)).toEqual({ ...clip, updatedAt: 30 });
  });

  it('that had become a draft again is a clip only', async () => {
    const { id } = await keep(10);
    valueOf(await undoKeep(database, id, 20));
    valueOf(await restoreClip(database, id, 30));
    expect(await draftById(database, id)).toBeUndefined();
    expect(await newestClips(database, 9)).toHaveLength(1);
  });
});

describe('lists', () => {
  it('give the clips of a page under any address of it', async () => {
    await keep(10, someFields(), 'https://a.example/layout?utm_source=x#part');
    await keep(20, someFields(), 'https://b.example/');
    expect((await clipsOnPage(database, 'https://a.example/layout')).map(({ createdAt }) => createdAt)).toEqual([10]);
  });

  it('count tags without regard to case, the most used first', async () => {
    for (const [now, tags] of [
      [1, 'css, a11y'],
      [2, 'CSS'],
      [3, 'css'],
      [4, 'layout, a11y'],
    ] as const)
      await keep(now, someFields({ tags }));
    expect(await tagCounts(database)).toEqual([
      { tag: 'css', count: 3 },
      { tag: 'a11y', count: 2 },
      { tag: 'layout', count: 1 },
    ]);
  });
});
