import type { Result } from '../measure/benchmark.ts';
import { median, percentile } from '../measure/statistics.ts';
import type { SearchBrowser } from './browser.ts';
import { PARTS, WARM_UP, type OurAnswers } from './ours.ts';
import type { PeerName } from './page/peers.ts';
import type { Query } from './queries.ts';
import { lettersOf, recall, times } from './samples.ts';

export interface PeerOptions {
  /** What metrics of this size begin with: `100k`. */
  readonly size: string;
  readonly peer: PeerName;
  readonly queries: readonly Query[];
  /** Queries that are typed letter by letter, the same as ours; only every so manieth letter where each takes seconds. */
  readonly typed: number;
  readonly everyLetter: number;
  /** Queries that are asked to see what is found. */
  readonly asked: number;
}

/** What a library does with the same clips and queries. */
export async function measurePeer(
  browser: SearchBrowser,
  { size, peer, queries, typed, everyLetter, asked }: PeerOptions,
  ours: OurAnswers,
): Promise<readonly Result[]> {
  const name = `peer.${peer}.${size}`;
  const results: Result[] = [];
  const tab = await browser.open('peers');
  const before = await tab.memory();
  const building = await tab.call('build', peer);
  results.push({ metric: `${name}.indexing`, value: building, unit: 'ms', repetitions: 1 });
  results.push({ metric: `${name}.index-memory`, value: (await tab.memory()) - before, unit: 'bytes', repetitions: 1 });

  const letters = lettersOf(queries.slice(WARM_UP, WARM_UP + typed)).filter((_, place) => place % everyLetter === everyLetter - 1);
  const keystrokes = await tab.call('type', letters);
  const totals = keystrokes.map(({ total }) => total);
  results.push(...times(`${name}.keystroke`, totals, 'p50', 'p95', 'max'));
  results.push(...times(`${name}.keystroke.engine`, keystrokes.map(PARTS['.engine']), 'p50', 'p95'));
  const same = letters.flatMap((typing) => ours.keystrokes.get(typing)?.total ?? []);
  const ratio = peer === 'fuse' ? median(totals) / median(same) : percentile(totals, 0.95) / percentile(same, 0.95);
  results.push({
    metric: peer === 'fuse' ? `${size}.times-fuse` : `${size}.keystroke.times-${peer}`,
    value: ratio,
    unit: 'ratio',
    repetitions: letters.length,
  });
  if (asked > 0) {
    const some = queries.slice(0, asked);
    const answers = await tab.call(
      'answer',
      some.map(({ text }) => text),
    );
    results.push(...recall(`${name}.`, some, answers));
  }
  results.push({ metric: `${name}.index-stored`, value: await tab.call('stored'), unit: 'bytes', repetitions: 1 });
  await tab.close();
  return results;
}
