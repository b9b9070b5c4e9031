import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../search/index.ts';
import { wantedTexts, type Facts } from '../../../search/query/index.ts';
import { NOW, parse } from './queries.ts';

/** Whether a document with these words and facts is found. */
function found(text: string, words: readonly string[], facts: Facts = {}): boolean {
  const index = createIndex();
  index.add([{ id: 'it', kind: 'clip', at: NOW, fields: { title: words.join(' ') }, facts }]);
  return index.search(text, { now: NOW }).total === 1;
}

describe('a document answers', () => {
  it.each([
    ['a query that says nothing', '', []],
    ['with one of several words', 'grid flex', ['flex']],
    ['with a phrase, and one of the words', '"a b" grid flex', ['a b', 'grid']],
    ['with one of the alternatives', 'grid OR "a b"', ['a b']],
    ['with what is not ruled out', 'grid -flex', ['grid']],
    ['with some of what is ruled out together', 'grid -(flex float)', ['grid', 'flex']],
    ['with nothing, when all that is asked is what it lacks', '-flex', []],
    ['with words of one group', '(grid OR flex) layout', ['layout']],
  ])('%s', (_, query, words) => {
    expect(found(query, words)).toBe(true);
  });

  it.each([
    ['without any of the words', 'grid flex', ['layout']],
    ['without the phrase', '"a b" grid', ['grid']],
    ['with what is ruled out', 'grid -flex', ['grid', 'flex']],
    ['with one of what is ruled out each', 'grid -(flex OR float)', ['grid', 'float']],
    ['without a word that a field must have', 'why:slow grid', ['grid']],
    ['without a filter, whatever its words', '(tag:css OR grid) flex', ['flex']],
  ])('not %s', (_, query, words) => {
    expect(found(query, words)).toBe(false);
  });

  it('by its facts and its time', () => {
    const facts = { tags: ['css'], site: 'a.example' };
    expect(found('tag:css -site:b.example after:yesterday', [], facts)).toBe(true);
    expect(found('tag:css -site:a.example', [], facts)).toBe(false);
    expect(found('tag:css before:yesterday', [], facts)).toBe(false);
    expect(found('tag:css OR tag:none', [], facts)).toBe(true);
    expect(found('tag:css grid', [], facts)).toBe(false);
  });
});

it('words and phrases are told with their fields, and whether they are ruled out', () => {
  const wanted = wantedTexts(parse('grid why:(slow -"too late") -(a OR rejected:b) tag:css -(-c)'));
  expect(wanted.map(({ part, fields, isExcluded }) => [part.text, fields?.[0], isExcluded])).toEqual([
    ['grid', undefined, false],
    ['slow', 'why', false],
    ['too late', 'why', true],
    ['a', undefined, true],
    ['b', 'rejected', true],
    ['c', undefined, false],
  ]);
});
