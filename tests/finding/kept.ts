import type { Clip } from '../../domain/clip.ts';
import { decisionKey } from '../../domain/decision.ts';
import type { FoundCards } from '../../finding/finder.ts';
import { openFinder } from '../../finding/finder.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import type { DecisionRow } from '../../storage/rows.ts';
import { aCapture, idOf } from '../storage/samples.ts';

/** The nth clip, as it is kept. */
export const aClip = (n: number, why: string, changed: Partial<Clip> = {}): Clip => ({
  ...aCapture(),
  id: idOf(n),
  pageKey: 'https://a.example/layout',
  why,
  tags: [],
  createdAt: n,
  updatedAt: n,
  ...changed,
});

/** A finder that has read what there is, and what it told. */
export function aFinder(database: WhenceDatabase) {
  const told: string[] = [];
  const ending = new AbortController();
  const finder = openFinder(database, {
    onChange: () => void told.push('change'),
    onUnreadable: () => void told.push('unreadable'),
    onError: (error) => void told.push(String(error)),
    end: ending.signal,
  });
  const find = (query: string): Promise<FoundCards> => finder.search(query, { now: 1 });
  return { ...finder, told, find, ids: async (query: string) => (await find(query)).hits.map(({ id }) => id), close: () => ending.abort() };
}

/** The nth decision, as it is kept. */
export const aDecision = (n: number, question: string): DecisionRow => ({
  id: idOf(n),
  key: decisionKey(question),
  question,
  status: 'open',
  createdAt: n,
  updatedAt: n,
});
