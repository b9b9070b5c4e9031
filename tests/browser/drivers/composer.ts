import type { Frame, Page } from 'playwright-core';
import type { Chromium } from './chromium.ts';
import { until } from './waiting.ts';

/** The composer's frame in a page, whatever it shows. A newer one takes the place of an older. */
export const composerFrame = (page: Page): Promise<Frame> =>
  until('the composer opens', () => page.frames().findLast((one) => /\/composer(?:-window)?\.html/.test(one.url())));

/** The composer's frame in a page, with the caret in *why*. */
export const composerIn = (page: Page): Promise<Frame> =>
  until('the composer has the caret', async () => {
    const frame = await composerFrame(page);
    return (await frame.evaluate(() => document.activeElement?.matches('textarea'))) ? frame : undefined;
  });

/** Wait until a page's frame of ours has the height of what it shows. Until then the page may hold it for what it was before. */
export const settled = (frame: Frame): Promise<boolean> =>
  until('the frame has the height of what it shows', () =>
    frame.evaluate(async () => {
      const isFitting = (): boolean => Math.abs((document.querySelector('#app')?.getBoundingClientRect().height ?? 0) - innerHeight) < 1;
      const wasFitting = isFitting();
      for (let painted = 0; painted < 2; painted += 1) await new Promise(requestAnimationFrame);
      return wasFitting && isFitting();
    }),
  );

/** Press a button in a page's frame of ours. A frame that still moves would let the pointer meet the page, which no driver notices. */
export async function pressIn(frame: Frame, name: string, nth = 0): Promise<void> {
  const button = frame.getByRole('button', { name, exact: true }).nth(nth);
  await button.waitFor();
  await settled(frame);
  await button.click();
}

/** Select an element's text as a person would, and call the composer by the shortcut's command. */
export async function openComposer(chromium: Chromium, page: Page, selector?: string): Promise<Frame> {
  await page.bringToFront();
  if (selector) await page.locator(selector).first().selectText();
  await chromium.dispatchCommand('clip', page);
  return composerIn(page);
}

/** Clip an element's text with a why, and wait until it is kept. */
export async function clip(
  chromium: Chromium,
  page: Page,
  { selector, why }: { readonly selector?: string; readonly why: string },
): Promise<Frame> {
  const frame = await openComposer(chromium, page, selector);
  await page.keyboard.type(why);
  await page.keyboard.press('Enter');
  await frame.getByText('Kept on this device').waitFor();
  return frame;
}

/** Whether the page shows marks: the highlight registry is shared between the page and our script. */
export const markedTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => (range instanceof Range ? range.toString() : ''))),
  );

/** What the toolbar button's badge says on a page's tab. */
export const badgeOf = async (chromium: Chromium, page: Page): Promise<string> =>
  (await chromium.worker()).evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find(({ url }) => url === address);
    return tab?.id === undefined ? '' : chrome.action.getBadgeText({ tabId: tab.id });
  }, page.url());
