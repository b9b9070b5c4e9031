import { browser } from 'wxt/browser';
import { words } from '../../locales/index.ts';

const COLOUR = { clips: '#0f6b5c', news: '#8a4b08' };

/** What the badge says: clips on the tab's page, and a dot when a community has something new. */
export function badgeText(clipsHere: number, unseen: number): string {
  const clips = clipsHere > 999 ? '999+' : String(clipsHere);
  if (clipsHere === 0) return unseen === 0 ? '' : unseen > 99 ? '•99+' : `•${unseen}`;
  return unseen === 0 ? clips : `${clips}•`;
}

const titleText = (clipsHere: number, unseen: number): string =>
  [
    words.badge.title,
    ...(clipsHere > 0 ? [words.badge.clipsHere(clipsHere)] : []),
    ...(unseen > 0 ? [words.badge.unseen(unseen)] : []),
  ].join(' · ');

/** Set the badge of one tab, or, without a tab, of every tab that has none of its own. */
export async function setBadge({
  clipsHere = 0,
  unseen,
  tabId,
}: {
  readonly clipsHere?: number;
  readonly unseen: number;
  readonly tabId?: number;
}): Promise<void> {
  const target = tabId === undefined ? {} : { tabId };
  try {
    await Promise.all([
      browser.action.setBadgeText({ ...target, text: badgeText(clipsHere, unseen) }),
      browser.action.setBadgeBackgroundColor({ ...target, color: clipsHere > 0 ? COLOUR.clips : COLOUR.news }),
      browser.action.setTitle({ ...target, title: titleText(clipsHere, unseen) }),
    ]);
  } catch {
    // the tab was closed in the meantime
  }
}
