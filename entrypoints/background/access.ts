import { browser } from 'wxt/browser';
import { CONTENT_SCRIPT } from './pageScript.ts';

const SCRIPT_ID = 'whence-page';

/** The sites that the person has opened to Whence, as match patterns. Empty: only where Whence is called by a gesture. */
export async function grantedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => /^(?:\*|https?):\/\//.test(pattern) || pattern === '<all_urls>');
}

/**
 * Make the registered script match what the person granted. Registrations outlive the worker and the
 * browser, so this runs when the grant changes and when the extension was installed or updated.
 */
export function registerPageScript(): Promise<void> {
  registering = registering.then(register, register);
  return registering;
}

/** One at a time: installing and a grant may come together. */
let registering: Promise<void> = Promise.resolve();

async function register(): Promise<void> {
  const matches = await grantedSites();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = { id: SCRIPT_ID, matches, ...CONTENT_SCRIPT, runAt: 'document_idle' as const, persistAcrossSessions: true };
  await (registered.length > 0 ? browser.scripting.updateContentScripts([script]) : browser.scripting.registerContentScripts([script]));
}

/** Whether the person opened the page at this address to Whence. */
export async function isOpenedTo(address: string): Promise<boolean> {
  const page = URL.parse(address);
  return (
    page !== null && /^https?:$/.test(page.protocol) && browser.permissions.contains({ origins: [`${page.protocol}//${page.hostname}/*`] })
  );
}
