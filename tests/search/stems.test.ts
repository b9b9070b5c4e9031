import { describe, expect, it } from 'vitest';
import { stemOf } from '../../search/stems.ts';

describe('the forms of a word have one stem', () => {
  it.each([
    ['en', ['decide', 'decided', 'deciding']],
    ['en', ['study', 'studies', 'studied']],
    ['fr', ['decision', 'decisions']],
    ['fr', ['cheval', 'chevaux']],
    ['de', ['entscheidung', 'entscheidungen']],
    ['de', ['haus', 'hauser', 'hauses']],
    ['es', ['decision', 'decisiones']],
    ['es', ['correr', 'corriendo', 'corre']],
  ])('in %s: %j', (language, words) => {
    expect(new Set(words.map((word) => stemOf(word, language))).size).toBe(1);
  });
});

it('a language that is not known has no forms', () => {
  expect(stemOf('words', 'xx')).toBeUndefined();
});

it('what is too short or too long to be a word has no forms', () => {
  expect([stemOf('is', 'en'), stemOf('x'.repeat(40), 'en')]).toEqual([undefined, undefined]);
});
