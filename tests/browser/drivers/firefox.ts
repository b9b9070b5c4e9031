import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Result } from '../../../domain/failure.ts';
import type { CallName, Input, Output } from '../../../messaging/protocol.ts';
import { connectBidi, type BrowsingContext } from './bidi.ts';
import { readTableExpression } from './database.ts';
import { firefoxTab, type FirefoxTab } from './firefoxTab.ts';
import { until } from './waiting.ts';

export interface FirefoxOptions {
  /** A folder of .output, or an absolute path. */
  readonly build?: string;
  readonly headless?: boolean;
  /** Preferences of about:config. */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
}

export interface Firefox {
  /** The address of a file of the extension. */
  readonly url: (file: string) => string;
  readonly newTab: (address?: string) => Promise<FirefoxTab>;
  /** A tab behind the others, of the extension's origin, that runs none of its code. */
  readonly backstage: () => Promise<FirefoxTab>;
  /** Run the command of the real keyboard shortcut on the tab in front. */
  readonly command: (command?: string) => Promise<void>;
  /** Press the toolbar button on the tab in front: opens the popup, and grants `activeTab`. */
  readonly clickAction: () => Promise<void>;
  /** Open the real context menu at an element, choose the extension's entry that begins so, or its first, and give its words. */
  readonly chooseInContextMenu: (tab: FirefoxTab, element: string, beginning?: string) => Promise<string>;
  /** Stop the event page, as the browser does when it is idle. The next event starts it anew. */
  readonly terminateBackground: () => Promise<void>;
  readonly openSidebar: () => Promise<void>;
  /** The files that the extension shows at this moment, in the popup and the sidebar too. */
  readonly openSurfaces: () => Promise<readonly string[]>;
  /** The popup or the sidebar, which WebDriver doesn't see: the value of an expression in which `view` is its window. Waits until it is truthy. */
  readonly readSurface: <T>(file: string, expression: string) => Promise<NonNullable<T>>;
  /** Press keys in the popup, which has to be open: a text's letters, or names (`['ArrowDown']`). */
  readonly typeInPopup: (keys: Iterable<string>) => Promise<void>;
  /** Type into the address bar: what it offers, by its own suggestions' words. The first is what Enter does. */
  readonly typeInAddressBar: (text: string) => Promise<readonly string[]>;
  /** Take what the address bar offers at a place of its list. */
  readonly takeInAddressBar: (place: number) => Promise<void>;
  /** Write a PNG of the popup or the sidebar. */
  readonly screenshotSurface: (kind: 'popup' | 'sidebar', file: string) => Promise<void>;
  readonly ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>;
  /** Every row of a table, or none when the database isn't there yet. */
  readonly readTable: <T>(table: string) => Promise<readonly T[]>;
  /** For every page. */
  readonly setColorScheme: (scheme: 'light' | 'dark') => Promise<void>;
  /** The value of an expression in the browser's own window, with all its powers. */
  readonly evaluateInBrowser: <T>(expression: string) => Promise<T>;
  readonly close: () => Promise<void>;
}

const ADDON_ID = 'whence@whence.example';
/** Firefox draws this at random for each profile; the tests must know it beforehand. */
const HOST = '6f0f2a1e-5b7c-4c1d-9a53-2f6d8b1c7e40';
/** How Firefox makes an element's id of an extension's. */
const WIDGET = ADDON_ID.replace(/[^a-z0-9_-]/gi, '_');
const EXTENSION = `WebExtensionPolicy.getByID(${JSON.stringify(ADDON_ID)}).extension`;
const WINDOW = `Services.wm.getMostRecentWindow('navigator:browser')`;

/** Turns off updates, telemetry and whatever else calls home. */
const QUIET = {
  'remote.prefs.recommended': true,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  // shows manifest.json as plain text, in the extension's origin
  'devtools.jsonview.enabled': false,
  'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: HOST }),
};

