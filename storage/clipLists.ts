import type { Clip, Trail } from '../domain/clip.ts';
import type { Id, Instant } from '../domain/id.ts';
import type { WhenceDatabase } from './database.ts';

const isLive = ({ deletedAt }: Clip): boolean => deletedAt === undefined;

/** A clip that was not deleted. */
export const clipById = async (database: WhenceDatabase, id: Id): Promise<Clip | undefined> => {
  const clip = await database.clips.get(id);
  return clip && isLive(clip) ? clip : undefined;
};

/** The clips on one page (`pageKey` of its address), the newest first. */
export const clipsOnPage = async (database: WhenceDatabase, pageKey: string): Promise<Clip[]> =>
  (await database.clips.where('pageKey').equals(pageKey).filter(isLive).sortBy('createdAt')).reverse();

/** What was clipped longer ago has led nowhere near: half an hour, in milliseconds. */
const JUST_BEFORE = 30 * 60 * 1_000;

/** The last three clips that were made on other pages within half an hour before `now`, the first one first, as a trail tells them. */
export async function clipsJustBefore(database: WhenceDatabase, pageKey: string, now: Instant): Promise<NonNullable<Trail['clips']>> {
  const recent = await database.clips
    .where('createdAt')
    .between(now - JUST_BEFORE, now)
    .filter((clip) => isLive(clip) && clip.pageKey !== pageKey)
    .sortBy('createdAt');
  return recent.slice(-3).map(({ id, why, source }) => ({ id, why: why.slice(0, 300), title: source.title }));
}

export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

/** Every tag with the number of clips that carry it, the most used first. Spellings that differ in case count as one, named as most often written. */
export async function tagCounts(database: WhenceDatabase): Promise<TagCount[]> {
  const spellings = new Map<string, number>();
  const count = (tag: string, by: number): void => void spellings.set(tag, (spellings.get(tag) ?? 0) + by);
  // keys alone are read from the index; the few deleted clips are taken off again
  await database.clips.orderBy('tags').eachKey((tag) => typeof tag === 'string' && count(tag, 1));
  await database.clips
    .where('deletedAt')
    .above(0)
    .each(({ tags }) => tags.forEach((tag) => count(tag, -1)));
  const tags = new Map<string, { tag: string; count: number; most: number }>();
  for (const [tag, used] of spellings) {
    if (used <= 0) continue;
    const known = tags.get(tag.toLowerCase());
    if (!known) tags.set(tag.toLowerCase(), { tag, count: used, most: used });
    else {
      known.count += used;
      if (used > known.most) [known.tag, known.most] = [tag, used];
    }
  }
  return [...tags.values()]
    .map(({ tag, count: used }) => ({ tag, count: used }))
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}
