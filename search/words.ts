/** A word of a text: how it is compared, and where it stands (UTF-16 code units, `end` not included). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** It lies within the word before it: `index` of `createIndex`. */
  readonly isPart: boolean;
}

export type VisitWord = (word: string, start: number, end: number, isPart: boolean) => void;

/** Characters of one word that are compared; what is longer is no word of a language. */
const LONGEST_WORD = 64;

/** Humps of longer ones are of a key or an encoding, not of a name. */
const LONGEST_NAME = 40;
/** A hump of fewer letters says nothing by itself. */
const SHORTEST_HUMP = 3;
/** Where a hump ends: `create|Index`, `HTML|Parser`. */
const HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

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
  const folded = short
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter);
  // a few signs stand for whole sentences
  return folded.slice(0, LONGEST_WORD);
}

/**
 * Visit every word of a text in order. The humps of a camelCase name come after it, as its parts. Where a
 * script writes without spaces, each character with the one after it counts as a word; the last one stands
 * alone too, so that it is found by itself.
 */
export function eachWord(text: string, visit: VisitWord): void {
  const lower = text.toLowerCase();
  // a few letters change their length with their case; then offsets in the one are not those of the other
  const isAligned = lower.length === text.length;
  for (let at = 0; at < text.length;) {
    const start = at;
    while (isPlainLetter(text.charCodeAt(at))) at++;
    if (isSeparator(text.charCodeAt(at)) || at === text.length) {
      if (at > start) {
        const isShort = isAligned && at - start <= LONGEST_WORD;
        visit(isShort ? lower.slice(start, at) : fold(text.slice(start, at)), start, at, false);
        if (hasHump(text, start, at)) visitHumps(text, start, at, visit);
      }
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
      else {
        visit(fold(found), start, at, false);
        visitHumps(text, start, at, visit);
      }
    }
  }
}

const isSmallOrDigit = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** Whether a capital follows a small letter in a word of plain letters; nearly no word has one. */
function hasHump(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if (isCapital(text.charCodeAt(at)) && isHumpEnd(text, at, end)) return true;
  return false;
}

const isHumpEnd = (text: string, at: number, end: number): boolean =>
  isSmallOrDigit(text.charCodeAt(at - 1)) ||
  (isCapital(text.charCodeAt(at - 1)) && at + 1 < end && isSmallOrDigit(text.charCodeAt(at + 1)));

function visitHumps(text: string, start: number, end: number, visit: VisitWord): void {
  if (end - start > LONGEST_NAME) return;
  const humps = text.slice(start, end).split(HUMP);
  if (humps.length === 1) return;
  let at = start;
  for (const hump of humps) {
    if (hump.length >= SHORTEST_HUMP) visit(fold(hump), at, at + hump.length, true);
    at += hump.length;
  }
}

/** 0–9, A–Z, a–z: nearly every character of nearly every page, told without a regular expression. */
const isPlainLetter = (code: number): boolean => isSmallOrDigit(code) || isCapital(code);

/** The rest of ASCII, the no-break space, and the dashes, quotes and bullets of U+2010 to U+2027. */
const isSeparator = (code: number): boolean => (code < 128 && !isPlainLetter(code)) || code === 0xa0 || (code >= 0x2010 && code <= 0x2027);

/** Every word of a text in order, with its place. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  eachWord(text, (word, start, end, isPart) => words.push({ text: word, start, end, isPart }));
  return words;
}

function visitPart(part: string, start: number, visit: VisitWord): void {
  if (!SPACELESS.test(part)) {
    visit(fold(part), start, start + part.length, false);
    return;
  }
  const characters = [...part];
  let at = start;
  characters.forEach((character, index) => {
    const pair = character + (characters[index + 1] ?? '');
    visit(fold(pair), at, at + pair.length, false);
    at += character.length;
  });
}

/** As `wordsOf`, without parts and without the lone last characters: a typed pair asks for the pair. */
export const queryWordsOf = (query: string): Word[] => inARow(wordsOf(query));

/** Those that stand in a row: neither a part of the one before, nor a lone last character that the pair before it has. */
export function inARow(words: readonly Word[]): Word[] {
  const whole = words.filter(({ isPart }) => !isPart);
  return whole.filter(({ start, end }, index) => {
    const before = whole[index - 1];
    return !(before && before.end > start && before.end >= end);
  });
}
