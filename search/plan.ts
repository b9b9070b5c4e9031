import { ALL_FIELDS, bitsOf } from './fields.ts';
import type { DatePart, FactPart, Part, Query } from './query/tree.ts';
import { queryWordsOf, wordsOf } from './words.ts';

/** Something that is looked up once, and that a document has or has not: one bit of its answer. */
export type Leaf = WordLeaf | PhraseLeaf | FilterLeaf;

export interface WordLeaf {
  readonly type: 'word';
  /** Folded. */
  readonly text: string;
  /** More of it may come: it is the last thing in the query. */
  readonly isUnfinished: boolean;
  /** Fields (bits) that it is looked for in. */
  readonly fields: number;
  /** It is ruled out: then only the very word counts. */
  readonly isNegated: boolean;
  /** Nobody typed it: then it has no typing errors. */
  readonly isPasted?: boolean;
}

export interface PhraseLeaf {
  readonly type: 'phrase';
  /** Folded, in order. */
  readonly words: readonly string[];
  readonly fields: number;
  readonly isNegated: boolean;
}

/** A fact or a date. */
export interface FilterLeaf {
  readonly type: 'filter';
  readonly part: FactPart | DatePart;
}

/** A query as the index looks it up. */
export interface Plan {
  readonly leaves: readonly Leaf[];
  /**
   * How far a document that has these leaves (bits) answers: 1 in all that was asked, less when only some of
   * the words are there, 0 when it does not.
   */
  readonly degree: (leaves: number) => number;
  /** A document may answer that has none of the words. */
  readonly needsNoWords: boolean;
  /** It is of words alone, and one of them is enough; a document that has more answers further. */
  readonly isOfWords: boolean;
}

/** Words of a query that count: a pasted page asks for its first ones. */
const MOST_WORDS = 8;
/** More words than anybody types. */
const MOST_TYPED = 16;
/** What else counts: the bits of a document's answer that are no sign. */
const MOST_LEAVES = 31;
/** Of so many leaves every combination has its place in a table. */
const MOST_IN_TABLE = 10;

type Degree = (leaves: number) => number;
interface Read {
  readonly degree: Degree;
  /** Words may be missing; what is not soft must be there. */
  readonly isSoft: boolean;
  readonly needsNoWords: boolean;
}
interface Within {
  readonly fields: number;
  readonly isNegated: boolean;
}

