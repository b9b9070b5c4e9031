import { newId } from '../../../storage/ids.ts';
import type { Page } from 'playwright-core';
import type { Result as Answer } from '../../../domain/failure.ts';
import type { Chromium } from '../../browser/drivers/chromium.ts';
import type { RunningCommunity } from '../../browser/drivers/server.ts';
import { putRows, someClips } from '../data/library.ts';
import type { Result } from '../measure/benchmark.ts';
import { percentile, spreadOf } from '../measure/statistics.ts';

const NAME = 'Bench guild';

declare global {
  /** When the watched-for moment came, in milliseconds since 1970. */
  var whenceMoment: number | undefined;
}

async function openLibrary(chromium: Chromium): Promise<Page> {
  const page = await chromium.newPage(chromium.url('library.html'));
  await page.getByRole('tab', { name: 'Community' }).click();
  return page;
}

/** What a call answered; a failure ends the benchmark. */
function valueOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`the background answered ${answer.error.code}`);
  return answer.value;
}

/** Found a community with one browser, and join it with the other. */
async function meet(server: RunningCommunity, ada: Chromium, ben: Chromium): Promise<void> {
  const { id: communityId } = valueOf(
    await ada.ask('createCommunity', {
      server: server.address,
      creationKey: server.creationKey,
      name: NAME,
      purpose: 'To measure how fast a reason travels',
      memberName: 'Ada',
    }),
  );
  const { link } = valueOf(await ada.ask('makeInvite', { communityId, invite: { inviteId: newId() } }));
  valueOf(await ben.ask('joinCommunity', { link, memberName: 'Ben' }));
}

/**
 * Two people with a browser each, their libraries open on one machine. Each repetition: the first reviews a
 * share and confirms it; the clock runs from that press to the frame in which the card stands in the other's feed.
 */
export async function shareToSeen(server: RunningCommunity, ada: Chromium, ben: Chromium, repetitions: number): Promise<Result> {
  const rows = someClips(repetitions + 1);
  await putRows(ada, rows);
  await meet(server, ada, ben);
  const [adas, bens] = await Promise.all([openLibrary(ada), openLibrary(ben)]);
  await bens.getByText('2 members').waitFor();
  await adas.getByRole('tab', { name: 'Mine' }).click();

  const times: number[] = [];
  for (const [round, { why }] of rows.clips.entries()) {
    const card = adas.locator('.card', { hasText: why });
    await card.hover();
    await card.getByRole('button', { name: 'Share', exact: true }).click();
    const confirm = adas.getByRole('region', { name: `Share with ${NAME}` }).getByRole('button', { name: `Share with ${NAME}` });
    await confirm.evaluate((button) => {
      button.addEventListener('click', () => (globalThis.whenceMoment = performance.timeOrigin + performance.now()), { capture: true });
    });
    await bens.evaluate((awaited) => {
      globalThis.whenceMoment = undefined;
      const observer = new MutationObserver(() => {
        if (![...document.querySelectorAll('.card-why')].some((shown) => shown.textContent === awaited)) return;
        observer.disconnect();
        requestAnimationFrame(() => (globalThis.whenceMoment = performance.timeOrigin + performance.now()));
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    }, why);
    await confirm.click();
    await bens.waitForFunction(() => globalThis.whenceMoment !== undefined);
    const [pressed, seen] = await Promise.all([adas, bens].map((page) => page.evaluate(() => globalThis.whenceMoment)));
    if (pressed === undefined || seen === undefined) throw new Error('a share that nobody pressed');
    // the first is not counted: everything on the way is done for the first time
    if (round > 0) times.push(seen - pressed);
  }
  return { metric: 'share-to-seen.p95', value: percentile(times, 0.95), unit: 'ms', ...spreadOf(times) };
}
