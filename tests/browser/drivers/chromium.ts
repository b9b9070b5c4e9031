import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import { openChromium } from '../../../script/chromium.ts';
import type { Result } from '../../../domain/failure.ts';
import type { CallName, Input, Output } from '../../../messaging/protocol.ts';
import { readTableExpression } from './database.ts';
import { attachSurface, type Surface } from './surface.ts';
import { until } from './waiting.ts';

export interface ChromiumOptions {
  /** A folder of .output, or an absolute path. */
  readonly build?: string;
  readonly headless?: boolean;
  readonly args?: readonly string[];
  /** A profile that outlives the browser, for a test that starts it again. Otherwise a new one, deleted at the end. */
  readonly profile?: string;
}

export interface Chromium {
  readonly context: BrowserContext;
  readonly id: string;
  /** The address of a file of the extension. */
  readonly url: (file: string) => string;
  readonly newPage: (address?: string) => Promise<Page>;
  /** The service worker, awake. */
  readonly worker: () => Promise<Worker>;
  /** Stop the service worker, as the browser does when it is idle. The next event starts it anew. */
  readonly killWorker: () => Promise<void>;
  /** Press the toolbar button on a page: opens the real popup, and grants `activeTab`. */
  readonly clickAction: (page: Page) => Promise<void>;
  /** A surface that Playwright doesn't list, by the file it shows: `popup.html`, `sidepanel.html`. */
  readonly attach: (file: string) => Promise<Surface>;
  /** Open the side panel beside the page in front. */
  readonly openPanel: () => Promise<Surface>;
  /** What a keyboard shortcut does in the worker. Unlike the real key it doesn't grant `activeTab`. */
  readonly dispatchCommand: (command: string, page: Page) => Promise<void>;
  /** What a choice in the context menu does in the worker; as above. */
  readonly dispatchContextMenu: (
    info: {
      readonly menuItemId?: string;
      readonly selectionText?: string;
      readonly frameUrl?: string;
      readonly srcUrl?: string;
      readonly linkUrl?: string;
    },
    page: Page,
  ) => Promise<void>;
  /** What the worker suggests for what is typed in the address bar behind the keyword. */
  readonly suggestions: (text: string) => Promise<readonly { readonly content: string; readonly description: string }[]>;
  /** What choosing a suggestion, or pressing Enter behind what was typed, does in the worker. */
  readonly enterInAddressBar: (text: string) => Promise<void>;
  /** Ask the background, as the extension's own pages do. */
  readonly ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>;
  /** Every row of a table, or none when the database isn't there yet. */
  readonly readTable: <T>(table: string) => Promise<readonly T[]>;
  /** A page of the extension's origin that runs none of its code and takes no place in a window. */
  readonly backstage: () => Promise<Surface>;
  /** For every page, open now or later. */
  readonly setColorScheme: (scheme: 'light' | 'dark') => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `dispatch` is on every event of Chromium's extension API, but in nobody's types. */
interface Dispatchable {
  readonly dispatch: (...details: unknown[]) => void;
}

/** What we read of `ServiceWorker.workerVersionUpdated`. */
interface WorkerVersions {
  readonly versions: readonly { readonly scriptURL: string; readonly runningStatus: string }[];
}

export async function launchChromium({
  build = 'chrome-mv3-test',
  headless = true,
  args = [],
  profile,
}: ChromiumOptions = {}): Promise<Chromium> {
  const extension = path.resolve('.output', build);
  if (!existsSync(path.join(extension, 'manifest.json'))) throw new Error(`${extension} is not built: node script/build.ts`);
  const folder = profile ?? mkdtempSync(path.join(tmpdir(), 'whence-chromium-'));
  const { context, browserSession, id } = await openChromium({ profile: folder, extension, headless, args });
  const url = (file: string): string => `chrome-extension://${id}/${file}`;
  const firstWorker =
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { predicate: (worker) => worker.url().startsWith(url('')) }));

  let backstageSurface: Promise<Surface> | undefined;
  const backstage = (): Promise<Surface> =>
    (backstageSurface ??= browserSession
      .send('Target.createTarget', { url: url('manifest.json'), hidden: true })
      .then(({ targetId }) => attachSurface(browserSession, targetId))
      .then(async (surface) => {
        await surface.waitFor(`typeof chrome?.runtime?.sendMessage === 'function'`);
        return surface;
      }));

  /** Playwright keeps one object for all lives of a worker; what it evaluates in a stopped one never returns. */
  const worker = async (): Promise<Worker> => {
    const surface = await backstage();
    await surface.evaluate(`chrome.runtime.sendMessage({ wake: true }).then(() => true, () => true)`);
    return firstWorker;
  };

  const targets = async () => (await browserSession.send('Target.getTargets', { filter: [{}] })).targetInfos;
  const attach = async (file: string): Promise<Surface> => {
    const found = await until(`a surface that shows ${file}`, async () =>
      (await targets()).findLast((target) => target.type === 'page' && target.url.startsWith(url(file))),
    );
    const surface = await attachSurface(browserSession, found.targetId);
    // a panel has no size until it has slid in
    await surface.waitFor(`document.readyState === 'complete' && innerWidth > 0`);
    return surface;
  };
  const inFront = async (page: Page): Promise<Worker> => {
    await page.bringToFront();
    return worker();
  };

  // on its first start the extension brings its welcome page to the front, which is no moment to press anything
  if (profile === undefined)
    await until('the welcome page opens', () => context.pages().some((page) => page.url() === url('welcome.html')));

  return {
    context,
    id,
    url,
    backstage,
    worker,
    attach,
    newPage: async (address) => {
      const page = await context.newPage();
      if (address !== undefined) await page.goto(address);
      return page;
    },
    killWorker: async () => {
      await worker();
      const surface = await backstage();
      // it may be woken again at once, so its absence can't be waited for
      const stopped = surface.waitForEvent<WorkerVersions>('ServiceWorker.workerVersionUpdated', ({ versions }) =>
        versions.some(({ scriptURL, runningStatus }) => scriptURL.startsWith(url('')) && runningStatus === 'stopped'),
      );
      await surface.call('ServiceWorker.enable');
      await surface.call('ServiceWorker.stopAllWorkers');
      await stopped;
      await surface.call('ServiceWorker.disable');
    },
    clickAction: async (page) => {
      await page.bringToFront();
      // a viewport that was set on any page resizes the one window, and would cut the popup off
      const pageSession = await context.newCDPSession(page);
      const { windowId } = await pageSession.send('Browser.getWindowForTarget');
      await pageSession.send('Browser.setWindowBounds', { windowId, bounds: { width: 1280, height: 900 } });
      const { targetInfo } = await pageSession.send('Target.getTargetInfo');
      await pageSession.detach();
      const tabs = (await browserSession.send('Target.getTargets', { filter: [{ type: 'tab' }] })).targetInfos;
      const tab = tabs.findLast((candidate) => candidate.url === targetInfo.url);
      if (!tab) throw new Error(`no tab shows ${targetInfo.url}`);
      // newer than Playwright's list of methods
      const trigger = browserSession.send as unknown as (method: string, params: object) => Promise<unknown>;
      await trigger.call(browserSession, 'Extensions.triggerAction', { id, targetId: tab.targetId });
    },
    openPanel: async () => {
      const surface = await backstage();
      // the surface evaluates as if the person had pressed something, which is what opening a panel asks for
      await surface.evaluate(`chrome.windows.getLastFocused().then(({ id }) => chrome.sidePanel.open({ windowId: id }))`);
      return attach('sidepanel.html');
    },
    dispatchCommand: async (command, page) => {
      const awake = await inFront(page);
      await awake.evaluate(async (name) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        (chrome.commands.onCommand as unknown as Dispatchable).dispatch(name, tab);
      }, command);
    },
    dispatchContextMenu: async (info, page) => {
      const awake = await inFront(page);
      await awake.evaluate(async (chosen) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        (chrome.contextMenus.onClicked as unknown as Dispatchable).dispatch(
          { menuItemId: 'clip', editable: false, pageUrl: tab?.url, ...chosen },
          tab,
        );
      }, info);
    },
    suggestions: async (text) =>
      (await worker()).evaluate(
        (typed) =>
          new Promise((resolve) => {
            (chrome.omnibox.onInputStarted as unknown as Dispatchable).dispatch();
            (chrome.omnibox.onInputChanged as unknown as Dispatchable).dispatch(typed, resolve);
          }),
        text,
      ),
    enterInAddressBar: async (text) =>
      (await worker()).evaluate(
        (entered) => (chrome.omnibox.onInputEntered as unknown as Dispatchable).dispatch(entered, 'newForegroundTab'),
        text,
      ),
    ask: async (name, input) => (await backstage()).evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ whence: name, input })})`),
    readTable: async (table) => (await backstage()).evaluate(readTableExpression(table)),
    setColorScheme: async (colorScheme) => {
      context.on('page', (page) => void page.emulateMedia({ colorScheme }).catch(() => undefined));
      await Promise.all(context.pages().map((page) => page.emulateMedia({ colorScheme })));
    },
    close: async () => {
      await context.close();
      if (profile === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
