import { launchChromium } from '../browser/drivers/chromium.ts';
import { servePages } from '../browser/pages/serve.ts';
import { composerTimes } from './capture/composer.ts';
import { metadataResults } from './capture/metadata.ts';
import { idleSize, pageLoadAdded } from './capture/pageLoad.ts';
import { popupTimes } from './capture/popup.ts';
import { putRows, someClips } from './data/library.ts';
import type { Benchmark } from './measure/benchmark.ts';

export const builds: Benchmark['builds'] = ['chrome-mv3', 'chrome-mv3-test'];

export const goals: Benchmark['goals'] = {
  'content-script.idle.gzip': { atMost: 15_000 },
  'content-script.idle.page-load-added': { atMost: 5 },
  'shortcut-to-composer.p95': { atMost: 100 },
  'enter-to-stored.p95': { atMost: 50 },
  'popup.open-to-first-result.1k.p50': { atMost: 150 },
  ...Object.fromEntries(
    ['metadata', 'pages'].flatMap((pages) =>
      ['title', 'author', 'site', 'language', 'published'].map((field) => [`${pages}.${field}.precision`, { atLeast: 0.95 }]),
    ),
  ),
};

/**
 * What Whence costs a page that one only reads, how long a person waits who clips or looks something up, and how
 * much of what pages state of themselves is read right. With a folder of pages, the last alone, of those.
 */
export const run: Benchmark['run'] = async ({ isQuick, pages: folder }) => {
  if (folder !== undefined) return metadataResults(folder);
  const pages = await servePages();
  const chromium = await launchChromium();
  try {
    await putRows(chromium, someClips(1_000));
    return [
      idleSize(),
      ...(await pageLoadAdded(chromium, pages, isQuick ? 15 : 60)),
      ...(await composerTimes(chromium, pages, isQuick ? 10 : 60)),
      ...(await popupTimes(chromium, pages, isQuick ? 5 : 30)),
      ...(await metadataResults()),
    ];
  } finally {
    await chromium.close();
    await pages.close();
  }
};
