import { beforeEach, describe, expect, it } from 'vitest';
import type { KeptSighting, Sighting } from '../../domain/sighting.ts';
import { keepDraft } from '../../storage/clips.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { beginDraft } from '../../storage/drafts.ts';
import { keepSightings, refusedWords, refuseSighting, sightingsOf, sweepSightings } from '../../storage/sightings.ts';
import { aCapture, aSharedClip, COMMUNITY, freshDatabase, idOf, someFields, valueOf } from './samples.ts';

const PAGE = 'https://a.example/layout';
const HOUR = 3_600_000;
let database: WhenceDatabase;
let clipId: string;
const post = aSharedClip(70);

const seen = (over: Partial<Sighting> = {}): Sighting => ({ id: clipId, part: 0, quality: 'exact', ...over });
const keep = async (sightings: readonly Sighting[], now = 1_000, page = PAGE): Promise<boolean> =>
  valueOf(await keepSightings(database, page, sightings, now));
const stored = async (): Promise<KeptSighting | undefined> => (await sightingsOf(database, clipId))[0];

beforeEach(async () => {
  database = await freshDatabase();
  const draft = valueOf(await beginDraft(database, aCapture(), { now: 1, newId: () => idOf(1) }));
  clipId = valueOf(await keepDraft(database, { id: draft.id, fields: someFields() }, { now: 2, newId: () => idOf(2) })).id;
  await database.posts.put({ ...post, thread: '', pageKey: PAGE, firstSeq: 1 });
});

describe('what a page’s script found', () => {
  it('is kept with its time, for own clips and for shared ones', async () => {
    const found = [seen({ quality: 'fuzzy', now: 'Grid lays out' }), seen({ id: post.id, quality: 'missing' })];
    expect(await keep(found)).toBe(true);
    expect(await database.sightings.toArray()).toEqual([
      { ...found[0], seenAt: 1_000 },
      { ...found[1], seenAt: 1_000 },
    ]);
  });

  it('is taken for what is on that page only, and for passages that there are', async () => {
    expect(await keep([seen()], 1_000, 'https://b.example/')).toBe(false);
    expect(await keep([seen({ id: idOf(99) }), seen({ part: 1 })])).toBe(false);
    expect(await database.sightings.toArray()).toEqual([]);
  });

  it('counts once a passage: a post with the id of an own clip tells nothing of it', async () => {
    await database.posts.put({ ...aSharedClip(1), communityId: COMMUNITY, thread: '', pageKey: PAGE, firstSeq: 2 });
    await keep([seen(), seen({ quality: 'missing' })]);
    expect((await stored())?.quality).toBe('exact');
  });

  it('is not written again while it is the same, until a day has passed', async () => {
    await keep([seen({ quality: 'missing' })]);
    expect(await keep([seen({ quality: 'missing' })], 1_000 + HOUR)).toBe(false);
    expect((await stored())?.seenAt).toBe(1_000);
    expect(await keep([seen({ quality: 'missing' })], 1_000 + 25 * HOUR)).toBe(false);
    expect((await stored())?.seenAt).toBe(1_000 + 25 * HOUR);
  });

  it('is written at once when it differs', async () => {
    await keep([seen({ quality: 'missing' })]);
    expect(await keep([seen()], 1_001)).toBe(true);
    expect(await stored()).toEqual({ ...seen(), seenAt: 1_001 });
  });
});

describe('words that the person refused', () => {
  const offer = { quality: 'uncertain', now: 'Grid.' } as const;

  it('stay refused over the next sightings', async () => {
    await keep([seen(offer)]);
    valueOf(await refuseSighting(database, { id: clipId, part: 0, now: 'Grid.', isRefused: true }));
    await keep([seen()], 2_000);
    expect(await stored()).toMatchObject({ quality: 'exact', refused: 'Grid.' });
    expect((await refusedWords(database, [clipId])).get(clipId)?.get(0)).toBe('Grid.');
  });

  it('are offered again when that is taken back', async () => {
    await keep([seen(offer)]);
    valueOf(await refuseSighting(database, { id: clipId, part: 0, now: 'Grid.', isRefused: true }));
    valueOf(await refuseSighting(database, { id: clipId, part: 0, now: 'Grid.', isRefused: false }));
    expect((await stored())?.refused).toBeUndefined();
  });
});

it('what was seen of things that have gone from the device goes too', async () => {
  await keep([seen(), seen({ id: post.id })]);
  await database.posts.clear();
  valueOf(await sweepSightings(database));
  expect((await database.sightings.toArray()).map(({ id }) => id)).toEqual([clipId]);
});
