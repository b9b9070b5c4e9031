import type { Field } from '../fields.ts';
import type { FactName } from './facts.ts';
import type { OperatorName } from './operators/index.ts';

/** From `start` up to, not including, `end`, in UTF-16 code units of what was typed. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Letters between spaces, as typed. It may be several words to the index (`node.js`); each of them may
 * stand anywhere then, and together they count as one. */
export interface WordPart extends Place {
  readonly type: 'word';
  readonly text: string;
}

/** Words in quotes: just so, and in this order. */
export interface PhrasePart extends Place {
  readonly type: 'phrase';
  readonly text: string;
}

/** `tag:CSS`: a fact that a document must have. */
export interface FactPart extends Place {
  readonly type: 'fact';
  readonly operator: OperatorName;
  readonly fact: FactName;
  /** As typed. */
  readonly value: string;
  /** As it is compared. */
  readonly asked: string;
}

/** `before:yesterday`: when a document must have been kept. */
export interface DatePart extends Place {
  readonly type: 'date';
  readonly operator: OperatorName;
  /** As typed. */
  readonly value: string;
  /** It ends where its quotes do: words behind it are none of it. */
  readonly isQuoted: boolean;
  /** When the named time begins, in milliseconds since 1970. */
  readonly begins: number;
}

/** `why:latency`, `why:(slow OR late)`: words that must stand in certain fields. */
export interface FieldPart extends Place {
  readonly type: 'field';
  readonly operator: OperatorName;
  readonly fields: readonly Field[];
  readonly part: Part;
}

export interface NotPart extends Place {
  readonly type: 'not';
  readonly part: Part;
}

/** Two or more, side by side. None of them is such a group itself. */
export interface AllPart extends Place {
  readonly type: 'all';
  readonly parts: readonly Part[];
}

/** Two or more alternatives. None of them is such a group itself. */
export interface AnyPart extends Place {
  readonly type: 'any';
  readonly parts: readonly Part[];
}

export type Part = WordPart | PhrasePart | FactPart | DatePart | FieldPart | NotPart | AllPart | AnyPart;

/** What was typed, understood: parts side by side, in order; none for a query that says nothing. */
export interface Query {
  readonly text: string;
  readonly parts: readonly Part[];
  /** BCP 47: the names of months and days were read in it, too. */
  readonly language?: string | undefined;
}
