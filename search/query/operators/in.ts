import { foldText } from '../foldText.ts';
import type { FactOperator } from '../operator.ts';

/** `in:guild`: part of the name of a community or an initiative. */
export const inOperator = {
  type: 'fact',
  name: 'in',
  read: (typed) => foldText(typed) || undefined,
  factOf: () => 'in',
  accepts: (asked, held) => foldText(held).includes(asked),
  values: [],
} as const satisfies FactOperator;
