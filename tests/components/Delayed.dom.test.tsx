import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { Delayed } from '../../components/Delayed.tsx';
import { mount } from './mount.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const late = (
  <Delayed>
    <ProgressBar label="Loading…" />
  </Delayed>
);

test('what is quick shows no sign of being under way', async () => {
  const root = mount(late);
  // effects run after a frame, which the clock stands in for
  await vi.advanceTimersByTimeAsync(140);
  expect(root.childElementCount).toBe(0);
});

test('what takes longer does', async () => {
  const root = mount(late);
  await vi.advanceTimersByTimeAsync(400);
  expect(root.querySelector('progress')?.getAttribute('aria-label')).toBe('Loading…');
});
