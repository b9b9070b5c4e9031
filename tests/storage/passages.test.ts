import { beforeEach, describe, expect, it } from 'vitest';
import { keepDraft, undoKeep } from '../../storage/clips.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { addPassage, beginDraft, draftById, saveDraft, separatePassage, takePassage } from '../../storage/drafts.ts';
import { aCapture, codeOf, freshDatabase, idsFrom, someFields, valueOf } from './samples.ts';

let database: WhenceDatabase;
let newId: () => string;
let id: string;
beforeEach(async () => {
  database = await freshDatabase();
  newId = idsFrom(1);
  ({ id } = valueOf(await beginDraft(database, aCapture(), { now: 1, newId })));
});
const here = (draft: string) => ({ id: draft, pageKey: 'https://a.example/layout' });
const passage = (quote: string) => ({ quote, selectors: [], context: {} });
const type = async () => valueOf(await saveDraft(database, id, someFields({ why: 'typed' }), 2));
const quotes = async () => (await draftById(database, id))?.capture.morePassages?.map(({ quote }) => quote);

describe('another passage of the page', () => {
  it('goes into the clip that has words already', async () => {
    await type();
    expect(valueOf(await addPassage(database, here(id), passage('two'), 3))).toBe(true);
    expect(valueOf(await addPassage(database, here(id), passage('three'), 4))).toBe(true);
    expect(await quotes()).toEqual(['two', 'three']);
  });

  it('is a clip of its own while nothing was typed', async () => {
    expect(valueOf(await addPassage(database, here(id), passage('two'), 3))).toBe(false);
    expect(await quotes()).toBeUndefined();
  });

  it('of another page is a clip of its own: a single-page app goes on under the composer', async () => {
    await type();
    const there = { id, pageKey: 'https://a.example/other' };
    expect(valueOf(await addPassage(database, there, passage('two'), 3))).toBe(false);
    expect(await quotes()).toBeUndefined();
  });

  it('that is there already is not added twice', async () => {
    await type();
    for (const quote of ['two', 'two', aCapture().quote ?? '']) valueOf(await addPassage(database, here(id), passage(quote), 3));
    expect(await quotes()).toEqual(['two']);
  });

  it('does not go into the clip of an image, nor past what a clip holds', async () => {
    const image = valueOf(await beginDraft(database, aCapture({ kind: 'image' }), { now: 1, newId }));
    valueOf(await saveDraft(database, image.id, someFields({ why: 'typed' }), 2));
    expect(valueOf(await addPassage(database, here(image.id), passage('two'), 3))).toBe(false);
    await type();
    for (let n = 0; n < 20; n++) expect(valueOf(await addPassage(database, here(id), passage(`${n}`), 3))).toBe(true);
    expect(valueOf(await addPassage(database, here(id), passage('too many'), 3))).toBe(false);
  });

  it('can be taken out again, with its page, for a clip of its own', async () => {
    await type();
    for (const quote of ['two', 'three']) valueOf(await addPassage(database, here(id), passage(quote), 3));
    const taken = valueOf(await takePassage(database, { id, index: 0, quote: 'two' }, 4));
    expect(taken).toEqual({ kind: 'passage', source: aCapture().source, ...passage('two') });
    expect(await quotes()).toEqual(['three']);
    valueOf(await takePassage(database, { id, index: 0, quote: 'three' }, 5));
    expect((await draftById(database, id))?.capture).not.toHaveProperty('morePassages');
    expect(codeOf(await takePassage(database, { id, index: 0, quote: 'three' }, 6))).toBe('not-found');
  });

  it('is taken out once, however often it is asked for: the next one stays', async () => {
    await type();
    for (const quote of ['two', 'three']) valueOf(await addPassage(database, here(id), passage(quote), 3));
    const out = { id, index: 0, quote: 'two' };
    valueOf(await takePassage(database, out, 4));
    expect(codeOf(await takePassage(database, out, 5))).toBe('not-found');
    expect(await quotes()).toEqual(['three']);
  });

  it('becomes a clip of its own whole, or stays where it is', async () => {
    await type();
    for (const quote of ['two', 'three']) valueOf(await addPassage(database, here(id), passage(quote), 3));
    const noId = (): string => {
      throw new Error('the worker ends here');
    };
    expect(codeOf(await separatePassage(database, { id, index: 0, quote: 'two' }, { now: 4, newId: noId }))).toBe('database-failed');
    expect(await quotes()).toEqual(['two', 'three']);
    const own = valueOf(await separatePassage(database, { id, index: 0, quote: 'two' }, { now: 5, newId }));
    expect(await quotes()).toEqual(['three']);
    expect((await draftById(database, own.id))?.capture.quote).toBe('two');
  });

  it('is kept, taken back by Undo, and left when the first passage is clipped again', async () => {
    await type();
    valueOf(await addPassage(database, here(id), passage('two'), 3));
    valueOf(await beginDraft(database, aCapture(), { now: 4, newId }));
    expect(await quotes()).toEqual(['two']);
    const clip = valueOf(await keepDraft(database, { id, fields: someFields({ why: 'typed' }) }, { now: 5, newId }));
    expect(clip.morePassages).toEqual([passage('two')]);
    valueOf(await undoKeep(database, id, 6));
    expect(await quotes()).toEqual(['two']);
  });
});

describe('a draft', () => {
  const begin = async (changed: Parameters<typeof aCapture>[0]) =>
    valueOf(await beginDraft(database, aCapture(changed), { now: 1, newId })).id;

  it('of the same image, or the same second of a video, is the same; of a region it never is', async () => {
    const image = { kind: 'image', media: { address: 'https://a.example/1.png' } } as const;
    expect(await begin(image)).toBe(await begin(image));
    expect(await begin(image)).not.toBe(await begin({ ...image, media: { address: 'https://a.example/2.png' } }));
    const moment = { kind: 'moment', media: { address: 'https://a.example/v', seconds: 3 } } as const;
    expect(await begin(moment)).not.toBe(await begin({ ...moment, media: { ...moment.media, seconds: 4 } }));
    expect(await begin({ kind: 'region' })).not.toBe(await begin({ kind: 'region' }));
  });

  it('of an image, or a link, without an address is never that of another one', async () => {
    for (const kind of ['image', 'link'] as const)
      expect(await begin({ kind, media: { alt: 'one' } })).not.toBe(await begin({ kind, media: { alt: 'other' } }));
  });

  it('that is begun twice under one id keeps what was typed in between', async () => {
    const region = aCapture({ kind: 'region' });
    const again = { now: 1, newId: () => id };
    valueOf(await beginDraft(database, region, again));
    await type();
    valueOf(await beginDraft(database, region, again));
    expect((await draftById(database, id))?.fields.why).toBe('typed');
  });
});
