import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Worker } from 'playwright-core';
import type { Chromium } from '../../browser/drivers/chromium.ts';
import type { ServedPages } from '../../browser/pages/serve.ts';
import type { Result } from '../measure/benchmark.ts';
import { median, spreadOf } from '../measure/statistics.ts';

/** What a page loads of the released extension before anything is asked of it. */
const IDLE = ['.output/chrome-mv3/content-scripts/clip.js', '.output/chrome-mv3/content-scripts/clip.css'];
/** How long after its load event a page is listened to, in milliseconds: the script starts when the page is idle. */
const AFTER_LOAD = 250;

/** Bytes, as a server or a store would compress them. */
export function idleSize(): Result {
  const sizes = IDLE.map((file) => gzipSync(readFileSync(path.resolve(file)), { level: 9 }).length);
  return { metric: 'content-script.idle.gzip', value: sizes.reduce((sum, size) => sum + size, 0), unit: 'bytes', repetitions: 1 };
}

interface Load {
  /** Milliseconds of processor time that the page's main thread took, until a while after the load event. */
  readonly worked: number;
  /** Milliseconds from the navigation to the end of the load event. */
  readonly loaded: number;
}

/** Let the script run in the pages of one match pattern, and in no other. */
const registerFor = (worker: Worker, pattern: string): Promise<void> =>
  worker.evaluate(async (matches) => {
    const [script] = await chrome.scripting.getRegisteredContentScripts({ ids: ['whence-page'] });
    if (script) await chrome.scripting.updateContentScripts([{ ...script, matches: [matches] }]);
  }, pattern);

/**
 * The same page with the script and without it, by turns in one tab: the script is registered for one of
 * two addresses. `page-load-added` is the processor time that it costs the page's main thread, with its style
 * and its messages; `load-event-later` is how much later the load event ends, which is time on a wall and noisier.
 */
export async function pageLoadAdded(chromium: Chromium, pages: ServedPages, pairs: number): Promise<readonly Result[]> {
  const addresses = { with: `${pages.url('article')}?watched`, without: `${pages.url('article')}?plain` } as const;
  const worker = await chromium.worker();
  await registerFor(worker, '*://localhost/article?watched');
  const page = await chromium.newPage();
  const session = await chromium.context.newCDPSession(page);
  // its processor time: what others do on the machine meanwhile is not the page's
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const workSoFar = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  const load = async (which: keyof typeof addresses): Promise<Load> => {
    const before = await workSoFar();
    await page.goto(addresses[which], { waitUntil: 'load' });
    const loaded = await page.evaluate(async (after) => {
      await new Promise((resolve) => setTimeout(resolve, after));
      return (
        performance
          .getEntriesByType('navigation')
          .map((entry) => (entry instanceof PerformanceNavigationTiming ? entry.loadEventEnd : 0))[0] ?? 0
      );
    }, AFTER_LOAD);
    return { worked: (await workSoFar()) - before, loaded };
  };
  const isThere = (): Promise<boolean> =>
    worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const call = { whence: 'setButton', input: { shown: false } };
      return chrome.tabs.sendMessage(tab?.id ?? -1, call).then(Boolean, () => false);
    });

  await page.bringToFront();
  for (const which of ['with', 'without'] as const) {
    await load(which);
    if ((await isThere()) !== (which === 'with')) throw new Error(`the page ${which} the script is not what it says`);
  }
  const added: Load[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    // whoever goes second finds a warmer browser
    const isFirst = pair % 2 === 0;
    const one = await load(isFirst ? 'with' : 'without');
    const other = await load(isFirst ? 'without' : 'with');
    const [having, lacking] = isFirst ? [one, other] : [other, one];
    added.push({ worked: having.worked - lacking.worked, loaded: having.loaded - lacking.loaded });
  }
  await session.detach();
  await page.close();
  await registerFor(worker, '*://*/*');
  const [worked, loaded] = [added.map((pair) => pair.worked), added.map((pair) => pair.loaded)];
  return [
    { metric: 'content-script.idle.page-load-added', value: median(worked), unit: 'ms', ...spreadOf(worked) },
    { metric: 'content-script.idle.load-event-later', value: median(loaded), unit: 'ms', ...spreadOf(loaded) },
  ];
}
