import { launchChromium } from './browser/drivers/chromium.ts';
import { clip } from './browser/drivers/composer.ts';
import { servePages } from './browser/pages/serve.ts';
const pages = await servePages();
const chromium = await launchChromium();
try {
  const page = await chromium.newPage(pages.url('docs'));
  await clip(chromium, page, { why: 'the whole reference' });
  const library = await chromium.newPage(chromium.url('library.html'));
  library.on('pageerror', (e: Error) => console.log('ERR', e.message));
  await library.getByRole('tab', { name: 'Mine' }).click();
  await library.getByLabel('Search your clips and communities').fill('splashing');
  await library.waitForTimeout(1500);
  console.log(await library.locator('main').innerText());
  await library.getByLabel('Search your clips and communities').fill('');
  await library.waitForTimeout(500);
  console.log(await library.locator('main').innerText());
} finally {
  await chromium.close();
  await pages.close();
}
