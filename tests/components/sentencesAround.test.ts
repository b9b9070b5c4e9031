import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesAround } from '../../components/sentencesAround.ts';

const PARAGRAPH = 'The first says little. The second leads up. Here is the quote. The third follows. The last says little.';

test('the sentence before and the one after', () => {
  expect(sentencesAround('Here is the quote.', PARAGRAPH)).toEqual({ before: 'The second leads up. ', after: ' The third follows.' });
});

test('of a sentence that was quoted in part the rest of it', () => {
  expect(sentencesAround('is the', PARAGRAPH)).toEqual({ before: 'Here ', after: ' quote.' });
});

test('the quote’s own full stop is not a sentence', () => {
  expect(sentencesAround('Here is the quote', PARAGRAPH)?.after).toBe('. The third follows.');
});

test('at the ends of its paragraph there is nothing around', () => {
  expect(sentencesAround('All of it.', 'All of it.')).toEqual({ before: '', after: '' });
});

test('a long sentence is cut at a word', () => {
  const long = `${'many words '.repeat(20)}end.`;
  const around = sentencesAround('Quote.', `${long} Quote. ${long}`);
  expect(around?.before).toMatch(/^…(many|words) .*end\. $/);
  expect(around?.after).toMatch(/^ many words .*(many|words)…$/);
});

test('a long quote, and one that is not in the paragraph, have nothing around', () => {
  const long = 'a long quote '.repeat(20);
  expect(sentencesAround(long, `Before. ${long}. After.`)).toBeUndefined();
  expect(sentencesAround('elsewhere', PARAGRAPH)).toBeUndefined();
});

test('a language that there is none of does no harm', () => {
  expect(sentencesAround('Here is the quote.', PARAGRAPH, 'no language at all')?.after).toBe(' The third follows.');
});

test('whatever stands around, it is from the paragraph and leaves the quote its room', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ minLength: 1, maxLength: 60 }),
      fc.string({ unit: 'grapheme' }),
      (before, quote, after) => {
        const around = sentencesAround(quote, before + quote + after);
        if (!around) return;
        expect(before + quote + after).toContain(around.before.replace(/^…/, ''));
        expect(before + quote + after).toContain(around.after.replace(/…$/, ''));
        expect(Math.max(around.before.length, around.after.length)).toBeLessThanOrEqual(81);
      },
    ),
  );
});
