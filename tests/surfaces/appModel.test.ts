import { computed, signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { fail, ok, type Result } from '../../domain/failure.ts';
import type { ask } from '../../messaging/send.ts';
import { appModel } from '../../surfaces/appModel.ts';
import type { View } from '../../surfaces/lists.ts';
import { makeCards } from '../../finding/cards.ts';
import type { FoundCards } from '../../finding/finder.ts';

const clip = (n: number, pageKey: string) => ({
  id: `clip-${n}`,
  kind: 'page' as const,
  pageKey,
  source: { address: pageKey, title: 'T' },
  selectors: [],
  context: {},
  why: 'w',
  tags: [],
  createdAt: n,
  updatedAt: n,
});
const HERE = 'https://a.example/x';
const cards = signal(
  makeCards({
    clips: [clip(2, HERE), clip(1, 'https://b.example/')],
    decisions: [],
    posts: [],
    members: [],
    memberships: [],
    outbox: [],
    sightings: [],
    evidence: new Map(),
  }),
);

function model(answers: Readonly<Record<string, Result<unknown>>> = {}) {
  const asked: string[] = [];
  const fake = (name: string): Promise<Result<unknown>> => {
    asked.push(name);
    return Promise.resolve(answers[name] ?? ok(undefined));
  };
  const view = signal<View>('page');
  const only = signal<string | undefined>(undefined);
  const here = computed(() => cards.value.clips.filter((card) => card.clip.pageKey === HERE));
  const searched: { readonly query: string; readonly answer: () => void }[] = [];
  const find = (query: string, limit: number) =>
    new Promise<FoundCards>((resolve) => {
      const ids = query.includes('one') ? ['clip-1', 'gone'] : query.includes('many') ? ['clip-1', 'clip-2'].slice(0, limit) : [];
      const hits = ids.map((id) => ({ id, kind: 'clip' as const, score: 1, matches: {} }));
      const answer = () =>
        resolve({ understood: { words: [query], chips: [] }, hits, isAtLeast: false, total: 100, cards: cards.value.byId });
      searched.push({ query, answer });
    });
  const kept = signal(0);
  const made = appModel({
    view,
    only,
    lists: {
      cards: { page: here, mine: computed(() => cards.value.clips), community: signal([]) },
      counts: computed(() => ({ page: here.value.length, mine: cards.value.clips.length, community: 0 })),
      only: computed(() => (only.value === undefined ? undefined : (cards.value.byId.get(only.value) ?? null))),
      readOn: () => void asked.push('readOn'),
    },
    find,
    kept,
    follow: () => () => undefined,
    // the fake answers every call alike
    ask: fake as unknown as typeof ask,
    words: { deleted: 'Deleted' },
    end: new AbortController().signal,
  });
  const search = async (query: string): Promise<void> => {
    made.query.value = query;
    searched.at(-1)?.answer();
    await vi.waitFor(() => expect(made.shown.value).toBeDefined());
  };
  return { ...made, asked, searched, kept, search, ids: () => made.shown.value?.map(({ card }) => card.id) };
}

describe('what is shown', () => {
  it('is what was kept from the page in front', () => {
    expect(model().ids()).toEqual(['clip-2']);
  });
  it('is everything of mine in the next view, which is remembered', () => {
    const app = model();
    app.show('mine');
    expect(app.ids()).toEqual(['clip-2', 'clip-1']);
    expect(app.asked).toEqual(['saveSettings']);
  });
  it('is one card, when only that was asked for, until another view is', () => {
    const app = model();
    app.only.value = 'clip-1';
    expect(app.ids()).toEqual(['clip-1']);
    app.show('mine');
    expect(app.ids()).toEqual(['clip-2', 'clip-1']);
  });
  it('ends, of the page in front, with what is gone from it', () => {
    const here = [clip(3, HERE), clip(2, HERE), clip(1, HERE)];
    const sightings = [{ id: 'clip-3', part: 0, quality: 'missing' as const, seenAt: 1 }];
    const before = cards.value;
    cards.value = makeCards({
      clips: here,
      decisions: [],
      posts: [],
      members: [],
      memberships: [],
      outbox: [],
      sightings,
      evidence: new Map(),
    });
    expect(model().ids()).toEqual(['clip-2', 'clip-1', 'clip-3']);
    cards.value = before;
  });
  it('is what was found over everything while there is a query, without what has gone', async () => {
    const app = model();
    await app.search('one');
    expect(app.ids()).toEqual(['clip-1']);
    app.query.value = '  ';
    expect(app.ids()).toEqual(['clip-2']);
  });
  it('is the answer to the last letter, in whichever order the answers come', async () => {
    const app = model();
    app.query.value = 'one';
    app.query.value = 'many';
    app.searched[1]?.answer();
    await vi.waitFor(() => expect(app.ids()).toEqual(['clip-1', 'clip-2']));
    app.searched[0]?.answer();
    await Promise.resolve();
    expect(app.ids()).toEqual(['clip-1', 'clip-2']);
  });
  it('stays what the last letter found until the next one is answered', async () => {
    const app = model();
    await app.search('many');
    app.query.value = 'one';
    expect(app.ids()).toEqual(['clip-1', 'clip-2']);
  });
  it('is searched for again when something was kept', async () => {
    const app = model();
    await app.search('one');
    app.kept.value++;
    expect(app.searched.map(({ query }) => query)).toEqual(['one', 'one']);
  });
  it('grows when its end is near, and is short again for the next query', async () => {
    const app = model();
    app.readOn();
    expect(app.asked).toEqual(['readOn']);
    await app.search('many');
    app.readOn();
    expect(app.searched).toHaveLength(2);
    app.query.value = 'one';
    expect(app.searched.at(-1)?.query).toBe('one');
  });
});

describe('deleting', () => {
  it('offers the way back', async () => {
    const app = model();
    await app.remove('clip-1');
    const message = app.message.value;
    if (!message || !('undo' in message)) throw new Error('no undo');
    message.undo();
    expect(app.asked).toEqual(['removeClip', 'restoreClip']);
    expect(app.message.value).toBeUndefined();
  });
  it('that fails says why, and offers no undo', async () => {
    const app = model({ removeClip: fail('database-blocked') });
    await app.remove('clip-1');
    expect(app.message.value).toEqual({ failure: { code: 'database-blocked' } });
  });
  it('is put away as a message when one goes on searching', async () => {
    const app = model();
    await app.remove('clip-1');
    app.query.value = 'one';
    expect(app.message.value).toBeUndefined();
  });
});
