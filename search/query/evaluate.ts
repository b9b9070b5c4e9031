import { operatorNamed } from './operators/index.ts';
import type { DatePart, FactPart, Part, PhrasePart, Query, WordPart } from './tree.ts';

/** A word or phrase that documents are looked up by. */
export interface WantedText {
  readonly part: WordPart | PhrasePart;
  /** Undefined: it may stand in any. */
  readonly fields: FieldNames | undefined;
  /** A document that has it is left out, mostly: it is behind a minus. */
  readonly isExcluded: boolean;
}
type FieldNames = Extract<Part, { readonly type: 'field' }>['fields'];

/** Every word and phrase of a query, in order: what the index has to look up. */
export function wantedTexts({ parts }: Query): readonly WantedText[] {
  const within = (part: Part, fields: FieldNames | undefined, isExcluded: boolean): readonly WantedText[] => {
    switch (part.type) {
      case 'word':
      case 'phrase':
        return [{ part, fields, isExcluded }];
      case 'field':
        return within(part.part, part.fields, isExcluded);
      case 'not':
        return within(part.part, fields, !isExcluded);
      case 'all':
      case 'any':
        return part.parts.flatMap((one) => within(one, fields, isExcluded));
      case 'fact':
      case 'date':
        return [];
    }
  };
  return parts.flatMap((part) => within(part, undefined, false));
}

/** Whether one value that a document holds (of the fact that the part asks for) answers the part. */
export function acceptsFact({ operator, asked }: FactPart, held: string): boolean {
  const asks = operatorNamed(operator);
  return asks?.type === 'fact' && asks.accepts(asked, held);
}

/** Whether a time, in milliseconds since 1970, answers the part. */
export function acceptsDate({ operator, begins }: DatePart, at: number): boolean {
  const asks = operatorNamed(operator);
  return asks?.type === 'date' && asks.accepts(at, begins);
}
