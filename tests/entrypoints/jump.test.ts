import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from 'wxt/browser';
import { listenForJumps } from '../../entrypoints/background/jump.ts';

let run: (command: string, tab?: { readonly id: number }) => void;
const asked = vi.fn();
beforeEach(() => {
  fakeBrowser.reset();
  asked.mockReset().mockResolvedValue({ ok: true, value: 1 });
  vi.spyOn(browser.commands.onCommand, 'addListener').mockImplementation((listener) => {
    run = listener as typeof run; // ours takes the command and the tab
  });
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(asked);
  listenForJumps();
});

test.each([
  ['next-clip', 'next'],
  ['previous-clip', 'previous'],
])('the command %s goes to the %s mark of the tab’s page', (command, direction) => {
  run(command, { id: 7 });
  expect(asked).toHaveBeenCalledExactlyOnceWith(7, { whence: 'jump', input: { direction } }, { frameId: 0 });
});

test('any other command is somebody else’s', () => {
  run('clip', { id: 7 });
  expect(asked).not.toHaveBeenCalled();
});
