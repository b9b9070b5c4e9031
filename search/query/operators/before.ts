import type { DateOperator } from '../operator.ts';

/** `before:2026-03`: kept before March 2026 began. */
export const beforeOperator = {
  type: 'date',
  name: 'before',
  accepts: (at, begins) => at < begins,
} as const satisfies DateOperator;
