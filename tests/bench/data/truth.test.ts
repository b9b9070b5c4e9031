import { describe, expect, it } from 'vitest';
import { seededRandom } from '../measure/random.ts';
import { LANGUAGES } from './languages/languages.ts';
import { tokensOf, tokenSource, type PageText, type Token } from './pageText.ts';
import { PAGE_KINDS, writePage } from './pageTexts.ts';
import { chooseQuotes, type Quote } from './quotes.ts';
import { render } from './render.ts';
import { MANNERS, revise } from './revise.ts';

interface Edited {
  readonly name: string;
  readonly before: PageText;
  readonly after: PageText;
  readonly quotes: readonly Quote[];
}

const edited = (seed: number): Edited => {
  const random = seededRandom(seed);
  const source = tokenSource();
  const language = LANGUAGES[seed % LANGUAGES.length] ?? LANGUAGES[0];
  const kind = PAGE_KINDS[seed % PAGE_KINDS.length] ?? 'article';
  const before = writePage(kind, language, 4, random, source);
  const after = revise(before, Object.values(MANNERS)[seed % 4] ?? MANNERS.revised, random, source);
  return { name: `${language.code} ${kind}`, before, after, quotes: chooseQuotes(before, after, 6, random) };
};
const PAIRS = Array.from({ length: 66 }, (_, seed) => edited(seed));
const CASES = PAIRS.flatMap((pair) => pair.quotes.map((quote) => ({ ...pair, quote })));

const textsOf = (tokens: readonly Token[]): readonly string[] => tokens.map(({ text }) => text);
const keptOf = ({ before, after, quote }: (typeof CASES)[number]): number => {
  const later = new Set(tokensOf(after).map(({ id }) => id));
  const chosen = tokensOf(before).slice(quote.start, quote.end);
  return chosen.filter(({ id }) => later.has(id)).length / chosen.length;
};
const ofKind = (kind: Quote['kind']) => CASES.filter(({ quote }) => quote.kind === kind);

describe('the truth about a quote', () => {
  it('is known for all classes', () => {
    for (const kind of ['unchanged', 'light', 'heavy', 'deleted'] as const) expect(ofKind(kind).length, kind).toBeGreaterThan(50);
  });

  it('points to the very words of an unchanged quote', () => {
    for (const { before, after, quote } of ofKind('unchanged')) {
      expect(textsOf(tokensOf(after).slice(...(quote.truth ?? [])))).toEqual(textsOf(tokensOf(before).slice(quote.start, quote.end)));
    }
  });

  it('points to seven words of ten, or more, of a lightly edited one', () => {
    for (const one of ofKind('light')) {
      expect(keptOf(one)).toBeGreaterThanOrEqual(0.7);
      const ids = new Set(
        tokensOf(one.before)
          .slice(one.quote.start, one.quote.end)
          .map(({ id }) => id),
      );
      const there = tokensOf(one.after).slice(...(one.quote.truth ?? []));
      expect(there.filter(({ id }) => ids.has(id)).length / ids.size).toBeGreaterThanOrEqual(0.7);
    }
  });

  it('leaves four to seven words of ten to a heavily edited one', () => {
    for (const one of ofKind('heavy')) {
      expect(keptOf(one)).toBeGreaterThanOrEqual(0.4);
      expect(keptOf(one)).toBeLessThan(0.8);
    }
  });

  it('has less than a tenth of a deleted one anywhere', () => {
    for (const one of ofKind('deleted')) {
      expect(keptOf(one)).toBeLessThan(0.1);
      expect(one.quote.truth).toBeUndefined();
    }
  });
});

describe('a page of the corpus', () => {
  it('is the same for the same seed', () => {
    expect(edited(7)).toEqual(edited(7));
    expect(edited(7).after).not.toEqual(edited(18).after);
  });

  it('gives no two words one id', () => {
    for (const { after, name } of PAIRS) {
      const ids = tokensOf(after).map(({ id }) => id);
      expect(new Set(ids).size, name).toBe(ids.length);
    }
  });

  it('knows where each word stands in whatever mark-up it was given', () => {
    const plain = (text: string): string =>
      text
        .replace(/\u00ad/g, '')
        .replace(/[“”]/g, '"')
        .replace(/’/g, "'");
    for (const [seed, { before, name }] of PAIRS.entries()) {
      const { textContent, spans } = render(before, seededRandom(seed));
      for (const { id, text } of tokensOf(before)) expect(plain(textContent.slice(...(spans.get(id) ?? []))), name).toBe(plain(text));
    }
  });
});
