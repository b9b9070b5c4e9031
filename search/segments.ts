import type { Doc } from './doc.ts';
import { NearWords } from './nearWords.ts';
import { IdTable } from './packedIds.ts';
import { SegmentBuilder } from './segmentBuilder.ts';
import { mergeSegments, type Living, type Merged } from './segmentMerge.ts';

/** A segment as it is searched. */
export interface Part extends Living {
  readonly near: NearWords;
}

interface Sealed extends Part {
  readonly ids: IdTable;
}

/** Documents that the newest, still growing part holds at most: packing it anew takes a search some milliseconds. */
const LARGEST_TAIL = 48;
/** And while many are added at once, when nobody searches in between. */
const LARGEST_BATCH = 4096;
/** Parts of a like size that are made one. */
const SIBLINGS = 8;
/** Documents that are gone, for each that is there, before room is made. */
const MOST_GONE = 0.2;
/** Steps of a merge that `tidy` takes in one call: a few milliseconds. */
const STEPS = 2;

/**
 * All documents of an index: parts that never change, the newest ones in a small part of their own, and beside
 * each part which of its documents are gone.
 */
export class Segments {
  private sealed: Sealed[] = [];
  private tail = new SegmentBuilder();
  private tailPlaces = new Map<string, number>();
  private tailGone = new Uint8Array(LARGEST_BATCH);
  private packedTail: Part | undefined;
  private merge: { readonly parts: readonly Sealed[]; readonly steps: Generator<void, Merged, undefined> } | undefined;
  private living = 0;
  private changes = 0;
  private readonly language: string;

  /** `language` (ISO 639-1) is taken for documents that don't say theirs. */
  constructor(language: string) {
    this.language = language;
  }

  get size(): number {
    return this.living;
  }

  /** Another number whenever documents came, went or have other places. */
  get version(): number {
    return this.changes;
  }

  add(docs: readonly Doc[]): void {
    this.changes++;
    const isBatch = docs.length > LARGEST_TAIL;
    for (const doc of docs) {
      this.remove(doc.id);
      this.tailPlaces.set(doc.id, this.tail.add(doc));
      this.packedTail = undefined;
      this.living++;
      if (this.tail.size >= (isBatch ? LARGEST_BATCH : LARGEST_TAIL)) this.seal();
    }
    if (!isBatch) return;
    this.seal();
    // whoever adds half of an index at once waits for it to be in order
    if (this.sealed.length < 2 || docs.length * 2 < this.living) return;
    this.merge = undefined;
    this.replace(this.sealed, finished(mergeSegments(this.sealed)));
  }

  remove(id: string): void {
    this.changes++;
    const place = this.tailPlaces.get(id);
    if (place !== undefined) {
      this.tailGone[place] = 1;
      this.tailPlaces.delete(id);
      this.living--;
      return;
    }
    for (const { ids, gone } of this.sealed) {
      const index = ids.find(id);
      if (index < 0 || gone[index]) continue;
      gone[index] = 1;
      this.living--;
      return;
    }
  }

  /** Every part, the oldest first. */
  parts(): readonly Part[] {
    if (this.tail.size === 0) return this.sealed;
    if (!this.packedTail) {
      const segment = this.tail.pack();
      this.packedTail = { segment, gone: this.tailGone, near: new NearWords(segment, this.language) };
    }
    return [...this.sealed, this.packedTail];
  }

  /** Put some of the parts in order, for a few milliseconds; answers whether there is more to do. */
  tidy(): boolean {
    if (!this.merge) {
      if (this.tail.size >= LARGEST_TAIL / 2) this.seal();
      if (!this.isUntidy()) return false;
      this.merge = { parts: this.sealed, steps: mergeSegments(this.sealed.map(asTheyAreNow)) };
    }
    const { parts, steps } = this.merge;
    for (let step = 0; step < STEPS; step++) {
      const { done, value } = steps.next();
      if (!done) continue;
      this.merge = undefined;
      this.replace(parts, value);
      return this.isUntidy();
    }
    return true;
  }

  private isUntidy(): boolean {
    const living = this.living - this.tailPlaces.size;
    const held = this.sealed.reduce((sum, { segment }) => sum + segment.at.length, 0);
    return this.sealed.length > 1 || held - living > living * MOST_GONE;
  }

  /** Take the place of all that is there. */
  restore(parts: readonly Living[]): void {
    this.changes++;
    this.sealed = parts.map((part) => this.sealedOf(asTheyAreNow(part)));
    this.beginTail();
    this.merge = undefined;
    this.living = parts.reduce((sum, { segment, gone }) => sum + segment.at.length - gone.reduce((count, one) => count + one, 0), 0);
  }

  private seal(): void {
    if (this.tail.size === 0) return;
    this.sealed = [...this.sealed, this.sealedOf({ segment: this.tail.pack(), gone: this.tailGone.slice(0, this.tail.size) })];
    this.beginTail();
    if (this.merge) return;
    for (let siblings = this.newestSiblings(); siblings.length >= SIBLINGS; siblings = this.newestSiblings())
      this.replace(siblings, finished(mergeSegments(siblings)));
  }

  private beginTail(): void {
    this.tail = new SegmentBuilder();
    this.tailPlaces = new Map();
    this.tailGone = new Uint8Array(LARGEST_BATCH);
    this.packedTail = undefined;
  }

  /** The newest parts, back to the first that is of another order of size. */
  private newestSiblings(): readonly Sealed[] {
    const orderOf = ({ segment }: Sealed): number =>
      Math.floor(Math.log(Math.max(1, segment.at.length / LARGEST_TAIL)) / Math.log(SIBLINGS));
    const newest = this.sealed.at(-1);
    const first = this.sealed.findLastIndex((part) => newest && orderOf(part) !== orderOf(newest));
    return this.sealed.slice(first + 1);
  }

  /** Put a merged part in the place of those it was made of. What went since is gone in it, too. */
  private replace(parts: readonly Sealed[], { segment, numbers }: Merged): void {
    this.changes++;
    const merged = this.sealedOf({ segment, gone: new Uint8Array(segment.at.length) });
    parts.forEach(({ gone }, part) => {
      numbers[part]?.forEach((number, before) => {
        if (number >= 0 && gone[before]) merged.gone[number] = 1;
      });
    });
    const place = this.sealed.findIndex((part) => part === parts[0]);
    this.sealed = this.sealed.toSpliced(Math.max(0, place), parts.length, merged);
  }

  private sealedOf({ segment, gone }: Living): Sealed {
    return { segment, gone, near: new NearWords(segment, this.language), ids: new IdTable(segment.ids) };
  }
}

/** A merge that goes on while documents are removed must see each of them the same from its beginning to its end. */
const asTheyAreNow = ({ segment, gone }: Living): Living => ({ segment, gone: gone.slice() });

function finished<T>(steps: Generator<void, T, undefined>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
