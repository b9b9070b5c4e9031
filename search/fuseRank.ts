import Fuse from 'fuse.js';
import { FIELD_WORTH, FIELDS, type Field } from './fields.ts';

/** The words of a document that may stand for what was asked, by field. */
export interface MatchedWords {
  readonly id: string;
  readonly fields: Readonly<Partial<Record<Field, string>>>;
}

const KEYS = FIELDS.map((name) => ({ name, weight: FIELD_WORTH[name], getFn: ({ fields }: MatchedWords) => fields[name] }));

/**
 * How well each document's words answer those that were typed, as Fuse.js sees it: by id, 1 is best. Those that it doesn't
 * find are absent. It compares matched words only: over whole texts it takes ten times as long and ranks no better.
 */
export function fuseScores(docs: readonly MatchedWords[], typed: readonly string[]): ReadonlyMap<string, number> {
  if (typed.length === 0 || docs.length < 2) return new Map();
  const fuse = new Fuse(docs, {
    keys: KEYS,
    useTokenSearch: true,
    ignoreDiacritics: true,
    ignoreLocation: true,
    includeScore: true,
    shouldSort: false,
  });
  return new Map(fuse.search(typed.join(' ')).map(({ item, score = 1 }) => [item.id, 1 - score]));
}
