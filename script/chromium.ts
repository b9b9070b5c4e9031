import { chromium, type BrowserContext, type CDPSession } from 'playwright-core';

/** Quiet, and nothing sent anywhere: no updates, no sync, no field trials. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface OpenOptions {
  /** A folder for the profile; what is in it is kept. */
  readonly profile: string;
  /** A built extension, unpacked: an absolute path. */
  readonly extension: string;
  readonly headless: boolean;
  readonly args?: readonly string[];
  /** Off by default: it needs a user that is not root, and a kernel that lets it. */
  readonly hasSandbox?: boolean;
  /** Whether an interrupt ends browser and process at once, as a test wants it. */
  readonly endsBySignal?: boolean;
}

export interface OpenedChromium {
  readonly context: BrowserContext;
  /** Chrome DevTools Protocol with the browser itself, not with one page. */
  readonly browserSession: CDPSession;
  /** The extension's id. */
  readonly id: string;
}

export const chromiumPath = (): string => process.env['WHENCE_CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * Open Chromium with the extension in it. Chromium no longer takes `--load-extension`; the DevTools
 * protocol loads it instead, once the browser runs.
 */
export async function openChromium({
  profile,
  extension,
  headless,
  args = [],
  hasSandbox = false,
  endsBySignal = true,
}: OpenOptions): Promise<OpenedChromium> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless,
    viewport: headless ? { width: 1280, height: 800 } : null,
    chromiumSandbox: hasSandbox,
    handleSIGINT: endsBySignal,
    handleSIGTERM: endsBySignal,
    handleSIGHUP: endsBySignal,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: ['--enable-unsafe-extension-debugging', ...FLAGS, ...args],
  });
  const browser = context.browser();
  if (!browser) throw new Error('a persistent context without a browser');
  const browserSession = await browser.newBrowserCDPSession();
  // the method is newer than Playwright's list of them
  const load = browserSession.send as unknown as (method: string, params: object) => Promise<{ id: string }>;
  const { id } = await load.call(browserSession, 'Extensions.loadUnpacked', { path: extension });
  return { context, browserSession, id };
}
