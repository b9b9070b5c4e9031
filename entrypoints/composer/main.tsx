import { mountComposer } from '../../surfaces/mountComposer.tsx';

/**
 * The composer in a web page's frame, or with `#card=` the card of what was clipped there: the one page of the
 * extension that a web page's address space may hold.
 */
const [, cardId] = /^#card=(.+)$/.exec(location.hash) ?? [];
if (cardId === undefined) mountComposer();
// what the card needs is not in what a composer has to load
else void import('../../surfaces/mountCard.tsx').then(({ mountCard }) => mountCard(cardId));
