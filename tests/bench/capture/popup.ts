import type { Chromium } from '../../browser/drivers/chromium.ts';
import type { ServedPages } from '../../browser/pages/serve.ts';
import type { Result } from '../measure/benchmark.ts';
import { median, spreadOf } from '../measure/statistics.ts';

/** How long a popup may take before the benchmark gives up, in milliseconds. */
const PATIENCE = 10_000;

/** The first paint that shows (a part of) a card, in milliseconds since the popup's navigation started. */
const FIRST_CARD = `new Promise((resolve, reject) => {
  setTimeout(reject, ${PATIENCE}, new Error('the popup shows no card'));
  new PerformanceObserver((list) => {
    const entry = list.getEntries().find(({ element }) => element?.closest('.card'));
    if (entry) resolve(entry.startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
})`;

/** Types a word at once, and waits until what was found is on the screen: milliseconds. */
const FIRST_ANSWER = `(async () => {
  const box = document.querySelector('#search');
  const before = performance.now();
  box.value = 'retry budget';
  box.dispatchEvent(new Event('input', { bubbles: true }));
  const isFound = () => document.querySelector('.app-count') && document.querySelector('.card mark');
  while (!isFound()) {
    if (performance.now() - before > ${PATIENCE}) throw new Error('the popup finds nothing');
    await new Promise(requestAnimationFrame);
  }
  // a frame's callback runs before its paint, a message after it
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  return performance.now() - before;
})()`;

/** Open the real popup again and again, on the person's own clips; then search in it. The database holds what the caller put there. */
export async function popupTimes(chromium: Chromium, pages: ServedPages, repetitions: number): Promise<readonly Result[]> {
  const saved = await chromium.ask('saveSettings', { lastView: 'mine' });
  if (!saved.ok) throw new Error(`the settings were not saved: ${saved.error.code}`);
  const page = await chromium.newPage(pages.url('docs'));
  const toCard: number[] = [];
  const toAnswer: number[] = [];
  // the first is not counted: the browser has never read these files before
  for (let round = 0; round <= repetitions; round++) {
    await chromium.clickAction(page);
    const popup = await chromium.attach('popup.html');
    const card = await popup.evaluate<number>(FIRST_CARD);
    const answer = await popup.evaluate<number>(FIRST_ANSWER);
    await popup.close();
    if (round === 0) continue;
    toCard.push(card);
    toAnswer.push(answer);
  }
  await page.close();
  return [
    { metric: 'popup.open-to-first-result.1k.p50', value: median(toCard), unit: 'ms', ...spreadOf(toCard) },
    { metric: 'popup.first-search.1k.p50', value: median(toAnswer), unit: 'ms', ...spreadOf(toAnswer) },
  ];
}
