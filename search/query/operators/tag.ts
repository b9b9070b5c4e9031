import { foldText } from '../foldText.ts';
import type { FactOperator } from '../operator.ts';

/** `tag:css`, whatever its case and accents; `css/grid` stands under `css`. */
export const tagOperator = {
  type: 'fact',
  name: 'tag',
  read: (typed) => foldText(typed.replace(/^#+|\/+$/g, '')) || undefined,
  factOf: () => 'tags',
  accepts: (asked, held) => {
    const tag = foldText(held.replace(/^#+/, ''));
    return tag === asked || tag.startsWith(`${asked}/`);
  },
  values: [],
} as const satisfies FactOperator;
