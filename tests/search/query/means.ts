import type { Part } from '../../../search/query/index.ts';

/** What a query means, said once more in the plainest way. */
export function means(part: Part, isThere: (leaf: Part) => boolean, isRuledOut = false): boolean {
  const inner = (one: Part): boolean => means(one, isThere, isRuledOut);
  const onlyWords = (one: Part): boolean => one.type === 'word' || ('parts' in one && one.parts.every(onlyWords));
  if (part.type === 'not') return !means(part.part, isThere, true);
  if (part.type === 'field') return inner(part.part);
  if (part.type === 'any') return part.parts.some(inner);
  if (part.type !== 'all') return isThere(part);
  if (isRuledOut) return part.parts.every(inner);
  const words = part.parts.filter(onlyWords);
  return part.parts.every((one) => onlyWords(one) || inner(one)) && (words.length === 0 || words.some(inner));
}
