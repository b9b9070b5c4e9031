import { launchChromium } from './browser/drivers/chromium.ts';
import { startCommunity } from './browser/drivers/server.ts';
import { someClips, putRows } from './bench/data/library.ts';
const server = await startCommunity({ args: ['--demo'] });
const chromium = await launchChromium();
try {
  await putRows(chromium, someClips(300));
  await chromium.ask('joinCommunity', { link: server.invite ?? '', memberName: 'Me' });
  await chromium.ask('saveSettings', {
    lastView: 'mine',
    savedSearches: ['tag:retries', 'is:missing-why', 'kind:decision why'],
    recentSearches: ['retry budget', 'latency'],
  });
  const shot = async (
    name: string,
    file: string,
    size: { width: number; height: number },
    run?: (p: any) => Promise<void>,
    scheme: 'light' | 'dark' = 'light',
  ) => {
    const page = await chromium.newPage();
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    page.on('pageerror', (e: Error) => console.log(name, 'ERR', e.message));
    page.on('console', (m: any) => m.type() === 'error' && console.log(name, m.text()));
    await page.goto(chromium.url(file));
    await page.waitForTimeout(900);
    if (run) {
      await run(page);
      await page.waitForTimeout(600);
    }
    await page.screenshot({ path: `/tmp/lab/${name}.png` });
    await page.close();
  };
  const type = (q: string) => async (p: any) => {
    await p.locator('#search').click();
    await p.locator('#search').pressSequentially(q);
  };
  await shot('lib', 'library.html', { width: 1200, height: 800 });
  await shot('libq', 'library.html?q=retry', { width: 1200, height: 800 });
  await shot('libqd', 'library.html?q=retry+tag:retries', { width: 1200, height: 800 }, undefined, 'dark');
  await shot('libnarrow', 'library.html?q=retry', { width: 420, height: 800 });
  await shot('pop', 'popup.html', { width: 400, height: 600 });
  await shot('popclick', 'popup.html', { width: 400, height: 600 }, async (p) => {
    await p.locator('#search').click();
  });
  await shot('poptag', 'popup.html', { width: 400, height: 600 }, type('tag:re'), 'dark');
  await shot('popq', 'popup.html', { width: 400, height: 600 }, type('retry budg'));
  await shot('popnone', 'popup.html', { width: 400, height: 600 }, type('xylofone tag:retries kind:page'));
  await shot('popnear', 'popup.html', { width: 400, height: 600 }, type('rettrryy'));
  await shot('popdec', 'popup.html', { width: 400, height: 600 }, type('kind:decision '));
} finally {
  await chromium.close();
  await server.stop();
}
