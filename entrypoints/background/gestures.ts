import * as v from 'valibot';
import { browser, type Browser } from 'wxt/browser';
import { Address, type Capture } from '../../domain/clip.ts';
import type { FailureCode, Result } from '../../domain/failure.ts';
import { siteOf } from '../../domain/pageAddress.ts';
import { words } from '../../locales/index.ts';
import type { Target } from '../../messaging/pageProtocol.ts';
import { newId } from '../../storage/ids.ts';
import { noteImage } from './keepPicture.ts';
import { askPageAfterInjecting } from './pageScript.ts';
import { searchAddress } from './searchAddress.ts';

/** Each entry of the menu, by what it clips and where it stands. As a rule one at a place: browsers put two into a menu of their own. */
const MENU = {
  clip: { title: words.clipWithWhy, contexts: ['page', 'selection', 'frame', 'editable'] },
  'clip-image': { title: words.menu.image, contexts: ['image'] },
  'clip-link': { title: words.menu.link, contexts: ['link'] },
  'clip-moment': { title: words.menu.moment, contexts: ['video'] },
  // stands with the first one wherever something is selected: the browser then makes a menu of the two
  search: { title: words.menu.search, contexts: ['selection'] },
  'clip-region': { title: words.menu.region, contexts: ['page', 'frame'] },
} as const;
const WINDOW = { type: 'popup', width: 440, height: 600 } as const;

/** Characters of a selection that are searched for: an address has its limits, and a search reads no more of it. */
const SEARCHED = 400;

/** What a page answers, or is answered for, where the composer has no place. */
const NO_SCRIPT_HERE: readonly FailureCode[] = ['page-closed-to-extensions', 'page-did-not-answer'];

export interface GestureDependencies {
  readonly beginDraft: (capture: Capture) => Promise<Result<{ id: string }>>;
}

/**
 * A person asks to clip a tab: by shortcut, menu or the popup. Where no script may run, the composer
 * opens in a window of its own with what the browser does tell: the address, the title, the chosen text.
 */
export async function clipTab(
  tab: Browser.tabs.Tab | undefined,
  { beginDraft }: GestureDependencies,
  selected?: string,
  frameAddress?: string,
): Promise<void> {
  if (tab?.id !== undefined) {
    const started = await askPageAfterInjecting(tab.id, 'startClip', selected ? { fallbackQuote: selected } : {});
    // any other failure the page has said itself
    if (started.ok ? started.value === 'opened' : !NO_SCRIPT_HERE.includes(started.error.code)) return;
  }
  await composeInWindow(tab?.url ?? frameAddress, tab?.title, selected, beginDraft);
}

/**
 * A person asks to clip something else than the selection of a tab. Where no script may run, an image or a
 * link is kept by the address that the browser tells.
 */
export async function clipTarget(
  tab: Browser.tabs.Tab | undefined,
  { kind, address }: { readonly kind: Target['kind']; readonly address?: string | undefined },
  { beginDraft }: GestureDependencies,
): Promise<void> {
  const id = newId();
  if (tab?.id !== undefined) {
    if (kind === 'image' && address !== undefined) await noteImage(id, address);
    const started = await askPageAfterInjecting(tab.id, 'startClip', { target: { kind, id, ...(address !== undefined && { address }) } });
    if (started.ok ? started.value === 'opened' : !NO_SCRIPT_HERE.includes(started.error.code)) return;
  }
  const media = v.safeParse(Address, address);
  const source = v.safeParse(Address, tab?.url);
  const draft =
    media.success && source.success && (kind === 'image' || kind === 'link')
      ? await beginDraft({
          kind,
          source: { address: source.output, title: tab?.title || siteOf(source.output) },
          selectors: [],
          context: {},
          media: { address: media.output },
        })
      : undefined;
  await openComposerWindow(draft?.ok ? draft.value.id : `failure=${draft ? draft.error.code : 'page-closed-to-extensions'}`);
}

async function composeInWindow(
  address: string | undefined,
  title: string | undefined,
  selected: string | undefined,
  beginDraft: GestureDependencies['beginDraft'],
): Promise<void> {
  const draft = address
    ? await beginDraft({
        kind: selected ? 'passage' : 'page',
        source: { address, title: title || siteOf(address) },
        ...(selected && { quote: selected }),
        selectors: [],
        context: {},
        ...(!selected && { isUnread: true }),
      })
    : undefined;
  await openComposerWindow(draft?.ok ? draft.value.id : `failure=${draft ? draft.error.code : 'page-closed-to-extensions'}`);
}

/** The composer in a window of its own, for a draft's id, or for `failure=` and a failure's code, which it says. */
export async function openComposerWindow(draftId: string): Promise<void> {
  await browser.windows.create({ ...WINDOW, url: `${browser.runtime.getURL('/composer-window.html')}#${draftId}` });
}

/** The share window: the extension's own, so that no page can cover or imitate what goes out. */
export async function openShareWindow(clipId: string, communityId: string): Promise<void> {
  await browser.windows.create({
    ...WINDOW,
    height: 720,
    url: `${browser.runtime.getURL('/share.html')}#${new URLSearchParams({ clip: clipId, community: communityId }).toString()}`,
  });
}

/** Listen for the shortcut and the menu. Registered synchronously, for a worker that was woken by them. */
export function listenForGestures(dependencies: GestureDependencies): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== 'clip') return;
    void (tab?.id === undefined ? activeTab() : Promise.resolve(tab)).then((clipped) => clipTab(clipped, dependencies));
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    switch (info.menuItemId) {
      case 'clip':
        return void clipTab(tab, dependencies, info.selectionText || undefined, info.pageUrl);
      case 'clip-image':
        return void clipTarget(tab, { kind: 'image', address: info.srcUrl }, dependencies);
      case 'clip-link':
        return void clipTarget(tab, { kind: 'link', address: info.linkUrl }, dependencies);
      case 'clip-moment':
        return void clipTarget(tab, { kind: 'moment', address: info.srcUrl }, dependencies);
      case 'search':
        return void searchFor(info.selectionText ?? '');
      case 'clip-region':
        return void clipTarget(tab, { kind: 'region' }, dependencies);
    }
  });
}

/** Search for what was selected, in the library. */
async function searchFor(selected: string): Promise<void> {
  // not through the middle of a character
  const text = selected.slice(0, SEARCHED).replace(/[\ud800-\udbff]$/, '');
  await browser.tabs.create({ url: searchAddress(text) });
}

export async function activeTab(): Promise<Browser.tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}

/** The menu outlives the worker: made once, when the extension was installed or updated. */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, { title, contexts }] of Object.entries(MENU)) browser.contextMenus.create({ id, title, contexts: [...contexts] });
}
