import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff, type DiffPiece } from '../../domain/wordDiff.ts';

const without = (pieces: readonly DiffPiece[], unwanted: DiffPiece['is']): string =>
  pieces.flatMap(({ is, text }) => (is === unwanted ? [] : [text])).join('');
/** `then [-went-] {+came+}` */
const drawn = (then: string, now: string): string =>
  wordDiff(then, now)
    .map(({ is, text }) => (is === 'removed' ? `[-${text}-]` : is === 'added' ? `{+${text}+}` : text))
    .join('');

describe('a word diff', () => {
  it.each([
    ['says nothing of what stayed', 'Mow in June.', 'Mow in June.', 'Mow in June.'],
    ['names the word that changed', 'Mow in June only.', 'Mow in July only.', 'Mow in [-June-]{+July+} only.'],
    [
      'takes whole words, not the letters that they share',
      'In May the meadows bloom',
      'In May the meadow blooms',
      'In May the [-meadows bloom-]{+meadow blooms+}',
    ],
    [
      'takes a number whole',
      'It fell from 1.9 s to 140 ms.',
      'It fell from 1.4 s to 90 ms.',
      'It fell from [-1.9-]{+1.4+} s to [-140-]{+90+} ms.',
    ],
    [
      'counts a word that stayed by chance with the changes around it',
      'Of the kept rows all are shown with a long explanation of the table that is drawn, and scrolled without a wait.',
      'Of the kept rows all are shown next to two pictures of what nobody ever asked about, and scrolled without a wait.',
      'Of the kept rows all are shown [-with a long explanation of the table that is drawn-]{+next to two pictures of what nobody ever asked about+}, and scrolled without a wait.',
    ],
    [
      'is two texts where hardly a word stayed',
      'The grass is cut in June.',
      'The note was withdrawn.',
      '[-The grass is cut in June.-]{+The note was withdrawn.+}',
    ],
    ['finds what was put in', 'Mow late.', 'Mow late, never early.', 'Mow late{+, never early+}.'],
    ['finds what was taken out', 'Mow late, never early.', 'Mow late.', 'Mow late[-, never early-].'],
    ['finds changes at both ends', 'Ten bees came here', 'Six bees came there', '[-Ten-]{+Six+} bees came [-here-]{+there+}'],
    ['takes in what came before and after', 'Mow late.', 'Hear: Mow late. Or never.', '{+Hear: +}Mow late.{+ Or never.+}'],
    ['holds words without spaces between them apart', '我们在六月割草。', '我们在七月割草。', '我们在[-六月-]{+七月+}割草。'],
    ['begins with nothing', '', 'new', '{+new+}'],
    ['ends with nothing', 'old', '', '[-old-]'],
  ])('%s', (_, then, now, expected) => {
    expect(drawn(then, now)).toBe(expected);
  });

  it('holds all of both texts, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('a', 'bb', ' ', '\n', '.', '草', 'ไทย', '👩‍🌾', 'é', '\u0301', "it's"), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (then, now) => {
        const pieces = wordDiff(then, now);
        expect(without(pieces, 'added')).toBe(then);
        expect(without(pieces, 'removed')).toBe(now);
      }),
    );
  });

  it('of two texts without a word in common is all that went and all that came', () => {
    const then = Array.from({ length: 2_000 }, (_, at) => `then${at}`).join(' ');
    const now = Array.from({ length: 2_000 }, (_, at) => `now${at}`).join(' ');
    expect(wordDiff(then, now)).toEqual([
      { is: 'removed', text: then },
      { is: 'added', text: now },
    ]);
  });

  it.each([
    ['one word in the middle', 'word '.repeat(50_000), 'other '],
    ['everything', 'word '.repeat(50_000), 'then '.repeat(50_000)],
    ['the middle of a text without spaces', '草木'.repeat(125_000), '花'],
  ])('of half a million signs that differ in %s comes at once', (_, half, change) => {
    const began = performance.now();
    const pieces = wordDiff(half + half, half + change + half);
    expect(pieces.length).toBeLessThanOrEqual(6);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
