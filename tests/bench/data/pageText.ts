import type { Language } from './languages/language.ts';

/** A word with its punctuation. It keeps its id through every edit, which is how the truth is known. */
export interface Token {
  readonly id: number;
  readonly text: string;
}

/** A sentence, a cell of a row, or a line of code. */
export type Part = readonly Token[];

export interface Block {
  readonly kind: 'heading' | 'byline' | 'paragraph' | 'item' | 'quotation' | 'code' | 'row';
  readonly parts: readonly Part[];
}

/** What a page says, before any mark-up. */
export interface PageText {
  readonly language: Language;
  readonly sections: readonly (readonly Block[])[];
}

/** All words in the order of reading. */
export const tokensOf = (page: PageText): readonly Token[] => page.sections.flat().flatMap((block) => block.parts.flat());

/** Ids that no token has yet. */
export interface TokenSource {
  readonly token: (text: string) => Token;
  readonly part: (words: readonly string[]) => Part;
}

export function tokenSource(): TokenSource {
  let last = 0;
  const token = (text: string): Token => ({ id: (last += 1), text });
  return { token, part: (words) => words.map(token) };
}
