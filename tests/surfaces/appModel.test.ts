import { computed, signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { fail, ok, type Result } from '../../domain/failure.ts';
import type { ask } from '../../messaging/send.ts';
import { appModel } from '../../surfaces/appModel.ts';
import type { Lists, View } from '../../surfaces/lists.ts';
import { makeCards, type Card } from '../../finding/cards.ts';
import type { OpenedCard } from '../../surfaces/openedCard.ts';
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
const CLIP_1 = { kind: 'clip', id: 'clip-1' } as const;
const HERE = 'https://a.example/x';
const NOTHING = { clips: [], decisions: [], posts: [], members: [], memberships: [], outbox: [], sightings: [], evidence: new Map() };
const cards = signal(makeCards({ ...NOTHING, clips: [clip(2, HERE), clip(1, 'https://b.example/')] }));

const lots = (limit: number): string[] => Array.from({ length: Math.min(limit, 60) }, (_, n) => `clip-${n + 1}`);

function model(answers: Readonly<Record<string, Result<unknown>>> = {}) {
  const asked: string[] = [];
  const fake = (name: string): Promise<Result<unknown>> => {
    asked.push(name);
    return Promise.resolve(answers[name] ?? ok(undefined));
  };
  const view = signal<View>('page');
  const only = signal<OpenedCard | undefined>(undefined);
  const onlyRead = signal<Lists['only']['value']>(undefined);
  const mine = signal<readonly Card[]>(cards.value.clips);
  const isWhole = signal(true);
  const here = computed(() => cards.value.clips.filter((card) => card.clip.pageKey === HERE));
  const searched: { readonly query: string; readonly limit: number; readonly answer: () => void }[] = [];
  let followed = 0;
  let following: ((now: ReadonlyMap<string, Card>) => void) | undefined;
  const find = (query: string, limit: number) =>
    new Promise<FoundCards>((resolve) => {
      // “lots” are as many as are asked for, of which the cards are those of two
      const ids = query.includes('one') ? ['clip-1', 'gone'] : query.includes('lots') ? lots(limit) : ['clip-1', 'clip-2'];
      const hits = ids.map((id) => ({ id, kind: 'clip' as const, score: 1, matches: {} }));
      const answer = () =>
        resolve({ understood: { words: [query], chips: [] }, hits, isAtLeast: false, total: 60, cards: cards.value.byId });
      searched.push({ query, limit, answer });
    });
  const kept = signal(0);
  const made = appModel({
    view,
    only,
    lists: {
      cards: { page: here, mine, community: signal([]) },
      counts: computed(() => ({ page: here.value.length, mine: 500, community: 0 })),
      isWhole: () => isWhole.value,
      only: onlyRead,
      readOn: () => void asked.push('readOn'),
    },
    find,
    kept,
    follow: (_, next) => {
      following = next;
      followed++;
      return () => undefined;
    },
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
  const read = (wanted = only.value): void => {
    if (wanted) onlyRead.value = { wanted, card: cards.value.byId.get(wanted.id) ?? null };
  };

  const follows = (now: readonly Card[]): void => following?.(new Map(now.map((card) => [card.id, card])));
  return {
    ...made,
    asked,
    searched,
    kept,
    read,
    mine,
    isWhole,
    follows,
    followed: () => followed,
    find: search,
    ids: () => made.shown.value?.map(({ card }) => card.id),
  };
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
    app.open(CLIP_1, 'clip-2');
    app.read();
    expect(app.ids()).toEqual(['clip-1']);
    app.show('mine');
    expect(app.ids()).toEqual(['clip-2', 'clip-1']);
  });
  it('is neither the card before nor word that it is gone, until the one card is read', () => {
    const app = model();
    app.open(CLIP_1, 'clip-2');
    expect(app.shown.value).toBeUndefined();
    app.read();
    app.open({ kind: 'clip', id: 'gone' }, 'clip-1');
    expect(app.shown.value).toBeUndefined();
    app.read();
    expect(app.ids()).toEqual([]);
    app.open({ kind: 'clip', id: 'clip-2' }, 'gone');
    expect(app.shown.value).toBeUndefined();
  });
  it('is what was there before, when one goes back from the one card, step by step', async () => {
    const app = model();
    await app.find('many');
    app.open(CLIP_1, 'clip-2');
    app.open({ kind: 'decision', id: 'd' }, 'clip-1');
    app.back();
    expect([app.only.value?.id, app.returned.value]).toEqual(['clip-1', 'clip-1']);
    app.back();
    expect([app.ids(), app.returned.value]).toEqual([['clip-1', 'clip-2'], 'clip-2']);
  });
  it('is what is searched for, also when that is what was searched for before the one card', async () => {
    const app = model();
    await app.find('many');
    app.open(CLIP_1, 'clip-2');
    app.search('many');
    expect(app.ids()).toEqual(['clip-1', 'clip-2']);
  });
  it('ends, of the page in front, with what is gone from it', () => {
    const here = [clip(3, HERE), clip(2, HERE), clip(1, HERE)];
    const sightings = [{ id: 'clip-3', part: 0, quality: 'missing' as const, seenAt: 1 }];
    const before = cards.value;
    cards.value = makeCards({ ...NOTHING, clips: here, sightings });
    expect(model().ids()).toEqual(['clip-2', 'clip-1', 'clip-3']);
    cards.value = before;
  });
  it('is what was found over everything while there is a query, without what has gone', async () => {
    const app = model();
    await app.find('one');
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
    await app.find('many');
    app.query.value = 'one';
    expect(app.ids()).toEqual(['clip-1', 'clip-2']);
  });
  it('is searched for again when something was kept', async () => {
    const app = model();
    await app.find('one');
    app.kept.value++;
    expect(app.searched.map(({ query }) => query)).toEqual(['one', 'one']);
  });
  it('grows when its end is near, twofold, and is short again for the next query', async () => {
    const app = model();
    app.readOn();
    expect(app.asked).toEqual(['readOn']);
    const limits = () => app.searched.map(({ limit }) => limit);
    await app.find('lots');
    app.readOn();
    app.readOn();
    expect(limits()).toEqual([20, 40]);
    app.searched[1]?.answer();
    await vi.waitFor(() => expect(app.answered.value && app.size.value).toBe('unknown'));
    await vi.waitFor(() => {
      app.readOn();
      expect(limits()).toEqual([20, 40, 80]);
    });
    app.searched[2]?.answer();
    await vi.waitFor(() => expect(app.size.value).toBe(app.ids()?.length));
    app.readOn();
    app.query.value = 'one';
    expect(limits()).toEqual([20, 40, 80, 20]);
  });
  it('grows no further when reading on found nothing more', async () => {
    const app = model();
    await app.find('many');
    app.readOn();
    app.searched[1]?.answer();
    await vi.waitFor(() => expect(app.followed()).toBe(2));
    app.readOn();
    expect(app.searched).toHaveLength(2);
  });
  it('is of a size that is known once all was read, or the view tells it', async () => {
    const app = model();
    expect(app.size.value).toBe(1);
    app.show('mine');
    expect(app.size.value).toBe(2);
    app.isWhole.value = false;
    expect(app.size.value).toBe(500);
    await app.find('many');
    expect(app.size.value).toBe('unknown');
    app.open(CLIP_1, 'clip-2');
    app.read();
    expect(app.size.value).toBe(1);
  });
});

describe('the query', () => {
  it('is typed, until another one was picked', () => {
    const app = model();
    app.type('gri');
    app.type('grid');
    expect(app.isTyped()).toBe(true);
    app.search('grid tag:css');
    expect(app.isTyped()).toBe(false);
    app.query.value = 'grid';
    expect(app.isTyped()).toBe(false);
  });
});

describe('a card by its id', () => {
  it('is as it stands now, also one that is folded under another, not as a view that is not open has it', async () => {
    const app = model();
    const [two, one] = [clip(2, HERE), clip(1, HERE)].map((own) => makeCards({ ...NOTHING, clips: [{ ...own, why: 'edited' }] }).clips[0]);
    if (!one || !two) throw new Error('no cards');
    await app.find('many');
    app.follows([one, two]);
    // both are of one page
    expect(app.shown.value?.map(({ card, more }) => [card.id, more?.length])).toEqual([['clip-1', 1]]);
    for (const card of [one, two]) expect(app.cardOf(card.id)).toBe(card);
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
