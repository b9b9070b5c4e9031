import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkNear } from '../../search/fuzzyWalk.ts';
import { WordPacker } from '../../search/packedWords.ts';

type Near = readonly [word: string, edits: number, isPart: boolean];

function walk(words: readonly string[], typed: string, most: number, isUnfinished: boolean): Near[] {
  const packer = new WordPacker();
  for (const word of words) packer.add(word);
  const packed = packer.pack();
  const found: Near[] = [];
  const codes = Uint16Array.from(typed, (_, index) => typed.charCodeAt(index));
  walkNear(packed, codes, most, isUnfinished, (word, edits, isPart) => found.push([words[word] ?? '', edits, isPart]));
  return found;
}

/** Optimal string alignment, by its definition. */
function distance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const ways = [
    distance(one.slice(0, -1), other) + 1,
    distance(one, other.slice(0, -1)) + 1,
    distance(one.slice(0, -1), other.slice(0, -1)) + (one.at(-1) === other.at(-1) ? 0 : 1),
  ];
  if (one.length > 1 && other.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1)) {
    ways.push(distance(one.slice(0, -2), other.slice(0, -2)) + 1);
  }
  return Math.min(...ways);
}

function bruteForce(words: readonly string[], typed: string, most: number, isUnfinished: boolean): Near[] {
  return words.flatMap((word): Near[] => {
    const whole = distance(word, typed);
    const part = Math.min(...Array.from({ length: word.length + 1 }, (_, length) => distance(word.slice(0, length), typed)));
    const found: Near[] = whole <= most ? [[word, whole, false]] : [];
    return isUnfinished && part <= most && part < whole ? [...found, [word, part, true]] : found;
  });
}

describe('the walk over the words', () => {
  it('finds what comparing with each of them finds', () => {
    const aWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.uniqueArray(aWord, { maxLength: 60 }).map((words) => words.sort()),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 3, maxLength: 6 }),
        fc.constantFrom(1, 2),
        fc.boolean(),
        (words, typed, most, isUnfinished) => {
          expect(walk(words, typed, most, isUnfinished)).toEqual(bruteForce(words, typed, most, isUnfinished));
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a letter less', 'databse', 1],
    ['a letter more', 'databbase', 1],
    ['another letter', 'datadase', 1],
    ['two neighbours the wrong way round', 'databaes', 1],
    ['two of these', 'databbaes', 2],
  ])('counts %s', (_, typed, edits) => {
    expect(walk(['data', 'database', 'router'], typed, 2, false)).toEqual([['database', edits, false]]);
  });

  it('finds a beginning only when more may come', () => {
    expect(walk(['architecture'], 'archetec', 1, true)).toEqual([['architecture', 1, true]]);
    expect(walk(['architecture'], 'archetec', 1, false)).toEqual([]);
  });

  it('tells every word behind a beginning that is near', () => {
    const words = ['archer', 'architect', 'architects', 'architecture', 'archive'];
    expect(walk(words, 'archetec', 1, true).map(([word]) => word)).toEqual(['architect', 'architects', 'architecture']);
  });
});
