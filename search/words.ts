/** A word of a text: how it is compared, and where it stands (UTF-16 code units, `end` not included). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Characters of one word that are compared; what is longer is no word of a language. */
const LONGEST_WORD = 64;

const WORD = /[\p{L}\p{M}\p{N}]+/uy;
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
 * Visit every word of a text in order. Where a script writes without spaces, each character with the
 * one after it counts as a word; the last one stands alone too, so that it is found by itself.
 */
export function eachWord(text: string, visit: (word: string, start: number, end: number) => void): void {
  const lower = text.toLowerCase();
  // a few letters change their length with their case; then offsets in the one are not those of the other
  const isAligned = lower.length === text.length;
  for (let at = 0; at < text.length;) {
    const start = at;
    while (isPlainLetter(text.charCodeAt(at))) at++;
    if (isSeparator(text.charCodeAt(at)) || at === text.length) {
      if (at > start) visit(isAligned && at - start <= LONGEST_WORD ? lower.slice(start, at) : fold(text.slice(start, at)), start, at);
      at++;
      continue;
    }
    // some other script, an accent, an emoji: the slow way, from where the word began
    WORD.lastIndex = start;
    const found = WORD.exec(text)?.[0];
    if (found === undefined) at = start + String.fromCodePoint(text.codePointAt(start) ?? 0).length;
    else {
      at = start + found.length;
      if (SPACELESS.test(found)) for (const part of found.matchAll(SPACELESS_OR_NOT)) visitPart(part[0], start + part.index, visit);
      else visit(fold(found), start, at);
    }
  }
}

/** 0–9, A–Z, a–z: nearly every character of nearly every page, told without a regular expression. */
const isPlainLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/** The rest of ASCII, the no-break space, and the dashes, quotes and bullets of U+2010 to U+2027. */
const isSeparator = (code: number): boolean => (code < 128 && !isPlainLetter(code)) || code === 0xa0 || (code >= 0x2010 && code <= 0x2027);

/** Every word of a text in order, with its place. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  eachWord(text, (word, start, end) => words.push({ text: word, start, end }));
  return words;
}

function visitPart(part: string, start: number, visit: (word: string, start: number, end: number) => void): void {
  if (!SPACELESS.test(part)) return visit(fold(part), start, start + part.length);
  const characters = [...part];
  let at = start;
  characters.forEach((character, index) => {
    const pair = character + (characters[index + 1] ?? '');
    visit(fold(pair), at, at + pair.length);
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
