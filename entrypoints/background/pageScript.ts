import { browser } from 'wxt/browser';
import type { InputOf, OutputOf } from '../../messaging/call.ts';
import type { PageCallName, PageCalls } from '../../messaging/pageProtocol.ts';
import { askPage } from '../../messaging/send.ts';
import { fail, ok, type Result } from '../../domain/failure.ts';

/** What runs in a page. Built by entrypoints/clip.content. */
export const CONTENT_SCRIPT = { js: ['content-scripts/clip.js'], css: ['content-scripts/clip.css'] };

/** Put what marks and clips beside the script that is already in a tab. Built by entrypoints/clip-tools. */
export const loadPageTools = (tabId: number): Promise<Result<undefined>> => addScript(tabId, '/clip-tools.js');

/** As above, what captures images, links, moments and regions. Built by entrypoints/media-tools. */
export const loadMediaTools = (tabId: number): Promise<Result<undefined>> => addScript(tabId, '/media-tools.js');

async function addScript(tabId: number, file: '/clip-tools.js' | '/media-tools.js'): Promise<Result<undefined>> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [file] });
    return ok(undefined);
  } catch {
    // the site was closed to Whence since, or the tab has gone
    return fail('page-closed-to-extensions');
  }
}

/**
 * Ask the script in a tab, putting it there first where it is not: possible when the person's gesture
 * granted the tab (`activeTab`) or when they opened the site to Whence.
 */
export async function askPageAfterInjecting<N extends PageCallName>(
  tabId: number,
  name: N,
  input: InputOf<PageCalls[N]>,
): Promise<Result<OutputOf<PageCalls[N]>>> {
  const first = await askPage(tabId, name, input);
  if (first.ok || first.error.code !== 'page-did-not-answer') return first;
  const injected = await injectPageScript(tabId);
  return injected.ok ? askPage(tabId, name, input) : injected;
}

/** Put our script into a tab's page, where the browser lets us. */
export async function injectPageScript(tabId: number): Promise<Result<undefined>> {
  try {
    const target = { tabId, frameIds: [0] };
    await browser.scripting.insertCSS({ target, files: CONTENT_SCRIPT.css });
    await browser.scripting.executeScript({ target, files: ['/content-scripts/clip.js'] });
    return ok(undefined);
  } catch {
    // the browser's own pages, the stores, a PDF viewer, or a tab that was not granted
    return fail('page-closed-to-extensions');
  }
}
