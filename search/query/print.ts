import { goesOn } from './joinDates.ts';
import type { Part, Query } from './tree.ts';

/** A query as one would type it. Understood again, it is the same query, its places apart. */
export function printQuery({ parts, language }: Pick<Query, 'parts' | 'language'>): string {
  const [only] = parts;
  return only && parts.length === 1 ? printPart(only, language) : printBeside(parts, language);
}

/** A value of an operator as it is typed. */
export const printValue = (value: string): string => (/[\s()]/.test(value) ? `"${value}"` : value);

/** Parts as they stand side by side. */
const printBeside = (parts: readonly Part[], language: string | undefined): string =>
  parts
    .map((part, at) => {
      const before = parts[at - 1];
      // else it would be read as the rest of a date: `after:march (5)`
      const isKeptApart = part.type === 'word' && before !== undefined && goesOn(before, parts.slice(at), language);
      return isKeptApart || part.type === 'any' ? inGroup(part, language) : printPart(part, language);
    })
    .join(' ');

function printPart(part: Part, language: string | undefined): string {
  switch (part.type) {
    case 'word':
      return part.text;
    case 'phrase':
      return `"${part.text}"`;
    case 'fact':
      return `${part.operator}:${printValue(part.value)}`;
    case 'date':
      return part.isQuoted ? `${part.operator}:"${part.value}"` : `${part.operator}:${part.value}`;
    case 'field': {
      const isPlain = part.part.type === 'word' || part.part.type === 'phrase';
      return `${part.operator}:${isPlain ? printPart(part.part, language) : inGroup(part.part, language)}`;
    }
    case 'not':
      return `-${takesMinus(part.part) ? printPart(part.part, language) : inGroup(part.part, language)}`;
    case 'all':
      return printBeside(part.parts, language);
    case 'any':
      return part.parts.map((one) => printPart(one, language)).join(' OR ');
  }
}

const inGroup = (part: Part, language: string | undefined): string => `(${printPart(part, language)})`;

/** What a minus can stand before as it is. Before another minus it is the name of an option. */
const takesMinus = (part: Part): boolean =>
  part.type === 'word' ? !part.text.startsWith('-') : part.type !== 'not' && part.type !== 'all' && part.type !== 'any';
