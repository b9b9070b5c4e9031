import { FactPacker } from './packedFacts.ts';
import { idAt, packIds } from './packedIds.ts';
import { commonMasks, PostingPacker, PostingReader } from './packedPostings.ts';
import { WordPacker, WordReader } from './packedWords.ts';
import type { Segment } from './segment.ts';

/** A segment, and which of its documents are gone (1). */
export interface Living {
  readonly segment: Segment;
  readonly gone: Uint8Array;
}

export interface Merged {
  readonly segment: Segment;
  /** Of each segment that was merged, its documents' new numbers; -1 for one that was gone. */
  readonly numbers: readonly Int32Array[];
}

/** Words, or documents, between two pauses: some milliseconds of work. */
const STEP = 1024;

/** One segment made of several, without what is gone. Pauses often, so that it can be done between frames. */
export function* mergeSegments(parts: readonly Living[]): Generator<void, Merged, undefined> {
  const numbers: Int32Array[] = [];
  const ids: string[] = [];
  const at: number[] = [];
  const facts = new FactPacker();
  for (const { segment, gone } of parts) {
    const renumbered = new Int32Array(segment.at.length).fill(-1);
    for (let doc = 0; doc < segment.at.length; doc++) {
      if (doc % STEP === STEP - 1) yield;
      if (gone[doc]) continue;
      renumbered[doc] = ids.length;
      ids.push(idAt(segment.ids, doc));
      at.push(segment.at[doc] ?? 0);
      facts.copy(segment.facts, doc);
    }
    numbers.push(renumbered);
  }

  const words = new WordPacker();
  const reader = new PostingReader();
  const postings = new PostingPacker(yield* countMasks(parts));
  const cursors = parts.map(({ segment }) => new Cursor(segment));
  for (let done = 0; ; done++) {
    if (done % STEP === STEP - 1) yield;
    const word = leastOf(cursors);
    if (word === undefined) break;
    let isThere = false;
    cursors.forEach((cursor, part) => {
      if (cursor.word !== word) return;
      const count = reader.read(cursor.segment.postings, cursor.list);
      for (let index = 0; index < count; index++) {
        const number = numbers[part]?.[reader.docs[index] ?? 0] ?? -1;
        if (number < 0) continue;
        isThere = true;
        postings.add(number, reader.masks[index] ?? 0);
      }
      cursor.next();
    });
    // a word that only stood in what is gone
    if (!isThere) continue;
    postings.endList();
    words.add(word);
  }
  const segment = { words: words.pack(), postings: postings.pack(), ids: packIds(ids), at: Float64Array.from(at), facts: facts.pack() };
  return { segment, numbers };
}

/** The sets of fields that most postings have. A part of them tells enough. */
function* countMasks(parts: readonly Living[]): Generator<void, Uint16Array, undefined> {
  const counts = new Map<number, number>();
  const reader = new PostingReader();
  for (const { segment } of parts) {
    const lists = segment.words.lengths.length;
    for (let list = 0; list < lists; list += 8) {
      if (list % STEP === 0) yield;
      const count = reader.read(segment.postings, list);
      for (let index = 0; index < count; index++) {
        const mask = reader.masks[index] ?? 0;
        counts.set(mask, (counts.get(mask) ?? 0) + 1);
      }
    }
  }
  return commonMasks(counts);
}

class Cursor {
  readonly segment: Segment;
  word: string | undefined;
  list = -1;
  private readonly words: WordReader;

  constructor(segment: Segment) {
    this.segment = segment;
    this.words = new WordReader(segment.words, 0);
    this.next();
  }

  next(): void {
    this.list++;
    this.word = this.words.next() ? this.words.text() : undefined;
  }
}

function leastOf(cursors: readonly Cursor[]): string | undefined {
  let least: string | undefined;
  for (const { word } of cursors) if (word !== undefined && (least === undefined || word < least)) least = word;
  return least;
}
