import { describe, expect, it } from 'vitest';
import { ALL_FIELDS, bitsOf } from '../../search/fields.ts';
import { readTexts } from '../../search/marks.ts';

const read = (why: string, words: readonly string[], ...phrases: readonly string[]) =>
  readTexts(
    { id: 'it', kind: 'clip', at: 0, fields: { why, title: why } },
    {
      words: new Map(words.map((word) => [word, bitsOf(['why'])])),
      phrases: phrases.map((phrase) => ({ words: phrase.split(' '), fields: ALL_FIELDS })),
    },
  );
const marked = (why: string, words: readonly string[], ...phrases: readonly string[]) =>
  (read(why, words, ...phrases).matches.why ?? []).map(([start, end]) => why.slice(start, end));

describe('a text that is read', () => {
  it('has the words marked in the fields that they are looked for in', () => {
    expect(read('a grid', ['grid']).matches).toEqual({ why: [[2, 6]] });
  });

  it('has a hump marked within its name, and the name where both are looked for', () => {
    expect(marked('call createIndex', ['index'])).toEqual(['Index']);
    expect(marked('call createIndex', ['index', 'createindex'])).toEqual(['createIndex']);
  });

  it('has the words of a phrase marked where they stand in a row, whatever is between them', () => {
    expect(marked('Grid, layout. A grid of layout', [], 'grid layout')).toEqual(['Grid', 'layout']);
  });

  it('tells which phrases are there', () => {
    expect([...read('the grid layout', [], 'layout grid', 'grid layout', 'the grid layout is').phrases]).toEqual([1]);
  });

  it('finds a phrase across a name in camelCase', () => {
    expect(read('call createIndex now', [], 'createindex now').phrases.size).toBe(1);
  });

  it('has no more marks than can be shown', () => {
    expect(read('grid '.repeat(500), ['grid']).matches.why).toHaveLength(100);
  });
});
