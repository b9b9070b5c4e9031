import { describe, expect, it } from 'vitest';
import type { Card } from '../../finding/cards.ts';
import { relatedCards } from '../../finding/related.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { freshDatabase, idOf } from '../storage/samples.ts';
import { aClip, aDecision, aFinder } from './kept.ts';

const apart = (n: number) => ({ quote: `words of passage ${n}`, source: { address: `https://a.example/${n}`, title: `Title${n}` } });

async function orchard(): Promise<WhenceDatabase> {
  const database = await freshDatabase();
  await database.decisions.put(aDecision(1, 'When is the orchard meadow mown?'));
  await database.clips.bulkPut([
    aClip(2, 'an orchard meadow mown late', { ...apart(2), evidence: { decisionId: idOf(1), stance: 'supports' } }),
    aClip(3, 'a meadow in the orchard feeds bees', apart(3)),
    aClip(4, 'containers are cached by layer', apart(4)),
    // the more there is that has nothing to do with them, the more two words that two share tell
    ...Array.from({ length: 20 }, (_, n) => aClip(100 + n, `why${n}`, apart(100 + n))),
  ]);
  return database;
}

async function cardOf(finder: ReturnType<typeof aFinder>, id: string): Promise<Card> {
  const [card] = await finder.cards([{ id, kind: 'clip' }]);
  if (!card) throw new Error('no such card');
  return card;
}

describe('what is like a card', () => {
  it('is told in a line each, without the card itself, its own decision, and what is not like it', async () => {
    const finder = aFinder(await orchard());
    const related = await relatedCards(finder, await cardOf(finder, idOf(2)), { limit: 4, now: 1 });
    expect(related).toMatchObject([{ id: idOf(3), kind: 'clip', reason: 'a meadow in the orchard feeds bees', source: 'a.example' }]);
    finder.close();
  });

  it('has decisions of others among it', async () => {
    const finder = aFinder(await orchard());
    const related = await relatedCards(finder, await cardOf(finder, idOf(3)), { limit: 4, now: 1 });
    expect(related.map(({ id }) => id).toSorted()).toEqual([idOf(1), idOf(2)]);
    finder.close();
  });

  it('is as many as are asked for, also when the own decision is left out', async () => {
    const database = await orchard();
    await database.clips.put(aClip(5, 'an orchard meadow, uncut', apart(5)));
    const finder = aFinder(database);
    for (const limit of [1, 2]) expect(await relatedCards(finder, await cardOf(finder, idOf(2)), { limit, now: 1 })).toHaveLength(limit);
    finder.close();
  });

  it('is nothing when nothing is like it', async () => {
    const finder = aFinder(await orchard());
    expect(await relatedCards(finder, await cardOf(finder, idOf(4)), { limit: 4, now: 1 })).toEqual([]);
    finder.close();
  });
});
