import { browser } from 'wxt/browser';

/** The keys that clip, as the browser shows them; empty when the person, or the browser, has given the command none. */
export async function clipShortcut(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === 'clip')?.shortcut ?? '';
}
