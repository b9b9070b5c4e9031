import type { FieldOperator } from '../operator.ts';

/** `rejected:flexbox`: in the options that a decision did not choose. */
export const rejectedOperator = {
  type: 'field',
  name: 'rejected',
  fields: ['rejected'],
} as const satisfies FieldOperator;
