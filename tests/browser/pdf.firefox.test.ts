import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clip } from '../../domain/clip.ts';
import type { Draft } from '../../domain/draft.ts';
import { launchFirefox, type Firefox } from './drivers/firefox.ts';
import type { FirefoxTab } from './drivers/firefoxTab.ts';
import { until } from './drivers/waiting.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

/** Firefox shows a PDF in a page of its own, which no extension may enter. */
describe('a PDF in Firefox', () => {
  let pages: ServedPages;
  let firefox: Firefox;
  let tab: FirefoxTab;
  let pdf: string;

  beforeAll(async () => {
    [pages, firefox] = await Promise.all([servePages(), launchFirefox()]);
    pdf = `${pages.origin}/tides.pdf`;
    tab = await firefox.newTab(pdf);
    await tab.activate();
  });
  afterAll(() => Promise.all([firefox?.close(), pages?.close()]));

  const drafts = (): Promise<readonly Draft[]> => firefox.readTable<Draft>('drafts');

  it('in the browser’s viewer opens the composer in a window, which says that it can’t be read and offers our view', async () => {
    await tab.waitFor(`document.querySelector('.textLayer span')`);
    await firefox.command('clip');
    const offered = await firefox.readSurface<string>('composer-window.html', `view.document.querySelector('.notice')?.innerText`);
    expect(offered).toContain('can’t read the words of this page');
    expect(offered).toContain('Open in Whence’s PDF view');
  });

  it('in the browser’s viewer gives the chosen text by the real context menu, without a position', async () => {
    const line = `document.evaluate("//span[starts-with(text(), 'Boats')]", document, null, 9, null).singleNodeValue`;
    await tab.activate();
    await tab.evaluate(`getSelection().selectAllChildren(${line})`);
    await firefox.chooseInContextMenu(tab, line);
    const draft = await until('the draft', async () =>
      (await drafts()).find(({ capture }) => capture.quote?.startsWith('Boats that draw')),
    );
    expect(draft.capture).toMatchObject({ kind: 'passage', selectors: [], source: { address: pdf } });
  });

  it('in our view is clipped by the shortcut, and marked when one comes back', async () => {
    const isRead = `document.querySelectorAll('.pdf-text').length === 3`;
    const view = await firefox.newTab(firefox.url(`pdf.html?file=${encodeURIComponent(pdf)}`));
    await view.activate();
    await view.waitFor(isRead);
    await view.evaluate(`getSelection().selectAllChildren(document.querySelectorAll('.pdf-block')[1])`);
    await firefox.command('clip');
    const frame = await view.frame(firefox.url('composer-window.html'));
    await frame.waitFor(`document.activeElement?.matches('textarea')`);
    await view.type('in Firefox too');
    await view.press('Enter');
    await frame.waitFor(`document.body.innerText.includes('Kept on this device')`);
    expect(await firefox.readTable<Clip>('clips')).toMatchObject([
      {
        source: { address: pdf, title: 'Tides of the inner harbour' },
        quote: expect.stringMatching(/^The harbour fills .* the delay was/),
      },
    ]);
    await view.goto(firefox.url(`pdf.html?file=${encodeURIComponent(pdf)}`));
    await view.waitFor(`(CSS.highlights.get('w-1')?.size ?? 0) > 0`);
  });
});
