import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepPainted } from '../../page/keepPainted.ts';

const repaint = vi.fn<() => boolean>();
let keeper: ReturnType<typeof keepPainted>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  repaint.mockReset().mockReturnValue(true);
  keeper = keepPainted(document, { repaint });
  keeper.start();
});
afterEach(() => {
  keeper.stop();
  vi.useRealTimers();
});

test('where nothing is taken off, it looks once in two seconds', () => {
  keeper.start();
  vi.advanceTimersByTime(20_000);
  expect(repaint).toHaveBeenCalledTimes(10);
});

test('where the page takes marks off, it looks more often, and then less again', () => {
  repaint.mockReturnValueOnce(false);
  vi.advanceTimersByTime(3_000);
  const after = repaint.mock.calls.length;
  expect(after).toBeGreaterThan(3);
  vi.advanceTimersByTime(60_000);
  repaint.mockClear();
  vi.advanceTimersByTime(20_000);
  expect(repaint).toHaveBeenCalledTimes(10);
});

test('stopped, it looks no more', () => {
  keeper.stop();
  vi.advanceTimersByTime(20_000);
  expect(repaint).not.toHaveBeenCalled();
});
