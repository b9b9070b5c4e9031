import type { Result } from '../measure/benchmark.ts';
import type { SearchBrowser } from './browser.ts';
import type { Keystroke } from './page/typing.ts';
import type { Query } from './queries.ts';
import { lettersOf, recall, times } from './samples.ts';

export interface OurOptions {
  /** What metrics of this size begin with: `100k`. */
  readonly name: string;
  readonly queries: readonly Query[];
  /** Queries that are typed letter by letter. */
  readonly typed: number;
  /** Tabs that are opened for one answer each. */
  readonly cold: number;
  /** Clips that are put in one by one, with the number of the first. */
  readonly added: { readonly from: number; readonly count: number };
}

export interface OurAnswers {
  readonly results: readonly Result[];
  /** By what stood in the search box. */
  readonly keystrokes: ReadonlyMap<string, Keystroke>;
  /** Whether each query had the clip that was meant among its first results, in the queries' order. */
  readonly missed: readonly Query[];
}

/** Typed before anything is measured, so that the code has run. */
export const WARM_UP = 5;
const ADDED_WARM_UP = 20;
/** A page that somebody pastes into the search box: of the prose, as many characters. */
const PASTED = 3_000;

/** Of a keystroke: all of it, and what each part takes. */
export const PARTS = {
  '': ({ total }: Keystroke) => total,
  '.engine': ({ engine }: Keystroke) => engine,
  '.reading': ({ reading }: Keystroke) => reading,
  '.painting': ({ total, engine, reading }: Keystroke) => total - engine - reading,
} as const;

/** What our index does with the clips that are on the device. */
export async function measureOurs(browser: SearchBrowser, { name, queries, typed, cold, added }: OurOptions): Promise<OurAnswers> {
  const results: Result[] = [];
  const tab = await browser.open('whence');
  const before = await tab.memory();
  await tab.call(
    'open',
    queries.slice(0, WARM_UP).map(({ text }) => text),
  );
  const memory = (await tab.memory()) - before;

  const letters = lettersOf(queries.slice(0, typed + WARM_UP));
  const warm = lettersOf(queries.slice(0, WARM_UP)).length;
  const keystrokes = (await tab.call('type', letters)).slice(warm);
  for (const [part, which] of Object.entries(PARTS))
    results.push(...times(`${name}.keystroke${part}`, keystrokes.map(which), 'p50', 'p95', 'max'));
  const pasted = queries.map(({ text }) => text).join(' ');
  const pastes = Array.from({ length: 12 }, (_, place) => pasted.slice(place * 97, place * 97 + PASTED));
  results.push(
    ...times(
      `${name}.pasted-page`,
      (await tab.call('type', pastes)).map(({ total }) => total),
      'p50',
      'max',
    ),
  );

  const answers = await tab.call(
    'answer',
    queries.map(({ text }) => text),
  );
  results.push(...recall(`${name}.`, queries, answers));
  results.push({ metric: `${name}.index-memory`, value: memory, unit: 'bytes', repetitions: 1 });
  const additions = await tab.call('addOneByOne', added.from, added.count + ADDED_WARM_UP);
  results.push(...times(`${name}.add-one`, additions.slice(ADDED_WARM_UP), 'p50', 'p95', 'max'));
  await tab.close();

  const colds: number[] = [];
  for (const query of queries.filter(({ kind }) => kind === 'right').slice(0, cold + 1)) {
    const anew = await browser.open('whence', query.text);
    const time = await anew.call('coldFirstResult');
    if (time !== undefined) colds.push(time);
    await anew.close();
  }
  // the first one also fills the browser's own caches
  results.push(...times(`${name}.cold-first-result`, colds.slice(1), 'p50', 'p95'));
  return {
    results,
    keystrokes: new Map(letters.slice(warm).flatMap((typing, place) => (keystrokes[place] ? [[typing, keystrokes[place]]] : []))),
    missed: queries.filter(({ wanted }, place) => !answers[place]?.includes(wanted)),
  };
}
