import { browser } from 'wxt/browser';

/** Firefox's sidebar, which the polyfill's types leave out. */
interface Sidebar {
  readonly open: () => Promise<void>;
}

/**
 * Open the side panel (Chrome) or the sidebar (Firefox) beside the page. Call it in the moment of a
 * click: both browsers take no other, so the window's id must be known before.
 */
export async function openSidePanel(windowId: number): Promise<void> {
  const { sidebarAction } = browser as typeof browser & { readonly sidebarAction?: Sidebar }; // present in Firefox only
  if (sidebarAction) await sidebarAction.open();
  else await browser.sidePanel.open({ windowId });
}
