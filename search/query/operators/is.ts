import { closedList } from '../closedList.ts';
import type { FactOperator } from '../operator.ts';

/** `is:mine`: what holds of a document as a whole. */
export const isOperator = {
  type: 'fact',
  name: 'is',
  ...closedList('is', {
    mine: ['my', 'own', 'me', 'personal'],
    shared: ['public', 'community'],
    orphan: ['orphaned', 'gone', 'lost'],
    unanswered: ['open-question', 'no-answer'],
    'missing-why': ['missingwhy', 'no-why', 'without-why', 'unexplained'],
  }),
} as const satisfies FactOperator;
