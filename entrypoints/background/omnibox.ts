import { browser, type Browser } from 'wxt/browser';
import { openFinder, type Finder } from '../../finding/finder.ts';
import { searchedOf } from '../../finding/readCards.ts';
import { suggestionOf } from '../../finding/suggestion.ts';
import { words } from '../../locales/index.ts';
import { openedDatabase, withDatabase } from './database.ts';
import { bringUp } from './indexing.ts';
import { omniboxLine } from './omniboxLine.ts';
import { openKept } from './openKept.ts';
import { searchAddress } from './searchAddress.ts';

/** Suggestions that an address bar has room for. */
const MOST = 6;
/** What begins the text of a chosen suggestion: then a card is opened, and not searched for. */
const CARD = 'whence-card ';

type Disposition = `${Browser.omnibox.OnInputEnteredDisposition}`;

let open: { readonly finder: Finder; readonly ending: AbortController } | undefined;

/** The finder of this turn at the address bar; a worker that was stopped in between begins another one. */
async function finder(): Promise<Finder | undefined> {
  if (open) return open.finder;
  const opened = await openedDatabase();
  if (!opened.ok) return undefined;
  const ending = new AbortController();
  open ??= {
    finder: openFinder(opened.value, {
      onChange: () => undefined,
      onUnreadable: () => void bringUp(),
      onError: close,
      end: ending.signal,
    }),
    ending,
  };
  return open.finder;
}

function close(): void {
  open?.ending.abort();
  open = undefined;
}

async function suggestionsFor(text: string): Promise<Browser.omnibox.SuggestResult[]> {
  const found = await (await finder())?.search(text, { limit: MOST, now: Date.now() });
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

/** Open a suggestion's card: at its passage, or by itself where it has none. */
async function openCard(kindAndId: string, disposition: Disposition): Promise<void> {
  const [kind, id = ''] = kindAndId.split(' ');
  const one = searchedOf(id, kind === 'post' || kind === 'decision' ? kind : 'clip');
  const opened = one.kind === 'decision' ? undefined : await withDatabase((database) => openKept(database, one));
  if (!opened?.ok) await goTo(browser.runtime.getURL(`/library.html#card=${one.id}`), disposition);
}

/** Search from the address bar, after the keyword. Registered synchronously, for a worker that was woken by it. */
export function listenForOmnibox(): void {
  void browser.omnibox.setDefaultSuggestion({ description: import.meta.env.CHROME ? words.omnibox.allMarked : words.omnibox.all });
  browser.omnibox.onInputStarted.addListener(() => void finder());
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void suggestionsFor(text).then(suggest);
  });
  browser.omnibox.onInputCancelled.addListener(close);
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    close();
    void (text.startsWith(CARD) ? openCard(text.slice(CARD.length), disposition) : goTo(searchAddress(text), disposition));
  });
}
