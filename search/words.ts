/** A word of a text: how it is compared, and where it stands (UTF-16 code units, `end` not included). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Characters of one word that are compared; what is longer is no word of a language. */
const LONGEST_WORD = 64;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that write without spaces, with the marks that they share. */
const SPACELESS = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const SPACELESS_OR_NOT =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+|[^\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/gu;
const IS_PLAIN = /^[\x20-\x7e]*$/;

/** Accents of European scripts, and the vowel points that Hebrew and Arabic mostly leave out. Other scripts' marks tell words apart. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
/** Letters that Unicode does not take apart, though people type them so. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i', þ: 'th', ð: 'd' };
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** A word as it is compared: without case, accents and ligatures. */
export function fold(word: string): string {
  const short = word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word;
  if (IS_PLAIN.test(short)) return short.toLowerCase();
  return short
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter);
}

/**
 * Every word of a text in order. Where a script writes without spaces, each character with the one
 * after it counts as a word; the last one stands alone too, so that it is found by itself.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(WORD)) {
    if (!IS_PLAIN.test(found) && SPACELESS.test(found)) {
      for (const part of found.matchAll(SPACELESS_OR_NOT)) addPart(words, part[0], index + part.index);
    } else words.push({ text: fold(found), start: index, end: index + found.length });
  }
  return words;
}

function addPart(words: Word[], part: string, start: number): void {
  if (!SPACELESS.test(part)) {
    words.push({ text: fold(part), start, end: start + part.length });
    return;
  }
  const characters = [...part];
  let at = start;
  characters.forEach((character, index) => {
    const pair = character + (characters[index + 1] ?? '');
    words.push({ text: fold(pair), start: at, end: at + pair.length });
    at += character.length;
  });
}

/** As `wordsOf`, without the lone last characters: a typed pair asks for the pair. */
export const queryWordsOf = (query: string): Word[] => {
  const words = wordsOf(query);
  return words.filter(({ start, end }, index) => {
    const before = words[index - 1];
    return !(before && before.end > start && before.end >= end);
  });
};
