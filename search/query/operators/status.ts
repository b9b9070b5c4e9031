import { closedList } from '../closedList.ts';
import type { FactOperator } from '../operator.ts';

/** `status:accepted`: where a decision stands. */
export const statusOperator = {
  type: 'fact',
  name: 'status',
  ...closedList('status', {
    open: ['undecided', 'pending'],
    proposed: ['draft', 'suggested', 'proposal'],
    accepted: ['decided', 'agreed', 'approved', 'chosen', 'done'],
    rejected: ['declined', 'refused', 'ruled-out'],
    superseded: ['replaced', 'obsolete', 'outdated', 'deprecated'],
  }),
} as const satisfies FactOperator;
