import type { Clip } from '../../../domain/clip.ts';
import { seededRandom, type Random } from '../measure/random.ts';
import { WORD, wordCounts, type ClipAt } from './clips.ts';
import { mistyped } from './mistype.ts';

/** Tuned on one, reported on the other. They share no clip. */
export type Half = 'tuning' | 'reporting';

/** What somebody types who has one clip in mind. */
export interface Query {
  readonly text: string;
  /** The id of that clip. */
  readonly wanted: string;
  /** `typo` in a finished word, `typo-prefix` in the one that is still being typed. */
  readonly kind: 'right' | 'typo' | 'typo-prefix' | 'phrase';
}

/** Words of a query. */
const LENGTHS = [1, 2, 3, 4] as const;
/** Of a hundred queries, as many of each length as far as there are. Two in five end within a word: half of the right ones, and typo-prefix. */
const KINDS = { right: 60, typo: 20, 'typo-prefix': 10, phrase: 10 } as const satisfies Readonly<Record<Query['kind'], number>>;
/** The most common words, which nobody looks for. */
const COMMON = 150;
/** A letter that is wrong in a shorter word makes another word of it. In characters, as many of them as were typed. */
const SHORTEST_MISTYPED = 4;
const SHORTEST_PREFIX = 3;
/** When more clips than these have all that was meant, nobody could tell which one was. */
const MOST_MEANT = 10;
/** Queries made up for each that is wanted: most are meant by too many clips. */
const PROPOSED = 10;

interface Proposal {
  readonly query: Query;
  /** Whole words; or the beginning of one, which ends with an asterisk. */
  readonly terms: readonly string[];
}

/** Queries for the first `size` clips: about so many, fewer where too few tell one clip from the others. */
export function makeQueries(clipAt: ClipAt, size: number, count: number, half: Half): readonly Query[] {
  const random = seededRandom(size * 2 + (half === 'tuning' ? 1 : 0));
  const common = commonWords(clipAt, size);
  const kinds = Object.entries(KINDS).flatMap(([kind, share]) => LENGTHS.map((length) => ({ kind: kind as Query['kind'], length, share }))); // its keys are the kinds
  const proposals = kinds.flatMap(({ kind, length, share }) => {
    const room = Math.round((count * share) / 100 / LENGTHS.length);
    const made = Array.from({ length: room * PROPOSED }, () => {
      const number = random.below(Math.floor(size / 2)) * 2 + (half === 'tuning' ? 1 : 0);
      return propose(clipAt(number), kind, length, random, common) ?? [];
    });
    return [{ room, made: made.flat() }];
  });
  const meant = clipsThatHave(new Set(proposals.flatMap(({ made }) => made)), clipAt, size);
  const queries = proposals.flatMap(({ room, made }) =>
    made
      .filter((proposal) => (meant.get(proposal) ?? 0) <= MOST_MEANT)
      .slice(0, room)
      .map(({ query }) => query),
  );
  // mixed, so that the first few are like all
  return queries
    .map((query) => [random.below(1_000_000), query] as const)
    .sort(([one], [other]) => one - other)
    .map(([, query]) => query);
}

function commonWords(clipAt: ClipAt, size: number): ReadonlySet<string> {
  const some = Array.from({ length: Math.min(size, 1000) }, (_, number) => clipAt(number).quote ?? '');
  return new Set(
    [...wordCounts(some)]
      .sort(([, one], [, other]) => other - one)
      .map(([word]) => word)
      .slice(0, COMMON),
  );
}

const fieldsOf = ({ source, quote = '', why, tags }: Clip): readonly string[] => [why, quote, source.title, tags.join(' ')];
const wordsIn = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

function propose(clip: Clip, kind: Query['kind'], length: number, random: Random, common: ReadonlySet<string>): Proposal | undefined {
  const fields = fieldsOf(clip);
  const inField = wordsIn(fields[random.below(fields.length)] ?? '');
  if (kind === 'phrase') {
    const from = random.below(Math.max(1, inField.length - length));
    const terms = inField.slice(from, from + length);
    return terms.length < length ? undefined : { query: { text: `"${terms.join(' ')}"`, wanted: clip.id, kind }, terms };
  }
  const telling = [...new Set(inField)].filter((word) => word.length >= 3 && !common.has(word));
  const words = Array.from({ length }, () => telling.splice(random.below(telling.length), 1)).flat();
  const last = words.at(-1);
  if (last === undefined || words.length < length) return undefined;
  const isUnfinished = kind === 'typo-prefix' || (kind === 'right' && random.below(2) === 0);
  const shortest = kind === 'right' ? SHORTEST_PREFIX : SHORTEST_MISTYPED;
  if (isUnfinished) {
    if (last.length <= shortest) return undefined;
    words[length - 1] = last.slice(0, shortest + random.below(last.length - shortest));
  }
  const terms = words.map((word, place) => (isUnfinished && place === length - 1 ? `${word}*` : word));
  if (kind === 'right') return { query: { text: words.join(' '), wanted: clip.id, kind }, terms };
  const mistakable = words.flatMap((word, place) => (word.length >= SHORTEST_MISTYPED ? [place] : []));
  const place = kind === 'typo-prefix' ? length - 1 : mistakable[random.below(mistakable.length)];
  if (place === undefined) return undefined;
  words[place] = mistyped(words[place] ?? '', random);
  return { query: { text: words.join(' '), wanted: clip.id, kind }, terms };
}

/** How many clips have all terms of each proposal. */
function clipsThatHave(proposals: ReadonlySet<Proposal>, clipAt: ClipAt, size: number): ReadonlyMap<Proposal, number> {
  const having = new Map<string, number[]>();
  for (const { terms } of proposals) for (const term of terms) having.set(term, []);
  const listsOf = (word: string): readonly number[][] =>
    [word, ...Array.from(word, (_, end) => `${word.slice(0, end + 1)}*`)].flatMap((term) => {
      const list = having.get(term);
      return list ? [list] : [];
    });
  const known = new Map<string, readonly number[][]>();
  for (let number = 0; number < size; number++) {
    for (const word of wordsIn(fieldsOf(clipAt(number)).join(' '))) {
      let held = known.get(word);
      if (!held) known.set(word, (held = listsOf(word)));
      for (const list of held) if (list.at(-1) !== number) list.push(number);
    }
  }
  return new Map(
    [...proposals].map((proposal) => {
      const [rarest = [], ...others] = proposal.terms.map((term) => having.get(term) ?? []).sort((one, other) => one.length - other.length);
      return [proposal, rarest.filter((number) => others.every((list) => isIn(list, number))).length];
    }),
  );
}

function isIn(ascending: readonly number[], number: number): boolean {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === number;
}
