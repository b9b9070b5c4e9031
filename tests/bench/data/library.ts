import * as v from 'valibot';
import { Clip } from '../../../domain/clip.ts';
import { Decision, decisionKey } from '../../../domain/decision.ts';
import { pageKey } from '../../../domain/pageAddress.ts';
import type { Chromium } from '../../browser/drivers/chromium.ts';
import { until } from '../../browser/drivers/waiting.ts';
import { seededRandom } from '../measure/random.ts';
import { passage } from './prose.ts';

/** Rows of the tables of storage/database.ts that a person's own clips make. */
interface OwnRows {
  readonly clips: readonly Clip[];
  readonly decisions: readonly (Decision & { readonly key: string })[];
}

/** 2025-01-01, and a clip every fifty minutes from then on. */
const FIRST = Date.UTC(2025, 0, 1);
const APART = 50 * 60_000;

/** A UUIDv7 of a moment, whose last group tells it from others of the same moment. */
const idAt = (instant: number, n: number): string => {
  const time = instant.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${n.toString(16).padStart(12, '0')}`;
};

/**
 * The same clips for the same seed, each with a reason of its own (it ends with the clip's number);
 * one in three bears on a decision. Parsed by the extension's schemas, so that the data can't fall behind them.
 */
export function someClips(count: number, seed = 1): OwnRows {
  const random = seededRandom(seed);
  const decisions = new Map<string, OwnRows['decisions'][number]>();
  const clips = Array.from({ length: count }, (_, n) => {
    const createdAt = FIRST + n * APART;
    const { site, title, heading, quote, paragraph, why, tags, question } = passage(random);
    const address = `https://${site}/notes/${Math.floor(n / 3)}`;
    const key = decisionKey(question);
    if (!decisions.has(key)) {
      const decision = { id: idAt(FIRST, decisions.size), question, status: 'open', createdAt: FIRST, updatedAt: FIRST };
      decisions.set(key, { ...v.parse(Decision, decision), key });
    }
    const decisionId = decisions.get(key)?.id;
    return v.parse(Clip, {
      id: idAt(createdAt, n),
      kind: 'passage',
      source: { address, title, site, language: 'en' },
      quote,
      selectors: [{ type: 'TextQuoteSelector', exact: quote }],
      context: { paragraph, headings: [title, heading] },
      pageKey: pageKey(address),
      why: `${why} (${n + 1})`,
      tags,
      ...(n % 3 === 0 && { evidence: { decisionId, stance: 'informs' } }),
      createdAt,
      updatedAt: createdAt,
    });
  });
  return { clips, decisions: [...decisions.values()] };
}

/** Rows that are put at once. */
const AT_ONCE = 5_000;
/** How long the background may take to index them, in milliseconds. */
const PATIENCE = 240_000;

/**
 * Put rows into the extension's database, and have them indexed. A page of ours that is open doesn't hear
 * of it: do this before opening one.
 */
export async function putRows(chromium: Chromium, { clips, decisions }: OwnRows): Promise<void> {
  const backstage = await chromium.backstage();
  // opened by hand before the extension did, it would be an empty one
  await until('the extension has made its database', () =>
    backstage.evaluate(`indexedDB.databases().then((all) => all.some(({ name }) => name === 'whence'))`),
  );
  const put = (rows: Readonly<Record<string, readonly unknown[]>>): Promise<unknown> =>
    backstage.evaluate(`(async () => {
      const rows = ${JSON.stringify(rows)};
      const database = await new Promise((resolve, reject) => {
        const request = indexedDB.open('whence');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction([...Object.keys(rows), 'searchIndex'], 'readwrite');
      for (const [table, kept] of Object.entries(rows)) for (const row of kept) transaction.objectStore(table).put(row);
      // what was written behind its back the journal doesn't know: without an index everything is taken in anew
      transaction.objectStore('searchIndex').clear();
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      database.close();
    })()`);
  for (let first = 0; first < clips.length; first += AT_ONCE) await put({ clips: clips.slice(first, first + AT_ONCE) });
  await put({ decisions });
  await chromium.ask('rebuildIndex', undefined);
  await until(
    'everything is indexed',
    async () => (await countOf(chromium, 'searchIndex')) === 2 && (await countOf(chromium, 'unindexed')) === 0,
    PATIENCE,
  );
}

const countOf = async (chromium: Chromium, table: string): Promise<number> =>
  (await chromium.backstage()).evaluate(`new Promise((resolve, reject) => {
    const request = indexedDB.open('whence');
    request.onsuccess = () => {
      const counted = request.result.transaction('${table}').objectStore('${table}').count();
      counted.onsuccess = () => (request.result.close(), resolve(counted.result));
    };
    request.onerror = () => reject(request.error);
  })`);
