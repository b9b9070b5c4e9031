import { writeFileSync } from 'node:fs';
import type { Benchmark, Result } from './measure/benchmark.ts';
import { openSearchBrowser } from './search/browser.ts';
import { clipMaker } from './search/clips.ts';
import { measureOurs } from './search/ours.ts';
import { measurePeer, type PeerOptions } from './search/peers.ts';
import { installedProse } from './search/prose.ts';
import { makeQueries } from './search/queries.ts';

export const goals: Benchmark['goals'] = {
  '100k.keystroke.p95': { atMost: 8 },
  '100k.keystroke.max': { atMost: 33 },
  '100k.cold-first-result.p50': { atMost: 150 },
  '100k.index-stored': { atMost: 13_000_000 },
  '100k.index-memory': { atMost: 25_000_000 },
  '100k.recall10': { atLeast: 0.97 },
  '100k.recall10.typo': { atLeast: 0.94 },
  '100k.recall10.typo-prefix': { atLeast: 0.9 },
  '100k.add-one.p95': { atMost: 5 },
  '100k.times-fuse': { atLeast: 300 },
  '100k.keystroke.times-minisearch': { atLeast: 20 },
  'growth.300k-over-100k': { atMost: 3.5 },
};

const SIZES = { '1k': 1_000, '10k': 10_000, '100k': 100_000, '300k': 300_000 } as const;
type Size = keyof typeof SIZES;

/** Numbers of clips that are put in one by one, behind all others. */
const ADDED_FROM = 1_000_000;

/** What libraries are asked: all of them the same queries, the slow ones fewer. */
const PEERS: readonly Pick<PeerOptions, 'peer' | 'typed' | 'everyLetter' | 'asked'>[] = [
  { peer: 'minisearch', typed: 12, everyLetter: 1, asked: 100 },
  { peer: 'flexsearch', typed: 12, everyLetter: 1, asked: 100 },
  { peer: 'fuse', typed: 3, everyLetter: 16, asked: 0 },
];
/** Those that goals compare with. */
const QUICK_PEERS: typeof PEERS = [
  { peer: 'minisearch', typed: 8, everyLetter: 2, asked: 0 },
  { peer: 'fuse', typed: 1, everyLetter: 12, asked: 0 },
];

/** How fast, how small and how right the search is over clips of real prose, and what libraries do with the same. */
export const run: Benchmark['run'] = async ({ isQuick }) => {
  const half = process.env['WHENCE_BENCH_HALF'] === 'tuning' ? 'tuning' : 'reporting';
  const prose = installedProse();
  const clipAt = clipMaker(prose);
  const browser = await openSearchBrowser(prose);
  const results: Result[] = [];
  const missed: string[] = [];
  try {
    let filled = 0;
    for (const size of isQuick ? (['1k', '100k'] as const) : (Object.keys(SIZES) as Size[])) {
      // its keys are the sizes
      const count = SIZES[size];
      const tab = await browser.open('whence');
      const filling = tab.call('fill', filled, count);
      const queries = makeQueries(clipAt, count, isQuick ? 400 : 1_000, half);
      const { stored, indexing } = await filling;
      await tab.close();
      results.push({ metric: `${size}.index-stored`, value: stored, unit: 'bytes', repetitions: 1 });
      results.push({ metric: `${size}.indexing`, value: indexing, unit: 'ms', repetitions: 1 });
      filled = count;
      const ours = await measureOurs(browser, {
        name: size,
        queries,
        typed: isQuick ? 20 : 40,
        cold: isQuick ? 5 : 11,
        added: { from: ADDED_FROM, count: 300 },
      });
      results.push(...ours.results);
      missed.push(...ours.missed.map((query) => JSON.stringify({ size, ...query })));
      if (size === '300k') continue;
      for (const peer of isQuick ? QUICK_PEERS : PEERS) results.push(...(await measurePeer(browser, { size, queries, ...peer }, ours)));
    }
    const [smaller, larger] = (['100k', '300k'] as const).map((size) => results.find(({ metric }) => metric === `${size}.keystroke.p95`));
    if (smaller && larger)
      results.push({
        metric: 'growth.300k-over-100k',
        value: larger.value / smaller.value,
        unit: 'ratio',
        repetitions: larger.repetitions,
      });
  } finally {
    await browser.close();
  }
  const file = process.env['WHENCE_BENCH_CASES'];
  if (file !== undefined) writeFileSync(file, missed.map((line) => `${line}\n`).join(''));
  return results;
};
