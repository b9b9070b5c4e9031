import type { Field } from './fields.ts';

/** What can be found: the texts of a clip or a post, made by documents.ts. */
export interface Doc {
  readonly id: string;
  readonly kind: 'clip' | 'post';
  readonly fields: Readonly<Partial<Record<Field, string>>>;
  /** Milliseconds since 1970-01-01 UTC; of two equally good hits the newer one stands first. */
  readonly at: number;
}
