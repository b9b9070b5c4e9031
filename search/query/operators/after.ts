import type { DateOperator } from '../operator.ts';

/** `after:2026-03`: kept in March 2026 or later. What `before:` leaves out, this finds. */
export const afterOperator = {
  type: 'date',
  name: 'after',
  accepts: (at, begins) => at >= begins,
} as const satisfies DateOperator;
