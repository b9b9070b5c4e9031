import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clip } from '../../domain/clip.ts';
import type { Draft } from '../../domain/draft.ts';
import { launchFirefox, type Firefox } from './drivers/firefox.ts';
import type { FirefoxTab } from './drivers/firefoxTab.ts';
import { until } from './drivers/waiting.ts';
import { servePages, type PageName, type ServedPages } from './pages/serve.ts';
import { choose, dragOver, PAINTED, ROWS } from './rows.ts';

let pages: ServedPages;
let firefox: Firefox;
let tab: FirefoxTab;
const chosen: string[] = [];

beforeAll(async () => {
  [pages, firefox] = await Promise.all([servePages(), launchFirefox()]);
  tab = await firefox.newTab(pages.url('rows'));
  await tab.activate();
});
afterAll(() => Promise.all([firefox?.close(), pages?.close()]));

const painted = (): Promise<readonly string[]> => tab.evaluate<readonly string[]>(PAINTED);
const arePainted = (...texts: readonly string[]): Promise<unknown> =>
  until(`“${texts.join()}” are painted`, async () => (await painted()).toSorted().join() === texts.toSorted().join());
const kept = async (why: string): Promise<Clip | undefined> => (await firefox.readTable<Clip>('clips')).find((one) => one.why === why);
const composer = (): Promise<FirefoxTab> =>
  // the frame of the clip before may still be going
  until('the composer has the caret', async () => {
    const frame = await tab.frame(firefox.url('composer.html'));
    return (await frame.evaluate<boolean>(`document.activeElement?.matches('textarea')`)) ? frame : undefined;
  });
async function keep(why: string): Promise<void> {
  const frame = await composer();
  await tab.type(why);
  await tab.press('Enter');
  await frame.waitFor(`document.body.innerText.includes('Kept on this device')`);
}
const select = (selector: string): Promise<void> => tab.evaluate(`getSelection().selectAllChildren(document.querySelector('${selector}'))`);
/** Clip an element's text on a page, and stay there. */
const clip = async (name: PageName, selector: string, why: string): Promise<void> => {
  await tab.goto(pages.url(name));
  await select(selector);
  await firefox.command('clip');
  await keep(why);
};
const textOf = (selector: string): Promise<string> => tab.evaluate(`document.querySelector('${selector}').textContent`);
/** How many layers of ours are above the page; what is in them is closed to the page. */
const layers = (within = 'html'): Promise<number> => tab.evaluate(`document.querySelectorAll('${within} > div[popover]').length`);

describe('in Firefox a passage', () => {
  it.each(ROWS)('$name is kept as a person sees it', async (row) => {
    chosen.push(await tab.evaluate<string>(choose(row)));
    if (row.name.includes('shadow')) {
      const { from, to } = await tab.evaluate<Record<'from' | 'to', { x: number; y: number }>>(dragOver(row));
      await tab.drag(from, to);
    }
    await firefox.command('clip');
    await keep(row.name);
    const clipped = await kept(row.name);
    expect(clipped).toMatchObject({ kind: 'passage', quote: row.quoteInFirefox ?? row.quote });
    expect(clipped?.selectors.map(({ type }) => type)).toEqual(expect.arrayContaining(['TextQuoteSelector', 'TextPositionSelector']));
  });

  it('is painted on return over the very characters that were chosen, in closed trees too', async () => {
    await tab.goto(pages.url('rows'));
    await arePainted(...chosen);
    for (const mode of ['open', 'closed', 'plain'])
      expect(await tab.evaluate(`getComputedStyle(shelves.${mode}, '::highlight(w-1)').backgroundColor`)).toBe('rgba(242, 185, 29, 0.32)');
  });

  it('in closed details is unfolded when one goes to it', async () => {
    expect(await tab.evaluate(`document.querySelector('details').open`)).toBe(false);
    await tab.evaluate('scrollTo(0, document.body.scrollHeight)');
    await firefox.command('previous-clip');
    await tab.waitFor(`[...(CSS.highlights.get('w-3') ?? [])].join() === 'last year the store was locked at six'`);
    expect(await tab.evaluate(`document.querySelector('details').open`)).toBe(true);
  });

  it('in a field is its text, without a position; a pass phrase is never taken', async () => {
    await tab.goto(pages.url('form'));
    await tab.evaluate(`(document.querySelector('#what').focus(), document.querySelector('#what').select())`);
    await firefox.command('clip');
    await keep('from a field');
    expect(await kept('from a field')).toMatchObject({ selectors: [], quote: expect.stringMatching(/^Foam on the water/) });
    await tab.evaluate(`(document.querySelector('#secret').focus(), document.querySelector('#secret').select())`);
    await firefox.command('clip');
    await composer();
    expect(JSON.stringify(await firefox.readTable('drafts'))).not.toContain('correct horse');
  });

  it('goes into the clip that is being written, and each of both is painted on return', async () => {
    await tab.goto(pages.url('docs'));
    await select('#rule');
    await firefox.command('clip');
    const frame = await composer();
    await tab.type('both ');
    await until('the words are stored', async () =>
      (await firefox.readTable<Draft>('drafts')).some(({ fields }) => fields.why === 'both '),
    );
    await select('#shed-row');
    await firefox.command('clip');
    await frame.waitFor(`document.querySelector('.passage')?.innerText.includes('Shed')`);
    await keep('at once');
    expect((await kept('both at once'))?.morePassages).toMatchObject([{ quote: expect.stringMatching(/^Shed\s+12 m²\s+450 l$/) }]);
    await tab.goto(pages.url('docs'));
    await until(
      'both are painted',
      async () =>
        (await painted())
          .map((text) => text.slice(0, 4))
          .toSorted()
          .join() === 'Shed,Take',
    );
  });
});

