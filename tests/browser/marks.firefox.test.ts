import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchFirefox, type Firefox } from './drivers/firefox.ts';
import type { FirefoxTab } from './drivers/firefoxTab.ts';
import { until } from './drivers/waiting.ts';
import { servePages, type PageName, type ServedPages } from './pages/serve.ts';

const OWN = 'rgba(242, 185, 29, 0.32)';

describe('marks in Firefox', () => {
  let pages: ServedPages;
  let firefox: Firefox;
  let tab: FirefoxTab;

  beforeAll(async () => {
    [pages, firefox] = await Promise.all([servePages(), launchFirefox()]);
    tab = await firefox.newTab();
  });
  afterAll(() => Promise.all([firefox?.close(), pages?.close()]));

  /** Clip what an expression answers (an element), and come back to the page. */
  const keep = async (name: PageName, element: string, why: string): Promise<void> => {
    await tab.goto(pages.url(name));
    await tab.activate();
    await tab.evaluate(
      `(() => { const element = ${element}; const view = element.ownerDocument.defaultView; view.focus(); const range = element.ownerDocument.createRange(); range.selectNodeContents(element); const selection = view.getSelection(); selection.removeAllRanges(); selection.addRange(range); })()`,
    );
    await firefox.command('clip');
    const composer = await tab.frame(firefox.url('composer.html'));
    await composer.waitFor(`document.activeElement?.matches('textarea')`);
    await tab.type(why);
    await tab.press('Enter');
    await composer.waitFor(`document.body.innerText.includes('Kept on this device')`);
    await tab.goto(pages.url(name));
    await tab.waitFor(
      `(() => { const view = (${element}).ownerDocument.defaultView; return view.CSS.highlights.get('w-1')?.size > 0; })()`,
    );
  };
  const colourOf = (element: string): Promise<string> =>
    tab.evaluate(
      `(() => { const element = ${element}; return element.ownerDocument.defaultView.getComputedStyle(element, '::highlight(w-1)').backgroundColor; })()`,
    );
  /** How many layers of ours are above the page; what is in them is closed to the page. */
  const layers = (): Promise<number> => tab.evaluate(`document.querySelectorAll('html > div[popover]').length`);

  it('hold under the strictest policy; the why is shown at the passage and the card opens there', async () => {
    await keep('strict', `document.querySelector('#decision')`, 'a vote on record');
    expect(await colourOf(`document.querySelector('#decision')`)).toBe(OWN);
    await tab.hover('#decision');
    await until('the why is shown', async () => (await layers()) === 1);
    await tab.hover('h1');
    await until('the why goes', async () => (await layers()) === 0);
    await tab.click('#decision');
    const card = await tab.frame(firefox.url('composer.html#card='));
    await card.waitFor(`document.body.innerText.includes('a vote on record')`);
    await tab.click('h1');
    await until('the card goes', async () => (await layers()) === 0);
  });

  it('are painted in frames and in shadow trees', async () => {
    await keep('frame', `document.querySelector('#inner').contentDocument.querySelector('#inner-text')`, 'on the ferry');
    expect(await colourOf(`document.querySelector('#inner').contentDocument.querySelector('#inner-text')`)).toBe(OWN);
    await keep('shadow', `document.querySelector('book-shelf').shadowRoot.querySelector('#inside')`, 'from the shelf');
    expect(await colourOf(`document.querySelector('book-shelf').shadowRoot.querySelector('#inside')`)).toBe(OWN);
  });

  it('are gone through by the keyboard, and there again when the page wipes them', async () => {
    await tab.evaluate('CSS.highlights.clear()');
    await tab.waitFor(`CSS.highlights.get('w-1')?.size > 0`);
    await firefox.command('next-clip');
    await tab.waitFor(`CSS.highlights.get('w-3')?.size > 0`);
    await until('its why is shown', async () => (await layers()) === 1);
  });
});
