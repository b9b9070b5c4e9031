import { describe, expect, it } from 'vitest';
import { createIndex } from '../../search/index.ts';
import type { Card, Cards, ClipCardData, PostCardData } from '../../surfaces/cards.ts';
import { followedIndex } from '../../surfaces/searchIndex.ts';
import { aMembership, aSharedClip } from '../storage/samples.ts';

const clipCard = (n: number, changed: Partial<ClipCardData> = {}): ClipCardData => ({
  kind: 'clip',
  id: `clip-${n}`,
  clip: {
    id: `clip-${n}`,
    kind: 'passage',
    pageKey: 'https://a.example/x',
    source: { address: 'https://a.example/x', title: 'Tables' },
    selectors: [],
    context: {},
    why: 'settles the grid',
    tags: ['css'],
    createdAt: n,
    updatedAt: n,
  },
  decision: undefined,
  shares: [],
  drifts: [],
  ...changed,
});
const postCard = (n: number): PostCardData => ({
  kind: 'post',
  id: `guild/${n}`,
  post: aSharedClip(n),
  authorName: 'Ada',
  membership: aMembership({ name: 'Front-end guild' }),
  replies: [],
  drifts: [],
});
const all = (...cards: readonly Card[]): Cards => ({
  clips: cards.filter((card) => card.kind === 'clip'),
  posts: cards.filter((card) => card.kind === 'post'),
  byId: new Map(cards.map((card) => [card.id, card])),
  ownPostIds: new Set(),
});

function followed(...cards: readonly Card[]) {
  const index = followedIndex(createIndex(), () => undefined);
  index.follow(all(...cards));
  return { ...index, ids: (query: string) => index.search(query, 10).hits.map(({ id }) => id) };
}

describe('a card is found', () => {
  it('by the community that it stands in', () => {
    const { ids } = followed(clipCard(1), postCard(2));
    expect(ids('in:guild')).toEqual(['guild/2']);
    expect(ids('-in:guild')).toEqual(['clip-1']);
  });
  it('by whose it is', () => {
    const { ids } = followed(clipCard(1), postCard(2));
    expect(ids('is:mine')).toEqual(['clip-1']);
    expect(ids('is:shared')).toEqual(['guild/2']);
    expect(ids('by:ada')).toEqual(['guild/2']);
  });
  it('as an orphan as soon as its passage has gone, and no longer once it is back', () => {
    const { follow, ids } = followed(clipCard(1));
    expect(ids('is:orphan')).toEqual([]);
    follow(all(clipCard(1, { drifts: [{ part: 0, at: 'gone', clipped: 'settles', isConfirmed: false }] })));
    expect(ids('is:orphan grid')).toEqual(['clip-1']);
    follow(all(clipCard(1)));
    expect(ids('is:orphan')).toEqual([]);
  });
  it('no more when it has gone', () => {
    const { follow, ids } = followed(clipCard(1), clipCard(2));
    follow(all(clipCard(2)));
    expect(ids('grid')).toEqual(['clip-2']);
  });
});
