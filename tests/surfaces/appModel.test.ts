import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../domain/failure.ts';
import type { ask } from '../../messaging/send.ts';
import { appModel } from '../../surfaces/appModel.ts';
import { makeCards } from '../../surfaces/cards.ts';

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
  }),
);
const page = signal({ tabId: 1, windowId: 1, title: '', address: HERE, pageKey: HERE, isClosed: false, isPdfView: false });

function model(answers: Readonly<Record<string, Result<unknown>>> = {}) {
  const asked: string[] = [];
  const fake = (name: string): Promise<Result<unknown>> => {
    asked.push(name);
    return Promise.resolve(answers[name] ?? ok(undefined));
  };
  const search = (query: string) => ({
    understood: { words: [query], chips: [] },
    hits: query.includes('one')
      ? [
          { id: 'clip-1', kind: 'clip' as const, score: 1, matches: {} },
          { id: 'gone', kind: 'clip' as const, score: 1, matches: {} },
        ]
      : [],
  });
  // the fake answers every call alike
  const made = appModel(
    { cards, page, search, ask: fake as unknown as typeof ask, words: { deleted: 'Deleted' }, end: new AbortController().signal },
    'page',
  );
  return { ...made, asked, ids: () => made.shown.value?.map(({ card }) => card.id) };
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
    cards.value = makeCards({ clips: here, decisions: [], posts: [], members: [], memberships: [], outbox: [], sightings });
    expect(model().ids()).toEqual(['clip-2', 'clip-1', 'clip-3']);
    cards.value = before;
  });
  it('is what was found over everything while there is a query, without what has gone', () => {
    const app = model();
    app.query.value = 'one';
    expect(app.ids()).toEqual(['clip-1']);
    app.query.value = '  ';
    expect(app.ids()).toEqual(['clip-2']);
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
