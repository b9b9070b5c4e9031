import { foldText } from '../foldText.ts';
import type { FactOperator } from '../operator.ts';

const ME = 'me';

/** `by:ada`: part of the name of the author, or of the member who shared it; `by:me` is what is one's own. */
export const byOperator = {
  type: 'fact',
  name: 'by',
  read: (typed) => foldText(typed.replace(/^@/, '')) || undefined,
  factOf: (asked) => (asked === ME ? 'is' : 'by'),
  accepts: (asked, held) => (asked === ME ? held === 'mine' : foldText(held).includes(asked)),
  values: [],
} as const satisfies FactOperator;
