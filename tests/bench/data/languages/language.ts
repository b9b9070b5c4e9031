/** A language that pages are written in. Phrases are words with spaces between them, in every script. */
export interface Language {
  /** BCP 47. */
  readonly code: string;
  readonly direction: 'ltr' | 'rtl';
  /** What stands between two words, and between two sentences, when they are shown. */
  readonly wordGap: '' | ' ';
  readonly sentenceGap: '' | ' ';
  readonly comma: string;
  readonly stop: string;
  readonly openings: readonly string[];
  readonly subjects: readonly string[];
  readonly actions: readonly string[];
  readonly places: readonly string[];
  readonly reasons: readonly string[];
  readonly names: readonly string[];
  /** Orders of a sentence's phrases: opening, subject, action, place, reason. A comma follows an opening and goes before a reason. */
  readonly orders: readonly string[];
}

/** Phrases as they are written down here: one a bar. */
export const phrases = (text: string): readonly string[] => text.split('|').map((phrase) => phrase.trim());
