/**
 * Which word of a later text a word of an earlier one became: a word diff for texts of some hundred thousand words.
 * Runs of words that occur once in both are matched first, in order, and what lies between two of them is
 * compared in the same way with shorter runs, at last word by word. What is left over and stands elsewhere as a long run
 * that occurs once was moved.
 */

/** Lengths of the runs, one after the other. */
const RUNS = [8, 4, 2, 1];
/** Two gaps with more pairs of words than this are not compared word by word. */
const MOST_PAIRS = 250_000;
/** Words in a row that make a moved passage. */
const MOVED = 6;

/** By place in `before`: the place in `after`, or undefined for a word that is gone. */
export function wordMap(before: readonly string[], after: readonly string[]): readonly (number | undefined)[] {
  const map = Array.from<number | undefined>({ length: before.length });
  align({ before, after, map }, [0, before.length], [0, after.length], 0);
  findMoved(before, after, map);
  return map;
}

type Stretch = readonly [start: number, end: number];

interface Alignment {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly map: (number | undefined)[];
}

function align(texts: Alignment, [fromBefore, toBefore]: Stretch, [fromAfter, toAfter]: Stretch, level: number): void {
  const { before, after, map } = texts;
  let [startBefore, endBefore, startAfter, endAfter] = [fromBefore, toBefore, fromAfter, toAfter];
  while (startBefore < endBefore && startAfter < endAfter && before[startBefore] === after[startAfter]) map[startBefore++] = startAfter++;
  while (startBefore < endBefore && startAfter < endAfter && before[endBefore - 1] === after[endAfter - 1]) map[--endBefore] = --endAfter;
  if (startBefore === endBefore || startAfter === endAfter) return;
  const run = RUNS[level];
  if (run === undefined) {
    compareWords(texts, [startBefore, endBefore], [startAfter, endAfter]);
    return;
  }
  const anchors = inOrder(sharedOnce(before, [startBefore, endBefore], after, [startAfter, endAfter], run));
  let [doneBefore, doneAfter] = [startBefore, startAfter];
  for (const [atBefore, atAfter] of [...anchors, [endBefore, endAfter] as const]) {
    // an anchor that overlaps the one before it says nothing new
    if (atBefore < doneBefore || atAfter < doneAfter) continue;
    align(texts, [doneBefore, atBefore], [doneAfter, atAfter], level + 1);
    if (atBefore === endBefore) break;
    for (let n = 0; n < run; n++) map[atBefore + n] = atAfter + n;
    [doneBefore, doneAfter] = [atBefore + run, atAfter + run];
  }
}

/** Places of runs that occur once in either stretch, by their order in the first. */
function sharedOnce(before: readonly string[], inBefore: Stretch, after: readonly string[], inAfter: Stretch, run: number): Stretch[] {
  const later = placesOnce(after, inAfter, run);
  return [...placesOnce(before, inBefore, run)].flatMap(([words, place]): Stretch[] => {
    const other = later.get(words);
    return other === undefined || other < 0 || place < 0 ? [] : [[place, other]];
  });
}

/** By run of words: its place, or −1 for one that occurs again. */
function placesOnce(words: readonly string[], [start, end]: Stretch, run: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let place = start; place + run <= end; place++) {
    const key = words.slice(place, place + run).join(' ');
    places.set(key, places.has(key) ? -1 : place);
  }
  return places;
}

/** The longest row of pairs that goes up in both texts (patience). The pairs come in the order of the first. */
function inOrder(pairs: readonly Stretch[]): readonly Stretch[] {
  const piles: number[] = [];
  const below: (number | undefined)[] = [];
  for (const [n, [, place]] of pairs.entries()) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    piles[low] = n;
    below[n] = low > 0 ? piles[low - 1] : undefined;
  }
  const row: Stretch[] = [];
  for (let n = piles.at(-1); n !== undefined; n = below[n]) {
    const pair = pairs[n];
    if (pair) row.push(pair);
  }
  return row.toReversed();
}

/** The longest common subsequence of two short stretches. */
function compareWords({ before, after, map }: Alignment, [startBefore, endBefore]: Stretch, [startAfter, endAfter]: Stretch): void {
  const [rows, columns] = [endBefore - startBefore, endAfter - startAfter];
  if (rows * columns > MOST_PAIRS) return;
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  const isSame = (row: number, column: number): boolean => before[startBefore + row] === after[startAfter + column];
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      lengths[row * width + column] = isSame(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  for (let [row, column] = [0, 0]; row < rows && column < columns;) {
    if (isSame(row, column)) map[startBefore + row++] = startAfter + column++;
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
}

function findMoved(before: readonly string[], after: readonly string[], map: (number | undefined)[]): void {
  const taken = new Set(map);
  const pairs = sharedOnce(before, [0, before.length], after, [0, after.length], MOVED);
  const isFree = (place: number, other: number): boolean =>
    place >= 0 && other >= 0 && place < before.length && before[place] === after[other] && map[place] === undefined && !taken.has(other);
  const match = (place: number, other: number): void => {
    map[place] = other;
    taken.add(other);
  };
  for (const [place, other] of pairs) {
    if (!Array.from({ length: MOVED }, (_, n) => n).every((n) => isFree(place + n, other + n))) continue;
    for (let n = 0; isFree(place + n, other + n); n++) match(place + n, other + n);
    for (let n = 1; isFree(place - n, other - n); n++) match(place - n, other - n);
  }
}
