import { closedList } from '../closedList.ts';
import type { FactOperator } from '../operator.ts';

const list = closedList('has', {
  why: ['reason', 'because'],
  decision: ['adr'],
  picture: ['image', 'photo', 'screenshot', 'still'],
  text: ['page-text', 'full-text', 'offline'],
  replies: ['reply', 'answer', 'comment', 'thread'],
  tag: ['label', 'keyword'],
});

/** `has:why`: what a document comes with. Any tag will do for `has:tag`. */
export const hasOperator = {
  type: 'fact',
  name: 'has',
  ...list,
  factOf: (asked) => (asked === 'tag' ? 'tags' : 'has'),
  accepts: (asked, held) => asked === 'tag' || asked === held,
} as const satisfies FactOperator;
