import { signal } from '@preact/signals';
import { beforeEach, expect, it, vi } from 'vitest';
import { followAddress, queryIn, withQuery } from '../../surfaces/queryAddress.ts';

let now = 0;
const ending: AbortController[] = [];

function follow() {
  const query = signal('');
  const end = new AbortController();
  ending.push(end);
  followAddress(query, window, () => now, end.signal);
  return query;
}

beforeEach(() => {
  ending.splice(0).forEach((end) => end.abort());
  history.replaceState(null, '', '/library.html');
  now = 0;
});

it('an address says what is searched for, whatever signs that has, and keeps the rest of itself', () => {
  const query = 'tag:"c++ & co" -is:shared #why';
  expect(queryIn(withQuery('https://x.example/library.html?a=1#card=7', query))).toBe(query);
  expect(withQuery('https://x.example/library.html?a=1&q=grid#card=7', ' ')).toBe('https://x.example/library.html?a=1#card=7');
});

it('a page opened with a search begins with it', () => {
  history.replaceState(null, '', '/library.html?q=grid+layout');
  expect(follow().value).toBe('grid layout');
});

it('letters that follow each other are one step back, a search after a while is another', async () => {
  const before = history.length;
  const query = follow();
  for (const typed of ['g', 'gr', 'grid']) {
    now += 100;
    query.value = typed;
  }
  now += 10_000;
  query.value = 'flex';
  expect([history.length - before, queryIn(location.href)]).toEqual([2, 'flex']);
  history.back();
  await vi.waitFor(() => expect(query.value).toBe('grid'));
  history.back();
  await vi.waitFor(() => expect(query.value).toBe(''));
});
