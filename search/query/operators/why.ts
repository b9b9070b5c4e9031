import type { FieldOperator } from '../operator.ts';

/** `why:latency`: in the reason of a clip, or in a decision's because. */
export const whyOperator = {
  type: 'field',
  name: 'why',
  fields: ['why', 'because'],
} as const satisfies FieldOperator;
