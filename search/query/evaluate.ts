import { heldIn, type Facts } from './facts.ts';
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

/** Answers for one document, or for a set of them. Undefined is "not known". */
export interface Judge {
  readonly fact: (part: FactPart) => boolean;
  readonly date: (part: DatePart) => boolean;
  readonly text: (part: WordPart | PhrasePart) => boolean | undefined;
}

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

/**
 * Whether a document answers a query. Everything has to hold but words that stand side by side: of those one is enough,
 * since more of them only bring a document further up. Behind a minus all of them count.
 * Undefined when it depends on texts that the judge doesn't know.
 */
export const answers = ({ parts }: Query, judge: Judge): boolean | undefined => all(parts, judge, false);

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

/** Whether a document may answer a query as far as its filters go, whatever its words are. */
export const matchesFilters = (query: Query, { facts, at }: { readonly facts?: Facts | undefined; readonly at: number }): boolean =>
  answers(query, {
    fact: (part) => heldIn(facts ?? {}, part.fact).some((held) => acceptsFact(part, held)),
    date: (part) => acceptsDate(part, at),
    text: () => undefined,
  }) !== false;

function holds(part: Part, judge: Judge, isStrict: boolean): boolean | undefined {
  switch (part.type) {
    case 'word':
    case 'phrase':
      return judge.text(part);
    case 'fact':
      return judge.fact(part);
    case 'date':
      return judge.date(part);
    case 'field':
      return holds(part.part, judge, isStrict);
    case 'not': {
      const held = holds(part.part, judge, true);
      return held === undefined ? undefined : !held;
    }
    case 'all':
      return all(part.parts, judge, isStrict);
    case 'any':
      return some(part.parts, judge, isStrict);
  }
}

function all(parts: readonly Part[], judge: Judge, isStrict: boolean): boolean | undefined {
  const soft = isStrict ? [] : parts.filter(isSoft);
  const hard = isStrict ? parts : parts.filter((part) => !isSoft(part));
  let answer = soft.length === 0 ? true : some(soft, judge, isStrict);
  for (const part of hard) {
    if (answer === false) return false;
    const held = holds(part, judge, isStrict);
    if (held !== true) answer = held;
  }
  return answer;
}

function some(parts: readonly Part[], judge: Judge, isStrict: boolean): boolean | undefined {
  let answer: boolean | undefined = false;
  for (const part of parts) {
    const held = holds(part, judge, isStrict);
    if (held === true) return true;
    if (held === undefined) answer = undefined;
  }
  return answer;
}

/** A word, or a group of nothing but words. */
const isSoft = (part: Part): boolean => part.type === 'word' || ((part.type === 'any' || part.type === 'all') && part.parts.every(isSoft));
