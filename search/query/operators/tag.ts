import { foldText } from '../foldText.ts';
import type { FactOperator } from '../operator.ts';

const folded = (held: string): string => foldText(held.replace(/^#+/, ''));

/** `tag:css`, whatever its case and accents; `css/grid` stands under `css`. */
export const tagOperator = {
  type: 'fact',
  name: 'tag',
  read: (typed) => foldText(typed.replace(/^#+|\/+$/g, '')) || undefined,
  factOf: () => 'tags',
  accepts: (asked, held) => {
    const tag = folded(held);
    return tag === asked || tag.startsWith(`${asked}/`);
  },
  acceptedBy: (held) => {
    const tag = folded(held);
    return [tag, ...Array.from(tag.matchAll(/\//g), ({ index }) => tag.slice(0, index))];
  },
  values: [],
} as const satisfies FactOperator;
