import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createNotices } from '../../page/notice.ts';
import { recordShadowRoots } from './shadowRoots.ts';

let roots: ReturnType<typeof recordShadowRoots>;
const end = { current: new AbortController() };
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  roots = recordShadowRoots();
  end.current = new AbortController();
});
afterEach(() => {
  end.current.abort();
  vi.useRealTimers();
});

const shown = (): string[] =>
  roots()
    .filter(({ host }) => host.isConnected)
    .map((root) => root.querySelector('[role=alert]')?.textContent ?? '');

test('a sentence is said as an alert, the newest alone, and goes after a while', () => {
  const say = createNotices(document, end.current.signal);
  say('First.');
  say('Second.');
  expect(shown()).toEqual(['Second.']);
  vi.advanceTimersByTime(10_000);
  expect(shown()).toEqual([]);
});

test('it can be dismissed', () => {
  createNotices(document, end.current.signal)('First.');
  roots().at(-1)?.querySelector<HTMLButtonElement>('[aria-label=Dismiss]')?.click();
  expect(shown()).toEqual([]);
});

test('nothing is said once Whence has ended', () => {
  const say = createNotices(document, end.current.signal);
  say('First.');
  end.current.abort();
  say('Second.');
  expect(shown()).toEqual([]);
});
