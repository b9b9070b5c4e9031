import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './drivers/chromium.ts';
import { launchFirefox } from './drivers/firefox.ts';
import { until } from './drivers/waiting.ts';
import { countOf, enter, find, keepManyClips, keepRows, LIBRARY } from './find.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

/** The popup over a hundred thousand clips, in both browsers. */
const MANY = 100_000;
const LABEL = `.getAttribute('aria-label')`;

let pages: ServedPages;
beforeAll(async () => {
  pages = await servePages();
});
afterAll(() => pages?.close());

/** What is done in a popup: an expression of `view`, its window; and keys. */
interface Popup {
  readonly read: <T>(expression: string) => Promise<NonNullable<T>>;
  readonly press: (key: string) => Promise<void>;
}

/** Answers what failed in silence. */
async function walkThrough({ read, press }: Popup): Promise<string> {
  await read(`(view.addEventListener('error', ({ message }) => (view.failed = message)),
    view.addEventListener('unhandledrejection', ({ reason }) => (view.failed = String(reason))), true)`);
  await read(`view.document.querySelectorAll('[data-card]').length > 3`);
  await read(`view.document.querySelector('[role=tab][aria-selected=true]').textContent.includes('${(MANY + 7).toLocaleString('en')}')`);
  expect(await read<string>(enter('tag:many', 'view'))).toBe(`${MANY.toLocaleString('en')} results`);
  expect(await read<string[]>(find(`why:"later ${MANY - 1}"`, 'view'))).toEqual([`Kept for later ${MANY - 1}`]);
  for (const [query, best] of [
    ['overlpas', 'The toolbar overlaps the title here'],
    ['later 77777', 'Kept for later 77777'],
  ] as const) {
    await read(enter(query, 'view'));
    await read(`view.document.querySelector('.app-found [data-card]')?${LABEL} === '${best}'`);
  }
  await read(enter('tag:many', 'view'));
  await press('ArrowDown');
  await read(`view.document.activeElement${LABEL} === 'Kept for later 1'`);
  await press('ArrowDown');
  await read(`view.document.activeElement${LABEL} === 'Kept for later 2'`);
  // each End goes to the end of what was read, and twice as much is read then
  await until('End to lead far down', async () => {
    await press('End');
    return Number((await read<string>(`view.document.activeElement${LABEL}`)).replace(/\D/g, '')) > 300;
  });
  expect(await read<number>(`view.document.querySelectorAll('[data-card]').length`)).toBeLessThan(60);
  await press('Home');
  await read(`view.document.activeElement${LABEL} === 'Kept for later 1'`);
  return read<string>(`view.failed ?? 'nothing'`);
}

describe(`over ${MANY.toLocaleString('en')} clips`, () => {
  it.concurrent('the popup of Chromium counts them, finds the one, and reads on by keys', async () => {
    const chromium = await launchChromium();
    try {
      await keepRows(chromium, LIBRARY);
      await keepManyClips(chromium, MANY);
      expect(await countOf(chromium, 'clips')).toBe(MANY + 7);
      await chromium.ask('saveSettings', { lastView: 'mine' });
      await chromium.clickAction(await chromium.newPage(pages.url('docs')));
      const popup = await chromium.attach('popup.html');
      await popup.evaluate('(globalThis.view = globalThis, true)');
      const failed = await walkThrough({ read: (expression) => popup.waitFor(expression, 20_000), press: popup.press });
      expect(failed).toBe('nothing');
    } finally {
      await chromium.close();
    }
  }, 90_000);

  it.concurrent('the popup of Firefox counts them, finds the one, and reads on by keys', async () => {
    const firefox = await launchFirefox();
    try {
      await keepRows(firefox, LIBRARY);
      await keepManyClips(firefox, MANY);
      await firefox.ask('saveSettings', { lastView: 'mine' });
      const tab = await firefox.newTab(pages.url('docs'));
      await tab.activate();
      await firefox.clickAction();
      const failed = await walkThrough({
        read: (expression) => firefox.readSurface('popup.html', expression),
        press: (key) => firefox.typeInPopup([key]),
      });
      expect(failed).toBe('nothing');
    } finally {
      await firefox.close();
    }
  }, 90_000);
});
