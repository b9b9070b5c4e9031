import { browser, type Browser } from 'wxt/browser';
import { searchedOf } from '../../finding/readCards.ts';
import { suggestionOf } from '../../finding/suggestion.ts';
import { words } from '../../locales/index.ts';
import { openedFinder } from './finder.ts';
import { omniboxLine } from './omniboxLine.ts';
import { openCard } from './openCard.ts';
import { searchAddress } from './searchAddress.ts';
import { noteSuggested, suggestedAs } from './suggested.ts';

/** Suggestions that an address bar has room for. */
const MOST = 6;

type Disposition = `${Browser.omnibox.OnInputEnteredDisposition}`;

async function suggestionsFor(text: string): Promise<Browser.omnibox.SuggestResult[]> {
  const found = await (await openedFinder())?.search(text, { limit: MOST, now: Date.now() });
  if (!found) return [];
  const suggestions = found.hits.flatMap(({ id, matches }) => {
    const card = found.cards.get(id);
    return card ? [suggestionOf(card, matches)] : [];
  });
  const contents = await noteSuggested(suggestions, text);
  return suggestions.map((one, at) => ({ content: contents[at] ?? one.id, description: omniboxLine(one, import.meta.env.CHROME) }));
}

async function goTo(url: string, disposition: Disposition): Promise<void> {
  const isHere = disposition === 'currentTab';
  // a tab that was closed meanwhile can't go anywhere
  const isShown =
    isHere &&
    (await browser.tabs.update({ url }).then(
      () => true,
      () => false,
    ));
  if (!isShown) await browser.tabs.create({ url, active: isHere || disposition === 'newForegroundTab' });
}

/** Open the card of the suggestion that was chosen, else all that is found by what was typed. */
async function enter(text: string, disposition: Disposition): Promise<void> {
  const chosen = await suggestedAs(text);
  if (chosen) await openCard(searchedOf(chosen.id, chosen.kind), (url) => goTo(url, disposition));
  else await goTo(searchAddress(text), disposition);
}

/** Search from the address bar, after the keyword. Registered synchronously, for a worker that was woken by it. */
export function listenForOmnibox(): void {
  void browser.omnibox.setDefaultSuggestion({ description: import.meta.env.CHROME ? words.omnibox.allMarked : words.omnibox.all });
  browser.omnibox.onInputStarted.addListener(() => void openedFinder());
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    // none, when what is kept can't be read: whoever opens a page of ours is told why
    void suggestionsFor(text)
      .catch(() => [])
      .then(suggest);
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    enter(text, disposition).catch((error: unknown) => console.error('Whence: what was chosen in the address bar can’t be opened', error));
  });
}
