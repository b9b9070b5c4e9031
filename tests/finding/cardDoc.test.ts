import { describe, expect, it } from 'vitest';
import { cardDoc } from '../../finding/cardDoc.ts';
import type { Card, ShareState } from '../../finding/cards.ts';
import { ADA, aMembership, aSharedClip, COMMUNITY, idOf } from '../storage/samples.ts';
import { aClip } from './kept.ts';

const share = (state: ShareState['item']['state']): ShareState => ({
  communityName: 'Guild',
  replies: [],
  item: {
    id: idOf(50),
    communityId: COMMUNITY,
    clipId: idOf(2),
    mutation: { type: 'post', id: idOf(50), postId: idOf(51), body: aSharedClip(1).body },
    state,
    createdAt: 3,
    attempts: 0,
    nextAttemptAt: 0,
  },
});
const clipCard = (...shares: readonly ShareState[]): Card => ({
  kind: 'clip',
  id: idOf(2),
  clip: aClip(2, 'a why'),
  decision: undefined,
  shares,
  drifts: [],
});
const postCard = (memberId: string): Card => ({
  kind: 'post',
  id: `${COMMUNITY}/${idOf(1)}`,
  post: aSharedClip(1),
  authorName: 'Ada',
  membership: aMembership({ memberId }),
  replies: [],
  drifts: [],
});
const factsOf = (card: Card) => cardDoc(card).facts ?? {};

describe('a clip', () => {
  it('is shared where it waits or arrived, not where it was refused', () => {
    const told = [[], [share('waiting')], [share('sent')], [share('refused')]].map((shares) => factsOf(clipCard(...shares)));
    expect(told.map(({ is, in: communities }) => [is?.includes('shared'), communities])).toEqual([
      [false, []],
      [true, ['Guild']],
      [true, ['Guild']],
      [false, []],
    ]);
  });
});

describe('a post', () => {
  it('is one’s own when one wrote it', () => {
    expect([postCard(ADA), postCard(idOf(0xbb))].map((card) => factsOf(card).is)).toEqual([['shared', 'mine'], ['shared']]);
  });
});
