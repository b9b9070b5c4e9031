import type { Quote } from '../data/quotes.ts';
import type { Span } from '../data/render.ts';
import type { BenchBrowser } from './browser.ts';
import type { Case } from './cases.ts';
import { judge, type Verdict } from './judge.ts';

/** Two versions of a page, with quotes of the first. */
export interface PagePair {
  readonly name: string;
  readonly before: string | Buffer;
  readonly after: string | Buffer;
  readonly quotes: readonly Quote[];
  /** Of both versions, in the order of reading. */
  readonly words: { readonly before: readonly Span[]; readonly after: readonly Span[] };
  /** The `textContent` that the truth is counted in, where it is known beforehand. */
  readonly textContent?: { readonly before: string; readonly after: string };
}

export interface Trial {
  readonly ours: readonly Verdict[];
  readonly peers: readonly Verdict[];
  readonly cases: readonly Case[];
}

/** Describe quotes in one version of a page and find them in the next: ours and the peer's, in the same pages. */
export async function findAgain(browser: BenchBrowser, { name, before, after, quotes, words, textContent }: PagePair): Promise<Trial> {
  const earlier = await browser.earlier.show(before);
  await expectText(earlier.call('textContent'), textContent?.before);
  const described = await earlier.call(
    'describe',
    quotes.map(({ start, end }) => spanOf(words.before, start, end)),
  );
  const later = await browser.later.show(after);
  const text = await later.call('textContent');
  await expectText(text, textContent?.after);
  const found = await later.call('find', described.ours);
  const foundByPeer = await later.call('findAsPeer', described.peers);
  const ours = quotes.map((quote, n) => judge(quote, found[n] ?? null, words.after));
  return {
    ours,
    peers: quotes.map((quote, n) => {
      const offsets = foundByPeer[n];
      return judge(quote, offsets ? { offsets, quality: 'fuzzy' } : null, words.after);
    }),
    cases: quotes.flatMap((quote, n): Case[] => {
      const verdict = ours[n];
      if (!verdict) return [];
      const expected = quote.truth ? text.slice(...spanOf(words.after, ...quote.truth)) : null;
      return [{ page: name, verdict, selectors: described.ours[n] ?? [], expected, found: found[n] ?? null, textContent: text }];
    }),
  };
}

const spanOf = (words: readonly Span[], start: number, end: number): Span => [words[start]?.[0] ?? 0, words[end - 1]?.[1] ?? 0];

/** The truth is counted in the text as it was written: the browser must have read just that. */
async function expectText(read: string | Promise<string>, written: string | undefined): Promise<void> {
  if (written !== undefined && (await read) !== written) throw new Error('the browser reads another text than was written');
}