it('in Firefox a link is kept from the real menu with where it leads, and its words are painted', async () => {
  await tab.goto(pages.url('media'));
  expect(await firefox.chooseInContextMenu(tab, '#link')).toBe('Clip this link with why');
  await keep('has the numbers');
  expect(await kept('has the numbers')).toMatchObject({
    kind: 'link',
    quote: 'the story of the mower',
    media: { address: `${pages.origin}/article#bees` },
  });
  await arePainted('the story of the mower');
});

describe('in Firefox a page that', () => {
  it('renders its text anew, or puts other text nodes in the place of the old, is marked in the new ones', async () => {
    await clip('app', '#text', 'about swifts');
    const text = await textOf('#text');
    await arePainted(text);
    await tab.click('#rerender');
    await arePainted(text);
    await tab.evaluate(`document.querySelector('#text').replaceChildren(document.querySelector('#text').textContent)`);
    await arePainted(text);
    await tab.click('[data-to=martin]');
    await arePainted();
    await tab.click('[data-to=swift]');
    await arePainted(text);
    expect(
      await tab.evaluate(`[...CSS.highlights.get('w-1')].every((range) => document.querySelector('#text').contains(range.startContainer))`),
    ).toBe(true);
  });

  it('opens a modal dialog has what is in it clipped, and shows its why and its card there', async () => {
    await clip('modal', '#within', 'when somebody is there');
    await tab.goto(pages.url('modal'));
    await arePainted(await textOf('#within'));
    await tab.hover('#within');
    await until('the why is shown in the dialog', async () => (await layers('dialog')) === 1);
    await tab.click('#within');
    const card = await tab.frame(firefox.url('composer.html#card='));
    await card.waitFor(`document.body.innerText.includes('when somebody is there')`);
  });

  it('removes whatever is put into it, or wipes every highlight, keeps its marks', async () => {
    await clip('article', '#first', 'because of the bees');
    await tab.goto(pages.url('article'));
    const text = await textOf('#first');
    await arePainted(text);
    await tab.evaluate(
      `void new MutationObserver(() => { for (const child of document.querySelectorAll('html > div')) child.remove(); }).observe(document.documentElement, { childList: true })`,
    );
    await tab.hover('#first');
    await firefox.command('next-clip');
    await tab.waitFor(`CSS.highlights.get('w-3')?.size > 0`);
    await until('nothing of ours is left', async () => (await layers()) === 0);
    for (let times = 0; times < 2; times++) {
      await tab.evaluate('CSS.highlights.clear()');
      await arePainted(text);
    }
  });
});

it('in Firefox a page of the browser itself, which lets no extension in, is kept by its address; the composer says that it can’t be read', async () => {
  await (await firefox.newTab('about:support')).activate();
  await firefox.command('clip');
  const said = await firefox.readSurface<string>('composer-window.html', `view.document.querySelector('.notice')?.innerText`);
  expect(said).toContain('Whence can’t read the words of this page.');
  expect(await firefox.readTable<Draft>('drafts')).toContainEqual(
    expect.objectContaining({
      capture: expect.objectContaining({ kind: 'page', isUnread: true, source: expect.objectContaining({ address: 'about:support' }) }),
    }),
  );
});
