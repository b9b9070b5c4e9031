import { signal } from '@preact/signals';
import { beforeEach, expect, it, vi } from 'vitest';
import { cardAddress, cardHash } from '../../surfaces/cardAddress.ts';
import type { OpenedCard } from '../../surfaces/openedCard.ts';
import { followAddress, queryIn, withQuery } from '../../surfaces/queryAddress.ts';

const X = { kind: 'clip', id: '01900000-0000-7002-8000-000000000001' } as const;
const POST = { kind: 'post', id: `01900000-0000-7000-8000-00000000000c/${X.id}` } as const;

let now = 0;
const ending: AbortController[] = [];

function follow() {
  const query = signal('');
  const only = signal<OpenedCard | undefined>(undefined);
  const end = new AbortController();
  let typed: string | undefined;
  ending.push(end);
  followAddress({ query, only, isTyped: () => typed === query.peek() }, window, () => now, end.signal);
  const search = (text: string): void => {
    query.value = text;
    only.value = undefined;
  };
  const type = (text: string): void => {
    typed = text;
    search(text);
    now += 100;
  };
  return { query, only, type, search };
}
const here = (): string => `${location.search}${location.hash}`;

beforeEach(() => {
  ending.splice(0).forEach((end) => end.abort());
  history.replaceState(null, '', '/library.html');
  now = 0;
});

it('an address says what is searched for, whatever signs that has, and keeps the rest of itself', () => {
  const query = 'tag:"c++ & co" -is:shared #why';
  expect(queryIn(withQuery('https://x.example/library.html?a=1#join', query))).toBe(query);
  expect(withQuery('https://x.example/library.html?a=1&q=grid#join', ' ')).toBe('https://x.example/library.html?a=1#join');
});

it('an address with a search names no card: what is found is shown, not the card that was there before', () => {
  const address = `https://x.example${cardAddress(X)}`;
  expect(withQuery(address, 'grid')).toBe('https://x.example/library.html?q=grid');
});

it('a page opened with a search begins with it', () => {
  history.replaceState(null, '', '/library.html?q=grid+layout');
  expect(follow().query.value).toBe('grid layout');
});

it.each([X, POST])('a page opened with a $kind shows it, until something is searched for', (card) => {
  history.replaceState(null, '', cardAddress(card));
  const { only, type } = follow();
  expect(only.value).toEqual(card);
  expect(here()).toBe(cardHash(card));
  type('grid');
  expect(here()).toBe('?q=grid');
});

it('another card in the address of the page that is open is shown, as the address bar leads to it', async () => {
  const { only, query } = follow();
  location.hash = cardHash(X);
  await vi.waitFor(() => expect(only.value).toEqual(X));
  location.hash = cardHash(POST);
  await vi.waitFor(() => expect(only.value).toEqual(POST));
  expect([query.value, here()]).toEqual(['', cardHash(POST)]);
});

it('a card that is opened over a search is a step, and Back leads to the search', async () => {
  const { only, type } = follow();
  type('grid');
  const before = history.length;
  only.value = { ...X, from: POST.id };
  expect([history.length - before, here()]).toEqual([1, `?q=grid${cardHash(X)}`]);
  history.back();
  await vi.waitFor(() => expect(only.value).toBeUndefined());
  expect(here()).toBe('?q=grid');
});

it('Back leads from a search to the card before it, and Forward to the search again', async () => {
  history.replaceState(null, '', cardAddress(X));
  const { query, only, type } = follow();
  type('grid');
  history.back();
  await vi.waitFor(() => expect(only.value).toEqual(X));
  expect(here()).toBe(cardHash(X));
  history.forward();
  await vi.waitFor(() => expect(query.value).toBe('grid'));
});

it('letters that follow each other are one step back, a search after a while is another', async () => {
  const { query, type } = follow();
  for (const typed of ['g', 'gr', 'grid']) type(typed);
  now += 10_000;
  type('flex');
  expect(here()).toBe('?q=flex');
  history.back();
  await vi.waitFor(() => expect(query.value).toBe('grid'));
  history.back();
  await vi.waitFor(() => expect(query.value).toBe(''));
});

it('what was walked back to stays when one types on at once', async () => {
  const { query, type } = follow();
  type('grid');
  now += 10_000;
  type('flex');
  history.back();
  await vi.waitFor(() => expect(query.value).toBe('grid'));
  type('grid a');
  expect(here()).toBe('?q=grid+a');
  history.back();
  await vi.waitFor(() => expect(here()).toBe('?q=grid'));
});

it('what is picked at once after typing is a step, and so is what is typed at once after it', () => {
  const { type, search } = follow();
  type('grid');
  const before = history.length;
  search('grid tag:css');
  type('grid tag:css a');
  type('grid tag:css ar');
  expect(history.length - before).toBe(2);
});
