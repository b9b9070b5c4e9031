import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Token } from '../data/pageText.ts';
import { classify, tellingIn, timesIn, type Quote, type QuoteClass } from '../data/quotes.ts';
import type { Result } from '../measure/benchmark.ts';
import { seededRandom, type Random } from '../measure/random.ts';
import type { BenchBrowser } from './browser.ts';
import type { CaseLog } from './cases.ts';
import type { Verdict } from './judge.ts';
import type { VisibleWord } from './page/visibleWords.ts';
import { shares } from './score.ts';
import { findAgain, type PagePair } from './trial.ts';
import { wordMap } from './wordMap.ts';

/** No new pair is begun after so long, in milliseconds. */
const LONGEST = 270_000;
/** Quotes of each class in one pair: each is described in a new reading of the page. A large page has this many words. */
const QUOTES = { usual: 10, large: 4, ofMany: 3 } as const;
const LARGE = 30_000;
/** With more pairs than this, fewer quotes of each say as much. */
const MANY = 120;
const [SHORTEST_QUOTE, LONGEST_QUOTE] = [5, 60];

/**
 * The same measure on real pages: `<name>/before.html` and `after.html`. The truth comes from a diff of the words that
 * the browser shows. What can't be read is passed over, and said so on standard error.
 */
export async function pagesAccuracy(browser: BenchBrowser, folder: string, log: CaseLog): Promise<readonly Result[]> {
  const began = performance.now();
  const [ours, peers]: [Verdict[], Verdict[]] = [[], []];
  const names = readdirSync(folder)
    .toSorted()
    .filter((name) => ['before.html', 'after.html'].every((file) => existsSync(path.join(folder, name, file))));
  let tried = 0;
  for (const name of names) {
    if (performance.now() - began > LONGEST) {
      console.error(`${names.length - tried} of ${names.length} page pairs were left out: there was no time for more`);
      break;
    }
    tried += 1;
    try {
      const pair = await readPair(browser, path.join(folder, name), name, names.length > MANY);
      if (pair.quotes.length === 0) console.error(`${name} has no passage whose fate is clear`);
      const trial = await findAgain(browser, pair);
      ours.push(...trial.ours);
      peers.push(...trial.peers);
      for (const one of trial.cases) log.add(one);
    } catch (error) {
      console.error(`${name} was passed over: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return [...shares(ours), ...shares(peers, 'peer.')];
}

async function readPair(browser: BenchBrowser, folder: string, name: string, isOneOfMany: boolean): Promise<PagePair> {
  const [before, after] = [readFileSync(path.join(folder, 'before.html')), readFileSync(path.join(folder, 'after.html'))];
  const earlier = await (await browser.earlier.show(before)).call('visibleWords');
  const later = await (await browser.later.show(after)).call('visibleWords');
  const seed = [...name].reduce((sum, sign) => (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) >>> 0, 7);
  const most = isOneOfMany ? QUOTES.ofMany : earlier.length > LARGE ? QUOTES.large : QUOTES.usual;
  const spansOf = (words: readonly VisibleWord[]) => words.map(({ start, end }) => [start, end] as const);
  return {
    name,
    before,
    after,
    quotes: quotesOf(earlier, later, most, seededRandom(seed)),
    words: { before: spansOf(earlier), after: spansOf(later) },
  };
}

function quotesOf(before: readonly VisibleWord[], after: readonly VisibleWord[], most: number, random: Random): readonly Quote[] {
  const texts = { before: before.map(({ text }) => text), after: after.map(({ text }) => text) };
  const map = wordMap(texts.before, texts.after);
  const later = new Map(map.flatMap((place, at) => (place === undefined ? [] : [[at, place] as const])));
  const tokens: readonly Token[] = texts.before.map((text, id) => ({ id, text }));
  const tells = tellingIn(tokens);
  const timesLater = timesIn(texts.after.map((text, id) => ({ id, text })));
  const starts = before.flatMap(({ beginsBlock }, at) => (beginsBlock || before[at - 1]?.endsSentence ? [at] : []));
  const counts = new Map<QuoteClass, number>();
  const chosen = new Map<string, Quote>();
  for (let tries = 0; tries < most * 60 && starts.length > 0; tries++) {
    const [start, end] = someSpan(before, starts, random);
    const quote = end - start >= SHORTEST_QUOTE ? classify(tokens, start, end, later) : undefined;
    if (!quote || chosen.has(`${start}-${end}`) || (counts.get(quote.kind) ?? 0) >= most || !tells(start, end)) continue;
    // of a passage that stood twice, a diff can't say which one is gone
    if (quote.kind === 'deleted' && timesLater(tokens.slice(start, end)) > 0) continue;
    chosen.set(`${start}-${end}`, quote);
    counts.set(quote.kind, (counts.get(quote.kind) ?? 0) + 1);
  }
  return [...chosen.values()];
}

/** A sentence, now and then some more, or a part of one. */
function someSpan(words: readonly VisibleWord[], starts: readonly number[], { below }: Random): readonly [number, number] {
  const at = below(starts.length);
  const start = starts[at] ?? 0;
  const shape = below(10);
  if (shape < 2) {
    const from = start + below(12);
    return [from, Math.min(words.length, from + SHORTEST_QUOTE + below(20))];
  }
  const end = starts[at + (shape < 8 ? 1 : 2 + below(3))] ?? words.length;
  return [start, Math.min(end, start + LONGEST_QUOTE)];
}
