import { browser, type Browser } from 'wxt/browser';
import { searchedOf } from '../../finding/readCards.ts';
import { suggestionOf } from '../../finding/suggestion.ts';
import { words } from '../../locales/index.ts';
import { openedFinder } from './finder.ts';
import { omniboxLine } from './omniboxLine.ts';
import { openCard } from './openCard.ts';
import { searchAddress } from './searchAddress.ts';

/** Suggestions that an address bar has room for. */
const MOST = 6;
/** What begins the text of a chosen suggestion: then a card is opened, and not searched for. */
const CARD = 'whence-card ';

type Disposition = `${Browser.omnibox.OnInputEnteredDisposition}`;

async function suggestionsFor(text: string): Promise<Browser.omnibox.SuggestResult[]> {
  const found = await (await openedFinder())?.search(text, { limit: MOST, now: Date.now() });
  if (!found) return [];
  return found.hits.flatMap(({ id, kind, matches }) => {
    const card = found.cards.get(id);
    return card ? [{ content: `${CARD}${kind} ${id}`, description: omniboxLine(suggestionOf(card, matches), import.meta.env.CHROME) }] : [];
  });
}

async function goTo(url: string, disposition: Disposition): Promise<void> {
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}

/** Open a suggestion's card, as its text names it. */
async function openChosen(kindAndId: string, disposition: Disposition): Promise<void> {
  const [kind, id = ''] = kindAndId.split(' ');
  await openCard(searchedOf(id, kind === 'post' || kind === 'decision' ? kind : 'clip'), (url) => goTo(url, disposition));
}

/** Search from the address bar, after the keyword. Registered synchronously, for a worker that was woken by it. */
export function listenForOmnibox(): void {
  void browser.omnibox.setDefaultSuggestion({ description: import.meta.env.CHROME ? words.omnibox.allMarked : words.omnibox.all });
  browser.omnibox.onInputStarted.addListener(() => void openedFinder());
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void suggestionsFor(text).then(suggest);
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    void (text.startsWith(CARD) ? openChosen(text.slice(CARD.length), disposition) : goTo(searchAddress(text), disposition));
  });
}
