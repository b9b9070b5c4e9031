import { wantedTexts } from './evaluate.ts';
import { foldText } from './foldText.ts';
import { operatorNamed, type OperatorName } from './operators/index.ts';
import { printQuery } from './print.ts';
import type { Part, Query } from './tree.ts';

/** What a part of a query says, for whoever puts it into words. */
export type Said = { readonly isNegated: boolean } & (
  | { readonly type: 'word' | 'phrase'; readonly value: string }
  /** `value` as typed; of a closed list its own name, whichever synonym was typed. */
  | { readonly type: 'operator'; readonly operator: OperatorName; readonly value: string }
  /** Words that are looked for in certain fields. */
  | { readonly type: 'field'; readonly operator: OperatorName; readonly part: Said }
  | { readonly type: 'all' | 'any'; readonly parts: readonly Said[] }
);

/** One thing that a query asks for. */
export interface Chip {
  readonly says: Said;
  /** Where it was typed. */
  readonly start: number;
  readonly end: number;
  /** The query without it, to be typed instead. */
  readonly without: string;
}

export interface Understood {
  /** The words and phrases that are looked for, as typed, each once. */
  readonly words: readonly string[];
  readonly chips: readonly Chip[];
}

/** What a query was taken to ask for: a chip for each of its parts, in order. */
export function understood(query: Query): Understood {
  const words = new Map<string, string>();
  for (const { part, isExcluded } of wantedTexts(query)) {
    const folded = foldText(part.text);
    if (!isExcluded && !words.has(folded)) words.set(folded, part.text);
  }
  const { parts, language } = query;
  const chips = parts.map((part): Chip => {
    const { start, end } = part;
    return { says: sayingOf(part, false), start, end, without: printQuery({ parts: parts.filter((one) => one !== part), language }) };
  });
  return { words: [...words.values()], chips };
}

function sayingOf(part: Part, isNegated: boolean): Said {
  switch (part.type) {
    case 'word':
    case 'phrase':
      return { type: part.type, value: part.text, isNegated };
    case 'fact': {
      const { operator, value, asked } = part;
      const known = operatorNamed(operator);
      const isClosed = known?.type === 'fact' && known.values.length > 0;
      return { type: 'operator', operator, value: isClosed ? asked : value, isNegated };
    }
    case 'date':
      return { type: 'operator', operator: part.operator, value: part.value, isNegated };
    case 'field':
      return { type: 'field', operator: part.operator, part: sayingOf(part.part, false), isNegated };
    case 'not':
      return sayingOf(part.part, !isNegated);
    case 'all':
    case 'any':
      return { type: part.type, parts: part.parts.map((one) => sayingOf(one, false)), isNegated };
  }
}
