import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createComposerFrame, type ComposerFrame } from '../../page/composerFrame.ts';
import { newestHost, recordShadowRoots } from './shadowRoots.ts';
import { one, present } from './present.ts';

const COMPOSER = `data:text/html,<textarea autofocus></textarea>`;
let roots: ReturnType<typeof recordShadowRoots>;
let composer: ComposerFrame;
beforeEach(() => {
  roots = recordShadowRoots();
  composer = createComposerFrame(document);
});
afterEach(() => {
  composer.close();
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

const host = (): HTMLElement => newestHost(roots());
const frame = (): HTMLIFrameElement => one<HTMLIFrameElement>('iframe', present(roots().at(-1)));

test('the composer opens in a named frame at the window’s corner, with the focus in it', async () => {
  composer.open(COMPOSER);
  expect(frame().title).toBe('Whence: clip with why');
  await vi.waitFor(() => expect(document.activeElement).toBe(host()));
  const box = host().getBoundingClientRect();
  expect(composer.box).toEqual(box);
  expect([innerWidth - box.right, innerHeight - box.bottom]).toEqual([12, 12]);
  expect(box.width).toBeLessThanOrEqual(400);
});

test('it takes the height that its content asks for, and no more than the window has', () => {
  composer.open(COMPOSER);
  composer.resize(150);
  expect(host().getBoundingClientRect().height).toBe(150);
  composer.resize(1e9);
  expect(host().getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
});

test('another draft takes the place of the first, in a frame of its own: one that only changes its fragment would load nothing', () => {
  composer.open(COMPOSER);
  const first = frame();
  composer.open(`${COMPOSER}#other`);
  expect(first.isConnected).toBe(false);
  expect(frame().src).toContain('#other');
});

test('closed, it gives focus and selection back to the page', async () => {
  document.body.innerHTML = '<p>A passage.</p><button>here</button>';
  one('button').focus();
  getSelection()?.selectAllChildren(one('p'));
  composer.open(COMPOSER);
  await vi.waitFor(() => expect(document.activeElement).toBe(host()));
  getSelection()?.removeAllRanges();
  composer.close();
  expect(composer.isOpen).toBe(false);
  expect(document.activeElement).toBe(document.querySelector('button'));
  expect(getSelection()?.toString()).toBe('A passage.');
});

test('closed while the person is elsewhere in the page, it leaves them there', async () => {
  document.body.innerHTML = '<button>here</button><input>';
  one('button').focus();
  composer.open(COMPOSER);
  await vi.waitFor(() => expect(document.activeElement).toBe(host()));
  one('input').focus();
  composer.close();
  expect(document.activeElement).toBe(document.querySelector('input'));
});
