import { beforeEach, describe, expect, it } from 'vitest';
import type { Capture, Clip } from '../../domain/clip.ts';
import type { Selector } from '../../domain/selector.ts';
import { attachAnew, confirmAnchor, undoAnchor } from '../../storage/anchors.ts';
import { keepDraft } from '../../storage/clips.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { beginDraft } from '../../storage/drafts.ts';
import { keepSightings, sightingsOf } from '../../storage/sightings.ts';
import { aCapture, codeOf, freshDatabase, idOf, someFields, valueOf } from './samples.ts';

const PAGE = 'https://a.example/layout';
const NOW = 'Grid lays out rows and columns';
const looking = (exact: string): Selector[] => [{ type: 'TextQuoteSelector', exact }];
const second = { quote: 'Flex in one', selectors: looking('Flex in one'), context: {} };

let database: WhenceDatabase;
let original: Clip;
let id: string;

const clip = async (): Promise<Clip | undefined> => database.clips.get(id);
const sighted = async (quality: 'uncertain' | 'missing', part = 0, now = NOW): Promise<void> => {
  const offer = quality === 'uncertain' ? { now, selectors: looking(now) } : {};
  valueOf(await keepSightings(database, PAGE, [{ id, part, quality, ...offer }], 50));
};

beforeEach(async () => {
  database = await freshDatabase();
  const trail = { pages: [{ address: 'https://a.example/', title: 'A' }] };
  const capture = aCapture({ context: { ...aCapture().context, trail }, morePassages: [second] });
  const draft = valueOf(await beginDraft(database, capture, { now: 1, newId: () => idOf(1) }));
  original = valueOf(await keepDraft(database, { id: draft.id, fields: someFields() }, { now: 2, newId: () => idOf(2) }));
  id = original.id;
});

describe('confirming what was found', () => {
  const confirm = (now = NOW, part = 0) => confirmAnchor(database, { id, part, now }, 100);

  it('makes its selectors the clip’s, keeps the clipped words, and the old selectors in the history', async () => {
    await sighted('uncertain');
    expect(valueOf(await confirm())).toEqual({ until: 100, pageKey: PAGE });
    expect(await clip()).toEqual({
      ...original,
      selectors: looking(NOW),
      formerAnchors: [{ part: 0, selectors: original.selectors, until: 100 }],
      updatedAt: 100,
    });
    expect(await sightingsOf(database, id)).toEqual([{ id, part: 0, quality: 'exact', seenAt: 100 }]);
  });

  it('works for a passage after the first', async () => {
    await sighted('uncertain', 1);
    valueOf(await confirm(NOW, 1));
    expect(await clip()).toMatchObject({
      selectors: original.selectors,
      morePassages: [{ quote: 'Flex in one', selectors: looking(NOW) }],
      formerAnchors: [{ part: 1, selectors: second.selectors }],
    });
  });

  it('asked twice is one change', async () => {
    await sighted('uncertain');
    expect(valueOf(await confirm())).toEqual(valueOf(await confirm()));
    expect((await clip())?.formerAnchors).toHaveLength(1);
  });

  it('of words that are no longer there changes nothing', async () => {
    await sighted('uncertain');
    expect(codeOf(await confirm('other words'))).toBe('passage-not-there');
    await sighted('missing');
    expect(codeOf(await confirm())).toBe('passage-not-there');
    expect(await clip()).toEqual(original);
  });

  it('of a clip that was deleted fails', async () => {
    await sighted('uncertain');
    await database.clips.update(id, { deletedAt: 60 });
    expect(codeOf(await confirm())).toBe('not-found');
  });

  it('taken back, the clip is as it was and the words are offered again', async () => {
    await sighted('uncertain');
    const { until } = valueOf(await confirm());
    for (let twice = 0; twice < 2; twice++) valueOf(await undoAnchor(database, { id, part: 0, until }, 200));
    expect(await clip()).toEqual({ ...original, updatedAt: 200 });
    expect(await sightingsOf(database, id)).toMatchObject([{ quality: 'uncertain', now: NOW, selectors: looking(NOW) }]);
  });
});

describe('attaching an orphan to a selection', () => {
  const capture: Capture = aCapture({
    quote: 'Elsewhere now',
    selectors: looking('Elsewhere now'),
    context: { paragraph: 'Elsewhere now.' },
  });
  const attach = (over: Partial<Capture> = {}, pageKey = PAGE) =>
    attachAnew(database, { id, part: 0 }, { pageKey, capture: { ...capture, ...over } }, 100);

  it('takes its words, selectors and surroundings, keeps the trail, and all of the old in the history', async () => {
    await sighted('missing');
    valueOf(await attach());
    expect(await clip()).toMatchObject({
      quote: 'Elsewhere now',
      selectors: looking('Elsewhere now'),
      context: { paragraph: 'Elsewhere now.', trail: original.context.trail },
      formerAnchors: [{ part: 0, quote: original.quote, selectors: original.selectors, context: original.context, until: 100 }],
    });
    expect((await clip())?.context.headings).toBeUndefined();
    expect(await sightingsOf(database, id)).toMatchObject([{ quality: 'exact' }]);
  });

  it('asked twice is one change; two changes in one moment can be told apart', async () => {
    valueOf(await attach());
    valueOf(await attach());
    valueOf(await attach({ quote: 'A third', selectors: looking('A third') }));
    expect((await clip())?.formerAnchors?.map(({ until }) => until)).toEqual([100, 101]);
  });

  it('needs a selection with a position, in the clip’s own page', async () => {
    expect(codeOf(await attach({ kind: 'page' }))).toBe('nothing-selected');
    expect(codeOf(await attach({ selectors: [] }))).toBe('nothing-selected');
    expect(codeOf(await attach({}, 'https://b.example/'))).toBe('page-not-the-clips');
    expect(await clip()).toEqual(original);
  });

  it('taken back, the clip is as it was, and gone from its page', async () => {
    const { until } = valueOf(await attach());
    valueOf(await undoAnchor(database, { id, part: 0, until }, 200));
    expect(await clip()).toEqual({ ...original, updatedAt: 200 });
    expect(await sightingsOf(database, id)).toMatchObject([{ quality: 'missing' }]);
  });

  it('taken back too late, after another change, leaves that alone', async () => {
    const { until } = valueOf(await attach());
    valueOf(await attach({ quote: 'A third', selectors: looking('A third') }));
    valueOf(await undoAnchor(database, { id, part: 0, until }, 200));
    expect((await clip())?.quote).toBe('A third');
  });
});
