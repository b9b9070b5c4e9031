import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Clip } from '../../../domain/clip.ts';
import { seededRandom } from '../measure/random.ts';
import { clipMaker } from './clips.ts';
import { mistyped } from './mistype.ts';
import { installedProse } from './prose.ts';
import { makeQueries } from './queries.ts';

const prose = installedProse();
const few = { sentences: prose.sentences.slice(0, 5_000), headings: prose.headings.slice(0, 200) };
const clipAt = clipMaker(few);
const SIZE = 3_000;
const textsOf = ({ why, quote = '', source, tags }: Clip): string => [why, quote, source.title, tags.join(' ')].join('\n').toLowerCase();

describe('clips of installed prose', () => {
  it('are clips, each with an id of its own', () => {
    const clips = Array.from({ length: SIZE }, (_, number) => clipAt(number));
    for (const clip of clips) expect(v.is(Clip, clip)).toBe(true);
    expect(new Set(clips.map(({ id }) => id)).size).toBe(SIZE);
  });

  it('are the same in every run', () => {
    expect(clipMaker(few)(2_345)).toEqual(clipAt(2_345));
  });

  it('say something else each, also when the prose is used up', () => {
    expect(new Set(Array.from({ length: SIZE }, (_, number) => clipAt(number).quote)).size).toBeGreaterThan(SIZE * 0.99);
  });

  it('are as long as people’s', () => {
    const all = clipMaker(prose);
    const mean = (lengthOf: (clip: Clip) => number): number =>
      Array.from({ length: SIZE }, (_, place) => lengthOf(all(place * 33))).reduce((sum, one) => sum + one, 0) / SIZE;
    expect(Math.abs(mean(({ source }) => source.title.length) - 49)).toBeLessThan(5);
    expect(Math.abs(mean(({ quote = '' }) => quote.length) - 292)).toBeLessThan(30);
    expect(Math.abs(mean(({ why }) => why.length) - 182)).toBeLessThan(20);
  });
});

describe('queries for a clip that somebody has in mind', () => {
  const queries = makeQueries(clipAt, SIZE, 200, 'reporting');
  const byId = new Map(Array.from({ length: SIZE }, (_, number) => [clipAt(number).id, textsOf(clipAt(number))]));

  it('have its very words, where nothing was mistyped', () => {
    for (const { text, wanted } of queries.filter(({ kind }) => kind === 'right'))
      for (const word of text.split(' ')) expect(byId.get(wanted)).toContain(word);
  });

  it('are no more than ten clips’', () => {
    for (const { text } of queries.filter(({ kind }) => kind === 'right')) {
      const words = text
        .split(' ')
        .map((word, place, all) => new RegExp(`(?<![\\p{L}\\p{N}])${word}${place < all.length - 1 ? '(?![\\p{L}\\p{N}])' : ''}`, 'u'));
      const isWhole = new RegExp(`(?<![\\p{L}\\p{N}])${text.split(' ').at(-1) ?? ''}(?![\\p{L}\\p{N}])`, 'u');
      const having = [...byId.values()].filter((texts) => words.every((word) => word.test(texts)));
      // a query that ends with a whole word means that word
      expect(Math.min(having.length, having.filter((texts) => isWhole.test(texts)).length)).toBeLessThanOrEqual(10);
    }
  });

  it('come in every kind', () => {
    const kinds = new Set(queries.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['right', 'typo', 'typo-prefix', 'phrase']));
  });

  it('have other clips in mind in the other half', () => {
    const wanted = new Set(queries.map((query) => query.wanted));
    for (const query of makeQueries(clipAt, SIZE, 200, 'tuning')) expect(wanted).not.toContain(query.wanted);
  });
});

describe('a word typed in haste', () => {
  it('is another one, not a letter longer or shorter than by one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,12}$/), fc.nat(), (word, seed) => {
        const typed = mistyped(word, seededRandom(seed));
        expect(typed).not.toBe(word);
        expect(Math.abs(typed.length - word.length)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
