import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Clip } from '../../domain/clip.ts';
import { launchFirefox, type Firefox } from './drivers/firefox.ts';
import type { FirefoxTab } from './drivers/firefoxTab.ts';
import { until } from './drivers/waiting.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

let pages: ServedPages;
let firefox: Firefox;
let tab: FirefoxTab;

beforeAll(async () => {
  [pages, firefox] = await Promise.all([servePages(), launchFirefox()]);
  tab = await firefox.newTab(pages.url('media'));
  await tab.activate();
});
afterAll(() => Promise.all([firefox?.close(), pages?.close()]));

/** Write the why into the composer that opens, and keep; answers the size of the picture that it showed. */
async function keep(why: string): Promise<{ readonly width: number; readonly height: number }> {
  // the frame of the clip before may still be going
  const frame = await until('the composer has the caret', async () => {
    const found = await tab.frame(firefox.url('composer.html'));
    return (await found.evaluate<boolean>(`document.activeElement?.matches('textarea')`)) ? found : undefined;
  });
  const size = await frame.waitFor<{ width: number; height: number }>(
    `(({ naturalWidth: width, naturalHeight: height }) => width > 0 && { width, height })(document.querySelector('.picture') ?? {})`,
  );
  await tab.type(why);
  await tab.press('Enter');
  await frame.waitFor(`document.body.innerText.includes('Kept on this device')`);
  return size;
}
const kept = (why: string): Promise<Clip> =>
  until(`the clip “${why}”`, async () => (await firefox.readTable<Clip>('clips')).find((one) => one.why === why));

it('an image is clipped from the real menu, with its bytes, its words and its caption', async () => {
  expect(await firefox.chooseInContextMenu(tab, '#own')).toBe('Clip this image with why');
  expect(await keep('shows the uncut grass')).toEqual({ width: 240, height: 160 });
  expect(await kept('shows the uncut grass')).toMatchObject({
    kind: 'image',
    media: { alt: 'A meadow under a blue sky', caption: 'The lower field, three weeks after the last cut.' },
  });
});

it('a moment is clipped from the real menu, with its time and a still', async () => {
  await until('the video plays', () => tab.evaluate<boolean>(`document.querySelector('video').currentTime > 0.5`));
  expect(await firefox.chooseInContextMenu(tab, '#video')).toBe('Clip this moment with why');
  expect(await keep('the gate is seen here')).toEqual({ width: 320, height: 180 });
  expect((await kept('the gate is seen here')).media?.seconds).toBeGreaterThan(0.5);
});

it('a region is what was dragged over', async () => {
  // pressing the button lets Whence see the tab
  await firefox.clickAction();
  await firefox.readSurface('popup.html', `view.document.querySelector('.clip-also button')`);
  await tab.evaluate(`scrollTo(0, 0)`);
  await firefox.ask('clipActiveTab', { what: 'region' });
  await tab.waitFor(`document.querySelector('html > [popover][role=dialog]')?.matches(':popover-open')`);
  const box = await tab.evaluate<{ x: number; y: number }>(
    `(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))(document.querySelector('#own').getBoundingClientRect())`,
  );
  await tab.drag({ x: box.x + 20, y: box.y + 20 }, { x: box.x + 220, y: box.y + 120 });
  const { width, height } = await keep('how it looked');
  expect(width / height).toBeCloseTo(2, 1);
  expect(await kept('how it looked')).toMatchObject({ kind: 'region' });
});

it('a page’s text is kept beside its clip', async () => {
  await tab.goto(pages.url('docs'));
  await firefox.command('clip');
  const frame = await tab.frame(firefox.url('composer.html'));
  await frame.waitFor(`document.activeElement?.matches('textarea')`);
  await until('its text is kept', async () =>
    (await firefox.readTable<{ role: string }>('attachments')).some(({ role }) => role === 'text'),
  );
});