/** Make a plan of a query. What is more than can be looked up is left out. */
export function planOf({ text, parts }: Query): Plan {
  const leaves: Leaf[] = [];
  const places = new Map<string, number>();
  let words = 0;
  let runs = 0;
  // parentheses that are closed behind it don't finish a word: they may have been put around what is being typed
  const lastEnd = text.search(/\)*$/);

  const leafOf = (leaf: Leaf, weight: number): number | undefined => {
    const key = JSON.stringify(leaf);
    const known = places.get(key);
    if (known !== undefined) return known;
    if (leaves.length === MOST_LEAVES || (weight > 0 && words >= MOST_WORDS)) return undefined;
    words += weight;
    places.set(key, leaves.length);
    return leaves.push(leaf) - 1;
  };
  const has = (leaf: Leaf, weight: number, isSoft: boolean): Read | undefined => {
    const place = leafOf(leaf, weight);
    if (place === undefined) return undefined;
    return { degree: (bits) => (bits >> place) & 1, isSoft, needsNoWords: leaf.type === 'filter' };
  };

  const wordsIn = (part: { readonly text: string; readonly end: number }, { fields, isNegated }: Within): Read | undefined => {
    const read = queryWordsOf(part.text).flatMap(({ text: whole, start, end }) => {
      const isUnfinished = !isNegated && part.end === lastEnd && end === part.text.length;
      const one = (word: string, isLast: boolean): Read | undefined =>
        has({ type: 'word', text: word, isUnfinished: isUnfinished && isLast, fields, isNegated }, isNegated ? 0 : 1, true);
      const itself = one(whole, true);
      if (isNegated) return itself ?? [];
      // a name in camelCase is also found by its humps
      const humps = wordsOf(part.text.slice(start, end)).filter(({ isPart }) => isPart);
      const parted = allOf(humps.flatMap((hump, place) => one(hump.text, place === humps.length - 1) ?? []));
      return anyOf([itself, parted].filter((way) => way !== undefined)) ?? [];
    });
    return allOf(read);
  };
  const phraseIn = (phrase: string, { fields, isNegated }: Within): Read | undefined => {
    const found = queryWordsOf(phrase).slice(0, MOST_WORDS);
    if (found.length === 0) return undefined;
    return has({ type: 'phrase', words: found.map((word) => word.text), fields, isNegated }, isNegated ? 0 : found.length, false);
  };
  const readAll = (several: readonly Part[], within: Within): Read[] => several.flatMap((part) => read(part, within) ?? []);

  const read = (part: Part, within: Within): Read | undefined => {
    switch (part.type) {
      case 'word':
        if (!within.isNegated) runs++;
        return wordsIn(part, within);
      case 'phrase':
        return phraseIn(part.text, within);
      case 'fact':
      case 'date':
        return has({ type: 'filter', part }, 0, false);
      case 'field': {
        const inner = read(part.part, { ...within, fields: bitsOf(part.fields) });
        return inner && { ...inner, isSoft: false };
      }
      case 'not': {
        const inner = read(part.part, { ...within, isNegated: !within.isNegated });
        return inner && { degree: (bits) => (inner.degree(bits) < 1 ? 1 : 0), isSoft: false, needsNoWords: true };
      }
      case 'all':
        return allOf(readAll(part.parts, within));
      case 'any':
        return anyOf(readAll(part.parts, within));
    }
  };
  const root = allOf(readAll(parts, { fields: ALL_FIELDS, isNegated: false }));
  const isPasted = runs > MOST_TYPED;
  return {
    leaves: isPasted ? leaves.map((leaf) => (leaf.type === 'word' ? { ...leaf, isPasted } : leaf)) : leaves,
    degree: remembered(root?.degree ?? (() => 1), leaves.length),
    needsNoWords: root?.needsNoWords ?? true,
    isOfWords: root?.isSoft ?? false,
  };
}

function allOf(several: readonly Read[]): Read | undefined {
  const [only] = several;
  if (!only || several.length === 1) return only;
  const soft = several.filter(({ isSoft }) => isSoft);
  const hard = several.filter(({ isSoft }) => !isSoft);
  return {
    degree: (bits) => {
      let least = 1;
      for (const { degree } of hard) least = Math.min(least, degree(bits));
      if (least === 0 || soft.length === 0) return least;
      let sum = 0;
      for (const { degree } of soft) sum += degree(bits);
      return (least * sum) / soft.length;
    },
    isSoft: hard.length === 0,
    needsNoWords: hard.every(({ needsNoWords }) => needsNoWords) && (soft.length === 0 || soft.some(({ needsNoWords }) => needsNoWords)),
  };
}

function anyOf(several: readonly Read[]): Read | undefined {
  const [only] = several;
  if (!only || several.length === 1) return only;
  return {
    degree: (bits) => Math.max(...several.map(({ degree }) => degree(bits))),
    isSoft: several.every(({ isSoft }) => isSoft),
    needsNoWords: several.some(({ needsNoWords }) => needsNoWords),
  };
}

/** The same function, asked once for each of the few combinations that there are. */
function remembered(degree: Degree, leaves: number): Degree {
  if (leaves > MOST_IN_TABLE) {
    const met = new Map<number, number>();
    return (bits) => {
      const found = met.get(bits) ?? degree(bits);
      met.set(bits, found);
      return found;
    };
  }
  const known = Float32Array.from({ length: 1 << leaves }, (_, bits) => degree(bits));
  return (bits) => known[bits] ?? 0;
}
