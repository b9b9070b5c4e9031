import type { Field } from './fields.ts';
import type { Facts } from './query/facts.ts';

/** What ranking and filters know of a document, beside its texts. */
export interface DocFacts extends Facts {
  /** How many members relied on it. */
  readonly relied?: number | undefined;
  /** BCP 47: the language whose forms of a word are one word here. */
  readonly language?: string | undefined;
}

/** What can be found: the texts of a clip, a post or a decision, made by documents.ts. */
export interface Doc {
  readonly id: string;
  readonly kind: 'clip' | 'post' | 'decision';
  readonly fields: Readonly<Partial<Record<Field, string>>>;
  /** Milliseconds since 1970-01-01 UTC; of two equally good hits the newer one stands first. */
  readonly at: number;
  readonly facts?: DocFacts | undefined;
}

/** Characters of one field that are indexed: an hour's reading. */
const LONGEST_FIELD = 100_000;

/** What of a field is searched. */
export const indexedText = (doc: Doc, field: Field): string => (doc.fields[field] ?? '').slice(0, LONGEST_FIELD);
