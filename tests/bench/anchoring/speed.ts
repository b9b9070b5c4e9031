import { english } from '../data/languages/latin.ts';
import { tokensOf, tokenSource, type PageText } from '../data/pageText.ts';
import { writePage } from '../data/pageTexts.ts';
import { classify, type QuoteClass } from '../data/quotes.ts';
import { renderPlainly } from '../data/render.ts';
import { CORRECTED, revise, type Manner } from '../data/revise.ts';
import type { Result } from '../measure/benchmark.ts';
import { seededRandom, type Random } from '../measure/random.ts';
import { median, spreadOf } from '../measure/statistics.ts';
import type { BenchBrowser, BenchTab } from './browser.ts';
import type { Offsets, Selectors } from './page/bench.ts';
import type { PeerTarget } from './page/peer.ts';

/** Characters of text. */
const SIZES = { '10kb': 10_000, '100kb': 100_000, '1mb': 1_000_000, '5mb': 5_000_000 } as const;
type Size = keyof typeof SIZES;
const COUNTS = [1, 10, 100, 1_000] as const;
const MOST = 1_000;

/** Of a hundred clips, so many are of each class by now, as in a page that was reworked throughout. None is where it was. */
const MIX: Readonly<Record<QuoteClass, number>> = { unchanged: 40, light: 40, heavy: 10, deleted: 10 };

interface SpeedPage {
  readonly size: Size;
  readonly html: string;
  /** In an order in which every hundred has the mix; fewer have the first of it. */
  readonly targets: readonly Selectors[];
  readonly peerTargets: readonly PeerTarget[];
}

export interface SpeedOptions {
  readonly sizes: readonly Size[];
  readonly repetitions: number;
}

export const everySize: readonly Size[] = ['10kb', '100kb', '1mb', '5mb'];

/**
 * How long it takes to find clips again in a page that was edited since: from the call, in a page that has just been loaded
 * with code that has not run yet. The runs of all sizes and numbers take turns, and so does the peer.
 */
export async function speed(browser: BenchBrowser, { sizes, repetitions }: SpeedOptions): Promise<readonly Result[]> {
  const pages: SpeedPage[] = [];
  for (const size of sizes) pages.push(await makePage(browser, size));
  const samples = new Map<string, { readonly unit: Result['unit']; readonly values: number[] }>();
  const add = (metric: string, unit: Result['unit'], value: number): void => {
    const sample = samples.get(metric) ?? { unit, values: [] };
    sample.values.push(value);
    samples.set(metric, sample);
  };
  for (let run = 0; run < repetitions; run++) {
    for (const page of pages) {
      const totals = new Map<number, number>();
      for (const count of COUNTS) {
        const { total, longestTask, memory } = await timeOurs(browser.later, page, count, run === 0);
        totals.set(count, total);
        add(`page-${page.size}.clips-${count}.total`, 'ms', total);
        add(`page-${page.size}.clips-${count}.longest-task`, 'ms', longestTask);
        if (memory !== undefined) add(`page-${page.size}.clips-${count}.memory`, 'bytes', memory);
      }
      if (page.size !== '1mb') continue;
      const [hundred, thousand] = [totals.get(100) ?? 0, totals.get(1_000) ?? 0];
      const shown = await browser.later.load(page.html);
      const peer = await shown.call('timePeer', page.peerTargets);
      add('peer.page-1mb.clips-100.total', 'ms', peer.total);
      add('page-1mb.clips-100.times-peer', 'ratio', peer.total / hundred);
      add('growth.clips-10x', 'ratio', thousand / hundred);
    }
  }
  return [...samples].map(([metric, { unit, values }]) => ({ metric, value: median(values), unit, ...spreadOf(values) }));
}

async function timeOurs(tab: BenchTab, { html, targets }: SpeedPage, count: number, isWeighed: boolean) {
  const shown = await tab.load(html);
  const before = await shown.heapSize();
  const timing = await shown.call('time', targets.slice(0, count));
  // what is held afterwards: the anchors, and what the finding itself keeps
  return { ...timing, memory: isWeighed ? (await shown.heapSize()) - before : undefined };
}

/** Here and there all over the page, and a notice before everything: nothing is where it was. */
const RETOUCHED: Manner = {
  hands: [[{ ...CORRECTED, touched: 200, enlarged: 60, reworked: 20, dropped: 30 }, 1_000]],
  sectionsDropped: 0,
  sectionsMoved: 0,
  noticed: 1_000,
};

async function makePage(browser: BenchBrowser, size: Size): Promise<SpeedPage> {
  const random = seededRandom(SIZES[size] + 3);
  const source = tokenSource();
  // a section has about 1,700 characters
  const text = writePage('article', english, Math.ceil(SIZES[size] / 1_700), random, source);
  const later = revise(text, RETOUCHED, random, source);
  const earlierPage = renderPlainly(text);
  const words = tokensOf(text).map(({ id }) => earlierPage.spans.get(id) ?? [0, 0]);
  const offsets = mixedQuotes(text, later, random).map(([start, end]): Offsets => [words[start]?.[0] ?? 0, words[end - 1]?.[1] ?? 0]);
  const shown = await browser.earlier.load(earlierPage.html);
  const targets = await shown.call('describeBySections', offsets);
  const { peers } = size === '1mb' ? await shown.call('describe', offsets.slice(0, 100)) : { peers: [] };
  return { size, html: renderPlainly(later).html, targets, peerTargets: peers };
}

/** Sentences by what became of them, in the mix that is said above; a short page has fewer, and again from the first. */
function mixedQuotes(before: PageText, after: PageText, random: Random): readonly (readonly [number, number])[] {
  const tokens = tokensOf(before);
  const later = new Map(tokensOf(after).map(({ id }, place) => [id, place]));
  const pools: Record<QuoteClass, (readonly [number, number])[]> = { unchanged: [], light: [], heavy: [], deleted: [] };
  let start = 0;
  for (const part of before.sections.flat().flatMap((block) => block.parts)) {
    const quote = part.length >= 5 ? classify(tokens, start, start + part.length, later) : undefined;
    if (quote) pools[quote.kind].push([quote.start, quote.end]);
    start += part.length;
  }
  const slots = Object.entries(MIX).flatMap(([kind, share]) => Array.from({ length: share }, () => kind as QuoteClass)); // its keys are the classes
  const order = slots.map((kind) => [random.below(1_000_000), kind] as const).toSorted(([one], [other]) => one - other);
  const turns: Record<QuoteClass, number> = { unchanged: 0, light: 0, heavy: 0, deleted: 0 };
  return Array.from({ length: MOST }, (_, n) => {
    const wanted = order[n % order.length]?.[1] ?? 'unchanged';
    const kind = pools[wanted].length > 0 ? wanted : 'unchanged';
    const pool = pools[kind];
    // spread over the whole page
    const place = Math.floor((turns[kind]++ * 0.618_034 * pool.length) % pool.length);
    return pool[place] ?? [0, 5];
  });
}
