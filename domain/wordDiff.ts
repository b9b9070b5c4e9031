/** A piece of a word diff: words that stayed, went or came, with their white space. */
export interface DiffPiece {
  readonly is: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** More words than this between the first and the last difference are not compared one by one. */
const MOST_WORDS = 6_000;
const MOST_SIGNS = 12 * MOST_WORDS;
/** More differences than this say nothing any more: the text was replaced. */
const MOST_CHANGES = 600;

/** Less than this share of the shorter text stayed: what is left over, an article or a full stop, only looks like it. */
const LEAST_COMMON = 0.3;
/** What stayed between two changes counts with them when both are this many times as long. */
const DROWNED = 8;

/** Scripts that put no spaces between their words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Words and numbers (it's, 1.9), runs of white space, single signs. */
const SPACED_WORDS = /[\p{L}\p{M}\p{N}_]+(?:(?:['’]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{M}\p{N}_]+)*|\s+|./gsu;

/** A text in words; joined they are the text. The segmenter is some ten times slower than the pattern. */
const wordsOf = (text: string): string[] =>
  UNSPACED.test(text)
    ? Array.from(new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text), ({ segment }) => segment)
    : (text.match(SPACED_WORDS) ?? []);

/** A text without spaces is cut this far from the difference, so that its words can be told there. */
const FAR_ENOUGH = 100;
const isSpace = (sign: string | undefined): boolean => sign === undefined || /\s/.test(sign);

/** How much two texts share at their start, up to where a word ends in both. */
function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < most && one[shared] === other[shared]) shared++;
  for (let length = shared; length > 0 && length > shared - FAR_ENOUGH; length--)
    if (isSpace(one[length - 1]) || (isSpace(one[length]) && isSpace(other[length]))) return length;
  return Math.max(0, shared - FAR_ENOUGH);
}

/** How much two texts share at their end, from where a word begins in both. */
function commonEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < most && one[one.length - 1 - shared] === other[other.length - 1 - shared]) shared++;
  for (let length = shared; length > 0 && length > shared - FAR_ENOUGH; length--)
    if (isSpace(one[one.length - length]) || (isSpace(one[one.length - length - 1]) && isSpace(other[other.length - length - 1])))
      return length;
  return Math.max(0, shared - FAR_ENOUGH);
}

/**
 * Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), section 4: the shortest script from one
 * list of words to the other, or `undefined` when it has more than `MOST_CHANGES` steps.
 */
function shortestScript(one: readonly string[], other: readonly string[]): DiffPiece[] | undefined {
  const reach = Math.min(one.length + other.length, MOST_CHANGES);
  const furthest = new Int32Array(2 * reach + 2);
  const history: Int32Array[] = [];
  for (let changes = 0; changes <= reach; changes++) {
    history.push(furthest.slice());
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = startOn(furthest, reach, diagonal, changes);
      while (x < one.length && x - diagonal < other.length && one[x] === other[x - diagonal]) x++;
      furthest[reach + diagonal] = x;
      if (x >= one.length && x - diagonal >= other.length) return walkBack(one, other, history, reach);
    }
  }
  return undefined;
}

/** Where a diagonal is entered: down from the one above it (a word came) or right from the one below (a word went). */
const isDown = (furthest: Int32Array, reach: number, diagonal: number, changes: number): boolean =>
  diagonal === -changes || (diagonal !== changes && at(furthest, reach + diagonal - 1) < at(furthest, reach + diagonal + 1));
const startOn = (furthest: Int32Array, reach: number, diagonal: number, changes: number): number =>
  changes === 0
    ? 0
    : isDown(furthest, reach, diagonal, changes)
      ? at(furthest, reach + diagonal + 1)
      : at(furthest, reach + diagonal - 1) + 1;
const at = (numbers: Int32Array, index: number): number => numbers[index] ?? 0;

function walkBack(one: readonly string[], other: readonly string[], history: readonly Int32Array[], reach: number): DiffPiece[] {
  const pieces: DiffPiece[] = [];
  let x = one.length;
  let y = other.length;
  for (let changes = history.length - 1; changes >= 0; changes--) {
    const furthest = history[changes] ?? new Int32Array();
    const diagonal = x - y;
    const start = startOn(furthest, reach, diagonal, changes);
    while (x > start) {
      pieces.push({ is: 'same', text: one[--x] ?? '' });
      y--;
    }
    if (changes === 0) break;
    if (isDown(furthest, reach, diagonal, changes)) pieces.push({ is: 'added', text: other[--y] ?? '' });
    else pieces.push({ is: 'removed', text: one[--x] ?? '' });
  }
  return pieces.reverse();
}

interface Run {
  readonly same: string;
  removed: string;
  added: string;
}

/** Each run of what stayed, with the change that comes after it. */
function runsOf(pieces: readonly DiffPiece[]): Run[] {
  const runs: Run[] = [];
  let same = '';
  let last: Run | undefined;
  for (const { is, text } of pieces) {
    if (text === '') continue;
    if (is === 'same') {
      same += text;
      last = undefined;
      continue;
    }
    if (!last) runs.push((last = { same, removed: '', added: '' }));
    same = '';
    last[is] += text;
  }
  return [...runs, { same, removed: '', added: '' }];
}

const sizeOf = ({ removed, added }: Run): number => removed.length + added.length;

/** What stayed between two changes goes along with both where each of them is more than `times` as long: with 0, white space alone. */
function drowned(runs: readonly Run[], times: number): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const before = kept.at(-1);
    const between = run.same.trim().length * times;
    const isBare = times > 0 || run.same.trim() === '';
    if (before && isBare && sizeOf(run) > 0 && between < sizeOf(before) && between < sizeOf(run)) {
      before.removed += run.same + run.removed;
      before.added += run.same + run.added;
    } else kept.push({ ...run });
  }
  return kept;
}

/** What went before what came. */
const joined = (pieces: readonly DiffPiece[]): DiffPiece[] =>
  // spaces first: only then is it seen how long the changes are
  drowned(drowned(runsOf(pieces), 0), DROWNED)
    .flatMap(({ same, removed, added }): DiffPiece[] => [
      { is: 'same', text: same },
      { is: 'removed', text: removed },
      { is: 'added', text: added },
    ])
    .filter(({ text }) => text !== '');

/**
 * What became of a text, word by word, in order. Texts that share hardly anything answer two pieces: all
 * that went, all that came. Takes some milliseconds for texts of any kept length.
 */
export function wordDiff(then: string, now: string): DiffPiece[] {
  const start = commonStart(then, now);
  const end = commonEnd(then.slice(start), now.slice(start));
  const one = then.slice(start, then.length - end);
  const other = now.slice(start, now.length - end);
  const pieces = joined([
    { is: 'same', text: then.slice(0, start) },
    ...middle(one, other),
    { is: 'same', text: then.slice(then.length - end) },
  ]);
  const stayed = pieces.reduce((sum, { is, text }) => (is === 'same' ? sum + text.length : sum), 0);
  return stayed < LEAST_COMMON * Math.min(then.length, now.length) ? replaced(then, now) : pieces;
}

const replaced = (one: string, other: string): DiffPiece[] => [
  { is: 'removed', text: one },
  { is: 'added', text: other },
];

function middle(one: string, other: string): DiffPiece[] {
  if (one === '' || other === '' || one.length + other.length > MOST_SIGNS) return replaced(one, other);
  const [before, after] = [wordsOf(one), wordsOf(other)];
  return (before.length + after.length > 2 * MOST_WORDS ? undefined : shortestScript(before, after)) ?? replaced(one, other);
}
