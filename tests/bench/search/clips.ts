import type { Clip } from '../../../domain/clip.ts';
import { seededRandom, type Random } from '../measure/random.ts';
import type { Prose } from './prose.ts';

/** Sentences of a clip's quote and of its why. */
const QUOTED = 3;
const SAID = 2;
/** Characters of a title. */
const TITLE = [25, 74] as const;
/** Words that are tags, and that sites are called by: neither the most common ones nor rare. */
const NAMES = [300, 700] as const;
/** A word that the prose has no more often is a name, a number or jargon. */
const RARE = 2;
/** Of a hundred such words in a sentence that is used again, how many become others. */
const RENEWED = 44;

const LONG_WORD = /[A-Za-z]{5,}/g;

/** A part of a sentence. */
interface Half {
  readonly text: string;
  readonly hasRare: boolean;
}

/** Clips of one page, made one after the other. */
const CLIPS_A_PAGE = 3;
/** Tags that go with a tag. */
const LIKE_TAGS = 8;

/** 2023-01-01, and a clip every five minutes from then on. */
const FIRST = Date.UTC(2023, 0, 1);
const APART = 5 * 60_000;
/** When they are searched. */
export const NOW = Date.UTC(2026, 0, 1);

/**
 * The clip with this number, the same in every run. The first ones are slices of the prose. When that is used up, the beginning of one sentence goes on with the
 * end of another, and some of the rare words in it become new ones, made of two such: so the vocabulary goes on growing as it does in what
 * people write, and rare words stay rare.
 */
export type ClipAt = (number: number) => Clip;

export function clipMaker({ sentences, headings }: Prose): ClipAt {
  const counts = wordCounts(sentences);
  const byCount = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([word]) => word);
  const names = byCount.filter((word) => /^[a-z]{5,10}$/.test(word)).slice(...NAMES);
  const rare = byCount.filter((word) => (counts.get(word) ?? 0) <= RARE && /^[a-z]{5,}$/.test(word));
  const isRare = (word: string): boolean => (counts.get(word.toLowerCase()) ?? 0) <= RARE;
  const cut = (take: (words: readonly string[], middle: number) => readonly string[]): readonly Half[] =>
    sentences.map((sentence) => {
      const words = sentence.split(' ');
      const text = take(words, Math.ceil(words.length / 2)).join(' ');
      return { text, hasRare: text.match(LONG_WORD)?.some(isRare) ?? false };
    });
  const beginnings = cut((words, middle) => words.slice(0, middle));
  const endings = cut((words, middle) => words.slice(middle));
  const slices = Math.floor(sentences.length / (QUOTED + SAID));

  const from = <T>(list: readonly T[], { below }: Random): T => {
    const one = list[below(list.length)];
    if (one === undefined) throw new Error('there is no prose');
    return one;
  };
  const coined = (random: Random): string => {
    const [one, other] = [from(rare, random), from(rare, random)];
    return one.slice(0, Math.ceil(one.length / 2)) + other.slice(Math.ceil(other.length / 2));
  };
  const half = (list: readonly Half[], random: Random): string => {
    const { text, hasRare } = from(list, random);
    return hasRare ? text.replace(LONG_WORD, (word) => (isRare(word) && random.below(100) < RENEWED ? coined(random) : word)) : text;
  };
  const crossed = (random: Random): string => `${half(beginnings, random)} ${half(endings, random)}`;

  const addressOf = (page: number): string => {
    const random = seededRandom(Math.imul(page + 1, 0x85ebca6b));
    return `https://${from(names, random)}.example/${from(names, random)}/${from(names, random)}-${from(names, random)}/${page}`;
  };
  const tagsOf = (random: Random): readonly string[] => {
    // some are used much more than others, and most go with their like
    const first = Math.floor(names.length * (random.below(1_000) / 1_000) ** 2);
    const tags = Array.from({ length: random.below(4) }, (_, place) => names[first + (place === 0 ? 0 : random.below(LIKE_TAGS))] ?? '');
    return [...new Set(tags)].filter((tag) => tag !== '');
  };

  return (number) => {
    const random = seededRandom(Math.imul(number + 1, 0x9e3779b1));
    const written =
      number < slices
        ? sentences.slice(number * (QUOTED + SAID), (number + 1) * (QUOTED + SAID))
        : Array.from({ length: QUOTED + SAID }, () => crossed(random));
    const quote = written.slice(0, QUOTED).join(' ');
    const title = `${from(headings, random)}: ${crossed(random)}`.slice(0, TITLE[0] + random.below(TITLE[1] - TITLE[0])).trim();
    const address = addressOf(Math.floor(number / CLIPS_A_PAGE));
    const at = FIRST + number * APART;
    return {
      id: idAt(at, number),
      kind: 'passage',
      source: { address, title, language: 'en' },
      quote,
      selectors: [{ type: 'TextQuoteSelector', exact: quote }],
      context: {},
      pageKey: address,
      why: written.slice(QUOTED).join(' '),
      tags: [...tagsOf(random)],
      createdAt: at,
      updatedAt: at,
    };
  };
}

export const WORD = /[\p{L}\p{N}]+/gu;

/** How often each word is written, without regard to case. */
export function wordCounts(texts: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const [word] of text.toLowerCase().matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** A UUIDv7 of a moment, made without chance: the number stands where that would. */
function idAt(instant: number, number: number): string {
  const time = instant.toString(16).padStart(12, '0');
  // spread over all of it, as chance is
  const [high, low] = [Math.imul(number + 1, 0x9e3779b1), Math.imul(number + 1, 0x85ebca6b)].map((half) =>
    (half >>> 0).toString(16).padStart(8, '0'),
  );
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8${(high ?? '').slice(0, 3)}-${(high ?? '').slice(4)}${low ?? ''}`;
}
