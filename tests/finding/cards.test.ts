import { describe, expect, it } from 'vitest';
import type { Clip } from '../../domain/clip.ts';
import type { Membership } from '../../domain/community.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import type { Post } from '../../domain/post.ts';
import { makeCards, type Library } from '../../finding/cards.ts';

const id = (n: number): string => `01890a5d-ac96-774b-bcce-${String(n).padStart(12, '0')}`;
const ME = id(1);
const ADA = id(2);
const GUILD = id(3);

const membership: Membership = {
  id: GUILD,
  name: 'Guild',
  purpose: '',
  createdAt: 1,
  server: 'https://a.example',
  memberId: ME,
  memberName: 'Me',
  role: 'member',
  token: 't',
  joinedAt: 1,
  seenSeq: 0,
};
const clip: Clip = {
  id: id(10),
  kind: 'page',
  pageKey: 'k',
  source: { address: 'https://a.example/', title: 'T' },
  selectors: [],
  context: {},
  why: 'w',
  tags: [],
  createdAt: 1,
  updatedAt: 1,
};
const post = (n: number, over: Partial<Post> = {}): Post => ({
  id: id(n),
  communityId: GUILD,
  authorId: ADA,
  body: { kind: 'note', text: `post ${n}` },
  reactions: { relied: [] },
  createdAt: n,
  seq: n,
  ...over,
});
const item = (n: number, mutation: OutboxItem['mutation'], over: Partial<OutboxItem> = {}): OutboxItem => ({
  id: id(n),
  communityId: GUILD,
  mutation,
  state: 'waiting',
  attempts: 0,
  nextAttemptAt: 0,
  createdAt: n,
  ...over,
});
const library = (over: Partial<Library>): Library => ({
  clips: [],
  decisions: [],
  posts: [],
  members: [
    { id: ADA, name: 'Ada', role: 'leader', joinedAt: 1, communityId: GUILD, hasLeft: false },
    { id: ME, name: 'Me', role: 'member', joinedAt: 1, communityId: GUILD, hasLeft: false },
  ],
  memberships: [membership],
  outbox: [],
  sightings: [],
  evidence: new Map(),
  ...over,
});

describe('the feed', () => {
  it('has threads only, the newest first, with their replies in order', () => {
    const { posts } = makeCards(library({ posts: [post(20), post(22, { threadId: id(20) }), post(21, { threadId: id(20) }), post(30)] }));
    expect(posts.map(({ post: { id: key } }) => key)).toEqual([id(30), id(20)]);
    expect(posts[1]?.replies.map(({ text }) => text)).toEqual(['post 21', 'post 22']);
    expect(posts[0]?.authorName).toBe('Ada');
  });

  it('keeps apart what carries the same id in two communities, or that of an own clip', () => {
    const other = { ...membership, id: id(4), name: 'Other' };
    const { byId, clips } = makeCards(
      library({ clips: [clip], memberships: [membership, other], posts: [post(20), post(20, { communityId: id(4) }), post(10)] }),
    );
    expect(byId.size).toBe(4);
    expect(byId.get(clip.id)).toBe(clips[0]);
  });

  it('shows nothing of a community that was left', () => {
    expect(makeCards(library({ posts: [post(20)], memberships: [] })).posts).toEqual([]);
  });
});

describe('what waits in the outbox', () => {
  it('is shown as a reply on its way', () => {
    const reply = item(40, { type: 'post', id: id(40), postId: id(41), threadId: id(20), body: { kind: 'note', text: 'soon' } });
    const { posts } = makeCards(library({ posts: [post(20)], outbox: [reply] }));
    expect(posts[0]?.replies).toMatchObject([{ text: 'soon', state: 'waiting', authorName: 'Me' }]);
  });

  it('is shown once when it has arrived', () => {
    const reply = item(
      40,
      { type: 'post', id: id(40), postId: id(41), threadId: id(20), body: { kind: 'note', text: 'soon' } },
      { state: 'sent' },
    );
    const arrived = post(41, { threadId: id(20), authorId: ME, body: { kind: 'note', text: 'soon' } });
    expect(makeCards(library({ posts: [post(20), arrived], outbox: [reply] })).posts[0]?.replies).toHaveLength(1);
  });

  it('lets the last of several reactions count', () => {
    const react = (n: number, on: boolean) => item(n, { type: 'react', id: id(n), postId: id(20), reaction: 'relied', on });
    const relied = (outbox: OutboxItem[]) => makeCards(library({ posts: [post(20)], outbox })).posts[0]?.post.reactions.relied;
    expect(relied([react(40, true)])).toEqual([ME]);
    expect(relied([react(40, true), react(41, false)])).toEqual([]);
  });

  it('hides a post that is being removed, and shows it again when that was refused', () => {
    const remove = item(40, { type: 'remove', id: id(40), postId: id(20) });
    expect(makeCards(library({ posts: [post(20)], outbox: [remove] })).posts).toEqual([]);
    expect(makeCards(library({ posts: [post(20)], outbox: [{ ...remove, state: 'refused' }] })).posts).toHaveLength(1);
  });

  it('tells each share of a clip, the newest first, and that its post is the clip', () => {
    const share = (n: number) =>
      item(n, { type: 'post', id: id(n), postId: id(n + 100), body: { kind: 'note', text: 'x' } }, { clipId: clip.id });
    const { clips, ownPostIds } = makeCards(library({ clips: [clip], outbox: [share(40), share(41)] }));
    expect(clips[0]?.shares.map(({ item: { id: key } }) => key)).toEqual([id(41), id(40)]);
    expect(ownPostIds).toEqual(new Set([`${GUILD}/${id(140)}`, `${GUILD}/${id(141)}`]));
  });

  it('tells what was said of a clip wherever it was shared, the oldest first', () => {
    const share = (n: number) =>
      item(n, { type: 'post', id: id(n), postId: id(n + 100), body: { kind: 'note', text: 'x' } }, { clipId: clip.id });
    const reply = (n: number, thread: number, text: string) =>
      post(n, { threadId: id(thread), createdAt: n, body: { kind: 'note', text } });
    const posts = [
      post(140),
      post(141),
      reply(64, 140, 'last'),
      reply(62, 140, 'later'),
      reply(61, 141, 'sooner'),
      reply(63, 20, 'elsewhere'),
    ];
    const { clips } = makeCards(library({ clips: [clip], posts, outbox: [share(40), share(41)] }));
    expect(clips[0]?.shares.map(({ replies }) => replies.map(({ text }) => text))).toEqual([['sooner'], ['later', 'last']]);
  });
});

describe('what pages told of passages', () => {
  const seen = { part: 0, quality: 'missing', seenAt: 5 } as const;

  it('stands with the clip, and with the post, that it is about', () => {
    const shared = post(20, {
      body: {
        kind: 'clip',
        why: 'w',
        title: 'T',
        tags: [],
        target: { type: 'SpecificResource', source: 'https://a.example/', selector: [] },
      },
    });
    const sightings = [
      { ...seen, id: clip.id },
      { ...seen, id: id(20) },
    ];
    const { clips, posts } = makeCards(library({ clips: [clip], posts: [shared, post(21)], sightings }));
    expect(clips[0]?.drifts).toMatchObject([{ at: 'gone' }]);
    expect(posts.map(({ drifts }) => drifts.length)).toEqual([0, 1]);
  });
});
