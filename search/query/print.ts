import type { Part, Query } from './tree.ts';

/** A query as one would type it. Understood again, it is the same query, its places apart. */
export const printQuery = ({ parts }: Pick<Query, 'parts'>): string =>
  (parts.length > 1 ? parts.map(printBeside) : parts.map(printPart)).join(' ');

/** A value of an operator as it is typed. */
export const printValue = (value: string): string => (/[\s()]/.test(value) ? `"${value}"` : value);

/** A part as it stands among others. */
const printBeside = (part: Part): string => (part.type === 'any' ? inGroup(part) : printPart(part));

function printPart(part: Part): string {
  switch (part.type) {
    case 'word':
      return part.text;
    case 'phrase':
      return `"${part.text}"`;
    case 'fact':
      return `${part.operator}:${printValue(part.value)}`;
    case 'date':
      return part.isQuoted ? `${part.operator}:"${part.value}"` : `${part.operator}:${part.value}`;
    case 'field':
      return `${part.operator}:${part.part.type === 'word' || part.part.type === 'phrase' ? printPart(part.part) : inGroup(part.part)}`;
    case 'not':
      return `-${takesMinus(part.part) ? printPart(part.part) : inGroup(part.part)}`;
    case 'all':
      return part.parts.map(printBeside).join(' ');
    case 'any':
      return part.parts.map(printPart).join(' OR ');
  }
}

const inGroup = (part: Part): string => `(${printPart(part)})`;

/** What a minus can stand before as it is. Before another minus it is the name of an option. */
const takesMinus = (part: Part): boolean =>
  part.type === 'word' ? !part.text.startsWith('-') : part.type !== 'not' && part.type !== 'all' && part.type !== 'any';
