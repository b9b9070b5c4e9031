import { walkNear } from './fuzzyWalk.ts';
import { sizeOfList } from './packedPostings.ts';
import { BLOCK, numberOf, withBeginning, WordReader, type PackedWords } from './packedWords.ts';
import type { Segment } from './segment.ts';
import { stemOf } from './stems.ts';

/** Of a typed word: more of it may come, or not, or it stands in so many documents just so that it is no typing error. */
export type TypedState = 'unfinished' | 'finished' | 'common';

/** A word of a segment that a typed word may stand for. */
export interface NearWord {
  readonly word: number;
  /** 1 is the word itself, lower is further away. */
  readonly quality: number;
  /** Present when it is another form of the word in these languages: only there does it stand for it. */
  readonly languages?: readonly string[];
}

/** How near is near enough, by the typed word's length: none under 4 characters, 1 edit under 8, else 2. */
const editsFor = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** What a match of each kind is worth at most. A part of a word is worth more the more of it was typed. */
const WORTH = { stem: 0.5, part: 0.2, partWhole: 0.5, compound: 0.2, typo: [0, 0.3, 0.18], partTypo: [0, 0.2, 0.1] } as const;

/** Words that one typed word may stand for at most: one letter begins a thousand. */
const MOST_WORDS = 400;
/** Bytes of postings that one typed word may be looked up in, about twice as many documents: words that half of all texts have are no help. */
const MOST_POSTINGS = 25_000;
/** And one of a letter or two, of which more is about to come. */
const MOST_POSTINGS_OF_SHORT = 6_000;
const SHORT = 2;
/** From this length on a finished word is found also where it only begins or ends a longer one. */
const LONG_ENOUGH_FOR_COMPOUNDS = 5;
/** What stands beside it in a compound is a word too. */
const SHORTEST_OTHER_PART = 3;
/** Words with the beginning of a stem that are looked at, and how much longer than it they may be. */
const MOST_FORMS = 300;
const LONGEST_ENDING = 6;
/** How many typed words' answers are kept, so that the next keystroke looks up its last word only. */
const REMEMBERED = 32;

interface Answer {
  readonly near: readonly NearWord[];
  /** Made when they are first asked for. */
  texts?: readonly string[];
}

/** Finds the words of a segment that a typed one may stand for. */
export class NearWords {
  private readonly segment: Segment;
  /** Those that its documents are in. */
  private readonly languages: ReadonlySet<string>;
  private readonly answers = new Map<string, Answer>();
  /** What was walked to last: a word that is finished now was unfinished a letter ago. */
  private walked: { readonly typed: string; readonly whole: readonly { readonly word: number; readonly edits: number }[] } = {
    typed: '',
    whole: [],
  };

  /** `language` is that of documents that don't say theirs. */
  constructor(segment: Segment, language: string) {
    this.segment = segment;
    this.languages = new Set([language, ...segment.facts.language.values]);
  }

  /** Best first. `typed` is folded. */
  find(typed: string, state: TypedState): readonly NearWord[] {
    return this.answerTo(typed, state).near;
  }

  /** The same words as texts, in the alphabet's order. */
  texts(typed: string, state: TypedState): readonly string[] {
    const answer = this.answerTo(typed, state);
    answer.texts ??= textsOf(this.segment.words, answer.near);
    return answer.texts;
  }

  private answerTo(typed: string, state: TypedState): Answer {
    const isUnfinished = state === 'unfinished';
    const key = `${state} ${typed}`;
    const known = this.answers.get(key);
    if (known) return known;
    const found = new Map<number, NearWord>();
    const add = (near: NearWord): void => {
      if ((found.get(near.word)?.quality ?? 0) < near.quality) found.set(near.word, near);
    };
    this.addBeginnings(typed, isUnfinished, add);
    this.addForms(typed, add);
    if (state === 'finished') this.addCompounds(typed, add);
    if (state !== 'common') this.addTypos(typed, isUnfinished, add);
    const answer: Answer = { near: this.best([...found.values()], typed.length <= SHORT ? MOST_POSTINGS_OF_SHORT : MOST_POSTINGS) };
    if (this.answers.size >= REMEMBERED) this.answers.clear();
    this.answers.set(key, answer);
    return answer;
  }

  /** The word itself, exactly. */
  findWhole(word: string): readonly NearWord[] {
    const number = numberOf(this.segment.words, word);
    return number < 0 ? [] : [{ word: number, quality: 1 }];
  }

  private best(near: NearWord[], mostPostings: number): readonly NearWord[] {
    near.sort((one, other) => other.quality - one.quality || one.word - other.word);
    const kept: NearWord[] = [];
    let postings = 0;
    for (const one of near) {
      if (kept.length === MOST_WORDS) break;
      const size = sizeOfList(this.segment.postings, one.word);
      // the best one is what was typed, or next to it
      if (kept.length > 0 && postings + size > mostPostings) continue;
      postings += size;
      kept.push(one);
    }
    return kept;
  }

