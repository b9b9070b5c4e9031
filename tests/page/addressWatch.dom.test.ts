import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchAddress } from '../../page/addressWatch.ts';

const start = location.href;
let end: AbortController;
const told = vi.fn();
beforeEach(() => {
  told.mockReset();
  end = new AbortController();
  watchAddress(window, end.signal, told);
});
afterEach(() => {
  end.abort();
  history.replaceState(null, '', start);
});

test('a single-page app’s new address is told once', () => {
  history.pushState(null, '', '?view=2');
  expect(told).toHaveBeenCalledOnce();
});

test('the same address again is no change', () => {
  history.pushState({ other: 'state' }, '', location.href);
  expect(told).not.toHaveBeenCalled();
});

test('a change of the fragment is told', async () => {
  location.hash = 'part-2';
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
});

test('a page that comes back from the browser’s cache is told', () => {
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  expect(told).toHaveBeenCalledOnce();
});

test('nothing is told after the end', () => {
  end.abort();
  history.pushState(null, '', '?view=3');
  expect(told).not.toHaveBeenCalled();
});
