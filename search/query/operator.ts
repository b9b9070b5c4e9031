import type { Field } from '../fields.ts';
import type { FactName } from './facts.ts';

/** An operator that asks for a fact of a document: `site:`, `tag:`. */
export interface FactOperator {
  readonly type: 'fact';
  readonly name: string;
  /** A value that was typed (trimmed, not empty) as it is compared; undefined when it says nothing to this operator. */
  readonly read: (typed: string) => string | undefined;
  /** The fact that is asked for, by what was read. */
  readonly factOf: (asked: string) => FactName;
  /** Whether one value that a document holds answers what was read. */
  readonly accepts: (asked: string, held: string) => boolean;
  /** All that can be asked so that it accepts what a document holds, where that can be listed: counting then needn't ask `accepts` of each pair. */
  readonly acceptedBy?: (held: string) => readonly string[];
  /** Every value there is, or none when a person's own data tell them. */
  readonly values: readonly string[];
}

/** An operator that asks when something was kept: `before:`, `after:`. */
export interface DateOperator {
  readonly type: 'date';
  readonly name: string;
  /** Whether `at` answers, given when the named time begins; both in milliseconds since 1970. */
  readonly accepts: (at: number, begins: number) => boolean;
}

/** An operator that looks for words in some fields only: `why:`. */
export interface FieldOperator {
  readonly type: 'field';
  readonly name: string;
  /** The fields of the index, by name. */
  readonly fields: readonly Field[];
}
