import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { pickRegion } from '../../page/regionPicker.ts';
import { newestHost, recordShadowRoots } from './shadowRoots.ts';

let end: AbortController;
let roots: ReturnType<typeof recordShadowRoots>;
beforeEach(() => {
  end = new AbortController();
  roots = recordShadowRoots();
});
afterEach(() => end.abort());

const pick = () => pickRegion(window, end.signal);
const host = (): HTMLElement => newestHost(roots());

test('Enter takes the whole window', async () => {
  const picked = pick();
  await userEvent.keyboard('{Enter}');
  expect(await picked).toEqual({ x: 0, y: 0, width: innerWidth, height: innerHeight });
  expect(host().isConnected).toBe(false);
});

test('the arrow keys move it, with Shift they size it, and its size is told', async () => {
  const picked = pick();
  await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
  expect(roots().at(-1)?.querySelector('[role=status]')?.textContent).toBe(
    `${Math.round(innerWidth / 2)} × ${Math.round(innerHeight / 2 + 1)}`,
  );
  await userEvent.keyboard('{Enter}');
  expect(await picked).toEqual({ x: innerWidth / 4 + 1, y: innerHeight / 4, width: innerWidth / 2, height: innerHeight / 2 + 1 });
});

test('Escape ends it, and the page hears no key', async () => {
  const heard: string[] = [];
  const hear = ({ key }: KeyboardEvent): void => void heard.push(key);
  document.addEventListener('keydown', hear);
  const picked = pick();
  await userEvent.keyboard('a{Escape}');
  document.removeEventListener('keydown', hear);
  expect(await picked).toBeUndefined();
  expect(heard).toEqual([]);
});

test('what the page makes up is not the person', async () => {
  const picked = pick();
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  host().dispatchEvent(new PointerEvent('pointerdown', { clientX: 0, clientY: 0 }));
  host().dispatchEvent(new PointerEvent('pointerup', { clientX: 100, clientY: 100 }));
  expect(host().isConnected).toBe(true);
  end.abort();
  expect(await picked).toBeUndefined();
});
