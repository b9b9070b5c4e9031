import { closedList } from '../closedList.ts';
import type { FactOperator } from '../operator.ts';

const CLIPPED = {
  passage: ['quote', 'quotation', 'highlight', 'selection', 'snippet', 'annotation'],
  page: ['article', 'web-page', 'webpage', 'bookmark'],
  image: ['picture', 'photo', 'figure'],
  region: ['screenshot', 'area', 'capture'],
  link: ['url'],
  moment: ['video', 'still'],
};

const list = closedList('kind', {
  ...CLIPPED,
  clip: [],
  decision: ['adr'],
  question: [],
  idea: ['proposal'],
  note: ['message', 'comment'],
  answer: ['reply', 'replies'],
});

/** `kind:image`; `kind:clip` is whatever was clipped. */
export const kindOperator = {
  type: 'fact',
  name: 'kind',
  ...list,
  accepts: (asked, held) => asked === held || (asked === 'clip' && Object.hasOwn(CLIPPED, held)),
} as const satisfies FactOperator;