export async function launchFirefox({
  build = 'firefox-mv3-test',
  headless = true,
  preferences = {},
}: FirefoxOptions = {}): Promise<Firefox> {
  const extension = path.resolve('.output', build);
  if (!existsSync(path.join(extension, 'manifest.json'))) throw new Error(`${extension} is not built: node script/build.ts`);
  const profile = mkdtempSync(path.join(tmpdir(), 'whence-firefox-'));
  writeFileSync(
    path.join(profile, 'user.js'),
    Object.entries({ ...QUIET, ...preferences })
      .map((entry) => `user_pref(${entry.map((part) => JSON.stringify(part)).join(', ')});`)
      .join('\n'),
  );
  const browser = spawn(
    process.env['WHENCE_FIREFOX'] ?? '/usr/bin/firefox-esr',
    [
      ...(headless ? ['--headless'] : []),
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port',
      '0',
      '--remote-allow-system-access',
      'about:blank',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, MOZ_HEADLESS_WIDTH: '1280', MOZ_HEADLESS_HEIGHT: '900' } },
  );
  // a test that crashes takes its browser with it
  const killAtExit = (): void => void browser.kill('SIGKILL');
  process.once('exit', killAtExit);
  const bidi = await connectBidi(await listening(browser));
  await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });

  const tree = async (params: object): Promise<readonly BrowsingContext[]> =>
    (await bidi.send<{ contexts: BrowsingContext[] }>('browsingContext.getTree', params)).contexts;
  const [chromeWindow] = await tree({ 'moz:scope': 'chrome' });
  if (!chromeWindow) throw new Error('Firefox has no window');
  const evaluateInBrowser = <T>(expression: string): Promise<T> => bidi.evaluate(chromeWindow.context, expression);
  const url = (file: string): string => `moz-extension://${HOST}/${file}`;

  const newTab = async (address?: string): Promise<FirefoxTab> => {
    const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    const tab = firefoxTab(bidi, context);
    if (address !== undefined) await tab.goto(address);
    return tab;
  };
  let backstageTab: Promise<FirefoxTab> | undefined;
  const openBackstage = async (): Promise<FirefoxTab> => {
    const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab', background: true });
    const tab = firefoxTab(bidi, context);
    await tab.goto(url('manifest.json'));
    return tab;
  };
  const backstage = (): Promise<FirefoxTab> => (backstageTab ??= openBackstage());

  const readSurface: Firefox['readSurface'] = async (file, expression) => {
    const tab = await backstage();
    const views = `browser.extension.getViews().filter((view) => view.location.pathname === ${JSON.stringify(`/${file}`)})`;
    return tab.waitFor(`${views}.map((view) => ${expression}).at(-1)`);
  };

  return {
    url,
    newTab,
    backstage,
    evaluateInBrowser,
    command: async (command = 'clip') => {
      await evaluateInBrowser(`(() => {
        const keys = [...${WINDOW}.document.querySelectorAll('#ext-keyset-id-${WIDGET} key')];
        const names = Object.keys(${EXTENSION}.manifest.commands);
        keys[names.indexOf(${JSON.stringify(command)})].doCommand();
      })()`);
    },
    clickAction: async () => {
      await evaluateInBrowser(`(() => {
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        ExtensionParent.apiManager.global.browserActionFor(${EXTENSION}).triggerAction(${WINDOW});
      })()`);
    },
    chooseInContextMenu: async (tab, element, beginning = '') => {
      await tab.activate();
      await tab.click(element, 'right');
      const menu = `${WINDOW}.document.getElementById('contentAreaContextMenu')`;
      await until('the context menu opens', () => evaluateInBrowser(`${menu}.state === 'open'`));
      // where something is selected there are several of ours, in a menu of their own
      const entries = `[...${menu}.querySelectorAll('[id^="${WIDGET}-menuitem"]')]`;
      const own = `${entries}.find((entry) => entry.localName === 'menu')`;
      if (await evaluateInBrowser(`Boolean(${own})`)) {
        await evaluateInBrowser(`(${own}.openMenu(true), true)`);
        await until('our own menu opens', () => evaluateInBrowser(`${own}.menupopup.state === 'open'`));
      }
      return evaluateInBrowser(
        `(() => { const entry = ${entries}.find((one) => one.localName === 'menuitem' && one.getAttribute('label').startsWith(${JSON.stringify(beginning)})); entry.parentNode.activateItem(entry); return entry.getAttribute('label'); })()`,
      );
    },
    terminateBackground: async () => {
      const state = await evaluateInBrowser(
        `${EXTENSION}.terminateBackground({ disableResetIdleForTest: true }).then(() => ${EXTENSION}.backgroundState)`,
      );
      if (state !== 'stopped') throw new Error(`the event page is ${String(state)}`);
    },
    openSidebar: async () => {
      await evaluateInBrowser(`${WINDOW}.SidebarController.show('${WIDGET}-sidebar-action').then(() => true)`);
    },
    openSurfaces: async () => {
      const found = await (
        await backstage()
      ).evaluate<{ documentUrl?: string }[]>(
        `browser.runtime.getContexts({}).then((contexts) => contexts.map(({ documentUrl }) => ({ documentUrl })))`,
      );
      return found.flatMap(({ documentUrl }) => (documentUrl?.startsWith(url('')) ? [documentUrl.slice(url('').length)] : []));
    },
    readSurface,
    typeInPopup: async (pressed) => {
      await evaluateInBrowser(`(() => {
        const popup = ${WINDOW}.document.querySelector('browser[webextension-view-type="popup"]');
        // a window that nobody sees is not in front by itself; to focus anew what has the focus would lose keys
        if (Services.focus.activeWindow !== ${WINDOW}) Services.focus.activeWindow = ${WINDOW};
        if (${WINDOW}.document.activeElement !== popup) popup.focus();
      })()`);
      await readSurface('popup.html', 'view.document.hasFocus()');
      // one at a time, as a person does
      for (const key of pressed) {
        const isTaken = await evaluateInBrowser<boolean>(`(() => {
          const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
          if (!keyboard.beginInputTransactionForTests(${WINDOW})) return false;
          const event = new (${WINDOW}).KeyboardEvent('', { key: ${JSON.stringify(key)} });
          keyboard.keydown(event);
          keyboard.keyup(event);
          return true;
        })()`);
        if (!isTaken) throw new Error('Firefox takes no keys');
      }
    },
    typeInAddressBar: (text) =>
      evaluateInBrowser(`(async () => {
        ${WINDOW}.gURLBar.focus();
        ${WINDOW}.gURLBar.search(${JSON.stringify(text)});
        const { results } = await ${WINDOW}.gURLBar.lastQueryContextPromise;
        return results.map(({ payload }) => payload.title ?? payload.url ?? '');
      })()`),
    takeInAddressBar: (place) =>
      evaluateInBrowser(`(() => {
        ${WINDOW}.gURLBar.view.selectedRowIndex = ${place};
        ${WINDOW}.gURLBar.handleCommand();
      })()`),
    screenshotSurface: async (kind, file) => {
      const element =
        kind === 'popup'
          ? `${WINDOW}.document.querySelector('browser[webextension-view-type="popup"]')`
          : `${WINDOW}.SidebarController.browser.contentDocument.querySelector('browser')`;
      // a popup has no size until it was laid out
      const png = await until(`a picture of the ${kind}`, () =>
        evaluateInBrowser<string>(`(async () => {
        const picture = await ${element}.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
        const canvas = ${WINDOW}.document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
        Object.assign(canvas, { width: picture.width, height: picture.height }).getContext('2d').drawImage(picture, 0, 0);
        return canvas.toDataURL().split(',')[1];
      })()`),
      );
      writeFileSync(file, Buffer.from(png, 'base64'));
    },
    ask: async (name, input) => (await backstage()).evaluate(`browser.runtime.sendMessage(${JSON.stringify({ whence: name, input })})`),
    readTable: async (table) => (await backstage()).evaluate(readTableExpression(table)),
    setColorScheme: (scheme) =>
      evaluateInBrowser(`void Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${scheme === 'dark' ? 0 : 1})`),
    close: async () => {
      const gone = new Promise((resolve) => browser.once('exit', resolve));
      await bidi.send('browser.close').catch(() => undefined);
      const kill = setTimeout(() => browser.kill('SIGKILL'), 5_000);
      await gone;
      clearTimeout(kill);
      process.off('exit', killAtExit);
      bidi.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The address that Firefox prints once it listens. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => reject(new Error(`Firefox did not start: ${printed}`)), 30_000);
    const hear = (chunk: Buffer): void => {
      printed += chunk.toString();
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(printed)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stderr?.on('data', hear);
    child.stdout?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${printed}`)));
  });
}
