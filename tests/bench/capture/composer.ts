import type { Chromium } from '../../browser/drivers/chromium.ts';
import { composerFrame } from '../../browser/drivers/composer.ts';
import type { ServedPages } from '../../browser/pages/serve.ts';
import type { Result } from '../measure/benchmark.ts';
import { percentile, spreadOf } from '../measure/statistics.ts';

/** Moments in the composer, in milliseconds since 1970: one clock for the worker and the frame. */
interface Moments {
  focused?: number;
  entered?: number;
  kept?: number;
}
declare global {
  var whenceMoments: Moments | undefined;
}

/** `dispatch` is on every event of Chromium's extension API, but in nobody's types. */
interface Dispatchable {
  readonly dispatch: (...details: unknown[]) => void;
}

/** Runs in every frame of the page before anything else, and notes what happens in the composer's. */
function noteMoments(): void {
  if (location.pathname !== '/composer.html') return;
  const now = (): number => performance.timeOrigin + performance.now();
  const moments: Moments = {};
  globalThis.whenceMoments = moments;
  addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) moments.focused ??= now();
  });
  document.addEventListener('keydown', ({ key }) => void (key === 'Enter' && (moments.entered = now())), { capture: true });
  new MutationObserver(() => {
    if (document.querySelector('.toast [role=status]')) moments.kept ??= now();
  }).observe(document, { childList: true, subtree: true });
}

/**
 * A passage is selected on a page that was just opened, the shortcut's command arrives, a why is written, Enter.
 * To the composer: from the command in the worker to the caret in *why*. To stored: from the key to the toast,
 * which the composer shows after the background has answered that the transaction is complete.
 */
export async function composerTimes(chromium: Chromium, pages: ServedPages, repetitions: number): Promise<readonly Result[]> {
  const worker = await chromium.worker();
  const page = await chromium.newPage();
  await page.addInitScript(noteMoments);
  const toComposer: number[] = [];
  const toStored: number[] = [];
  // the first is not counted: the browser has never read these files before
  for (let round = 0; round <= repetitions; round++) {
    await page.goto(`${pages.url('article')}?round=${round}`);
    await page.locator('#water-text').selectText();
    const called = await worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const now = performance.timeOrigin + performance.now();
      // @types/chrome doesn't know it
      (chrome.commands.onCommand as unknown as Dispatchable).dispatch('clip', tab);
      return now;
    });
    const frame = await composerFrame(page);
    await frame.waitForFunction(() => globalThis.whenceMoments?.focused !== undefined);
    await page.keyboard.insertText(`Tells how long the young trees can wait, and in which weeks (${round})`);
    await page.keyboard.press('Enter');
    await frame.waitForFunction(() => globalThis.whenceMoments?.kept !== undefined);
    const { focused, entered, kept } = (await frame.evaluate(() => globalThis.whenceMoments)) ?? {};
    if (focused === undefined || entered === undefined || kept === undefined)
      throw new Error('the composer opened and kept, but not as one types');
    if (round === 0) continue;
    toComposer.push(focused - called);
    toStored.push(kept - entered);
  }
  await page.close();
  return [
    { metric: 'shortcut-to-composer.p95', value: percentile(toComposer, 0.95), unit: 'ms', ...spreadOf(toComposer) },
    { metric: 'enter-to-stored.p95', value: percentile(toStored, 0.95), unit: 'ms', ...spreadOf(toStored) },
  ];
}
