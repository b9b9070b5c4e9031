import type { Selector, TextQuoteSelector } from './selector.ts';

/** Words kept at each end of a long quote: enough to be found, short enough for an address. */
const WORDS_AT_EACH_END = 6;
const LONGEST_WHOLE = 120;
/** A quote of no more words may stand in its page more than once: the words around it tell which one is meant. */
const FEW_WORDS = 6;
const WORDS_AROUND = 4;
/** Code units in which those words are sought: words of a sane length, of scripts with and without spaces. */
const LONGEST_END = 400;

const encode = (text: string): string => encodeURIComponent(text.toWellFormed()).replace(/-/g, '%2D');

/**
 * The page's address with a text directive (https://wicg.github.io/scroll-to-text-fragment/): a browser scrolls
 * to the passage and marks it by itself, where Whence has no access to the page or isn't there at all. The
 * address alone when no passage was kept.
 */
export function addressAtPassage(address: string, selectors: readonly Selector[]): string {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const target = URL.parse(address);
  if (!quote?.exact.trim() || !target || !/^(?:https?|file):$/.test(target.protocol)) return address;
  // the place of another passage may be in the address that was clipped
  const [place = ''] = target.hash.split(':~:');
  target.hash = '';
  return `${target.href}${place || '#'}:~:text=${directiveTo(quote)}`;
}

function directiveTo({ exact, prefix = '', suffix = '' }: TextQuoteSelector): string {
  // browsers find whole words, and each part of a directive within one block
  const [begun, unfinished] = [beginningOfWord(prefix, exact), restOfWord(exact, suffix)];
  const lines = `${begun}${exact}${unfinished}`.split('\n').flatMap((line) => line.trim() || []);
  const [first = '', last = ''] = [lines[0], lines.at(-1)];
  if (lines.length > 1 || first.length > LONGEST_WHOLE) {
    const half = Math.floor(wordsIn(first.slice(0, LONGEST_END)).length / 2);
    const atEachEnd = lines.length > 1 ? WORDS_AT_EACH_END : Math.max(1, Math.min(WORDS_AT_EACH_END, half));
    return `${encode(firstWords(first, atEachEnd))},${encode(lastWords(last, atEachEnd))}`;
  }
  if (wordsIn(first).length > FEW_WORDS) return encode(first);
  const left =
    prefix
      .slice(0, prefix.length - begun.length)
      .trim()
      .split('\n')
      .at(-1) ?? '';
  const right = suffix.slice(unfinished.length).trim().split('\n')[0] ?? '';
  // what was kept of the surroundings begins and ends anywhere: its outermost word may be cut
  const before = lastWords(left, Math.min(WORDS_AROUND, Math.max(1, wordsIn(left).length - 1)));
  const after = firstWords(right, Math.min(WORDS_AROUND, Math.max(1, wordsIn(right).length - 1)));
  return `${before && `${encode(before)}-,`}${encode(first)}${after && `,-${encode(after)}`}`;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const wordsIn = (text: string): readonly Intl.SegmentData[] => [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);

/** What stands before a quote of the word that it begins in the middle of. */
function beginningOfWord(prefix: string, exact: string): string {
  const before = prefix.slice(-LONGEST_END);
  const word = segmenter.segment(before + exact.slice(0, LONGEST_END)).containing(before.length);
  return word?.isWordLike ? before.slice(word.index) : '';
}

/** What follows a quote of the word that it ends in the middle of. */
function restOfWord(exact: string, suffix: string): string {
  const end = exact.slice(-LONGEST_END);
  const word = segmenter.segment(end + suffix.slice(0, LONGEST_END)).containing(end.length);
  return word?.isWordLike && word.index < end.length ? suffix.slice(0, word.index + word.segment.length - end.length) : '';
}

function firstWords(line: string, count: number): string {
  const last = wordsIn(line.slice(0, LONGEST_END)).slice(0, count).at(-1);
  return last ? line.slice(0, last.index + last.segment.length) : '';
}

function lastWords(line: string, count: number): string {
  const end = line.slice(-LONGEST_END);
  const first = wordsIn(end).slice(-count)[0];
  return first ? end.slice(first.index) : '';
}