  private addBeginnings(typed: string, isUnfinished: boolean, add: (near: NearWord) => void): void {
    const { lengths } = this.segment.words;
    const [start, end] = withBeginning(this.segment.words, typed);
    const isPartEnough = isUnfinished || typed.length >= LONG_ENOUGH_FOR_COMPOUNDS;
    const longest = longestOfShortest(lengths.subarray(start, end), MOST_WORDS);
    for (let word = start; word < end; word++) {
      const length = lengths[word] ?? 1;
      if (length > longest) continue;
      const share = typed.length / length;
      if (share === 1) add({ word, quality: 1 });
      else if (isPartEnough) add({ word, quality: WORTH.part + (WORTH.partWhole - WORTH.part) * share });
    }
  }

  private addForms(typed: string, add: (near: NearWord) => void): void {
    const languagesOf = new Map<number, string[]>();
    for (const language of this.languages) {
      const stem = stemOf(typed, language);
      if (stem === undefined) continue;
      // a stem may end with a letter that not all its forms have: studi, of study and studies
      const begin = sharedBeginning(stem, typed).replace(/[iy]$/, '');
      if (begin.length < 3) continue;
      const [start, end] = withBeginning(this.segment.words, begin);
      const forms = new WordReader(this.segment.words, start);
      while (forms.index < Math.min(end, start + MOST_FORMS)) {
        const word = forms.index;
        forms.next();
        if (forms.length > begin.length + LONGEST_ENDING) continue;
        const form = forms.text();
        if (form !== typed && stemOf(form, language) === stem) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
      }
    }
    for (const [word, languages] of languagesOf) add({ word, quality: WORTH.stem, languages });
  }

  /** Words that end with the typed one: `Verbindung` in `Datenbankverbindung`. */
  private addCompounds(typed: string, add: (near: NearWord) => void): void {
    if (typed.length < LONG_ENOUGH_FOR_COMPOUNDS) return;
    const { words } = this.segment;
    const ending = codesOf(typed);
    const reader = new WordReader(words, 0);
    let end = 0;
    for (let word = 0; word < words.lengths.length; word++) {
      const length = words.lengths[word] ?? 0;
      const start = length - ending.length;
      const added = length - (word % BLOCK === 0 ? 0 : (words.shared[word] ?? 0));
      end += added;
      if (start < SHORTEST_OTHER_PART) continue;
      // what the word has for itself mostly tells already
      const own = Math.max(0, ending.length - added);
      let at = ending.length - 1;
      while (at >= own && words.chars[end + at - ending.length] === ending[at]) at--;
      if (at >= own) continue;
      reader.moveTo(word);
      reader.next();
      while (at >= 0 && reader.chars[start + at] === ending[at]) at--;
      if (at < 0) add({ word, quality: WORTH.compound });
    }
  }

  private addTypos(typed: string, isUnfinished: boolean, add: (near: NearWord) => void): void {
    const most = editsFor(typed.length);
    if (most === 0) return;
    const { words } = this.segment;
    const addWhole = (word: number, edits: number): void => add({ word, quality: WORTH.typo[edits] ?? 0 });
    if (!isUnfinished && this.walked.typed === typed) {
      for (const { word, edits } of this.walked.whole) addWhole(word, edits);
      return;
    }
    const whole: { word: number; edits: number }[] = [];
    walkNear(words, codesOf(typed), most, isUnfinished, (word, edits, isPart) => {
      if (edits === 0) return;
      const share = typed.length / Math.max(typed.length, words.lengths[word] ?? 1);
      if (isPart) add({ word, quality: (WORTH.partTypo[edits] ?? 0) * (0.7 + 0.3 * share) });
      else {
        addWhole(word, edits);
        whole.push({ word, edits });
      }
    });
    this.walked = { typed, whole };
  }
}

/** The length up to which there are so many words, or all that there are. */
function longestOfShortest(lengths: Uint8Array, most: number): number {
  const counts = new Uint32Array(256);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  let [count, length] = [0, 0];
  while (count < most && length < 255) count += counts[++length] ?? 0;
  return length;
}

/** In the words' own order, in which each is made of the one before it. */
function textsOf(words: PackedWords, near: readonly NearWord[]): readonly string[] {
  const reader = new WordReader(words, 0);
  return Array.from(Int32Array.from(near, ({ word }) => word).sort(), (word) => {
    reader.moveTo(word);
    reader.next();
    return reader.text();
  });
}

const codesOf = (text: string): Uint16Array => Uint16Array.from(text, (_, index) => text.charCodeAt(index));

function sharedBeginning(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return one.slice(0, length);
}
