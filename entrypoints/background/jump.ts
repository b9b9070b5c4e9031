import { browser, type Browser } from 'wxt/browser';
import { activeTab } from './gestures.ts';
import { askPageAfterInjecting } from './pageScript.ts';

const COMMANDS = { 'next-clip': 'next', 'previous-clip': 'previous' } as const;

const isJump = (command: string): command is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, command);

/** Go from clip to clip on the page in front, by the keyboard. Registered synchronously. */
export function listenForJumps(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (isJump(command)) void jump(tab, COMMANDS[command]);
  });
}

async function jump(tab: Browser.tabs.Tab | undefined, direction: 'next' | 'previous'): Promise<void> {
  const { id } = tab ?? (await activeTab()) ?? {};
  // the page says itself when there is nothing to go to; the browser's own pages hold nothing and say nothing
  if (id !== undefined) await askPageAfterInjecting(id, 'jump', { direction });
}
