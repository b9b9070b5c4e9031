import { parseTags } from '../domain/clip.ts';
import { decisionKey } from '../domain/decision.ts';
import type { Draft, DraftFields } from '../domain/draft.ts';
import { clipDoc } from '../search/documents.ts';
import type { Doc } from '../search/index.ts';
import type { Card } from './cards.ts';
import type { Finder } from './finder.ts';
import { cardsLike, type RelatedCount } from './related.ts';
import { suggestionOf, type Suggestion } from './suggestion.ts';

type Typed = Pick<DraftFields, 'why' | 'decision'>;

/** So many times as many are looked at as are wanted: of the likest, what was decided is shown. */
const TO_CHOOSE_FROM = 4;

/**
 * What was decided before that is most like a clip that is being written, the likest first: decisions, and what is tied to one.
 * The question that is likest to what was typed is always among them. `typed` may be newer than the draft. The decision that is typed is left out.
 */
export async function relatedToDraft(
  finder: Finder,
  draft: Draft,
  typed: Typed,
  { limit, now }: RelatedCount,
): Promise<readonly Suggestion[]> {
  const [whole, questions] = await Promise.all([
    cardsLike(finder, draftDoc(draft, typed), { limit: limit * TO_CHOOSE_FROM, now }),
    // a question is a few words of one's own: beside a long quote they would not count
    cardsLike(finder, { id: draft.id, kind: 'clip', at: draft.updatedAt, fields: typed }, { limit, now, kinds: ['decision'] }),
  ]);
  const chosen = decisionKey(typed.decision);
  const offered = (cards: readonly Card[]): readonly Card[] =>
    cards.filter((card) => isDecided(card) && !(card.kind === 'decision' && decisionKey(card.decision.question) === chosen));
  const [likest, question] = [offered(whole), offered(questions)];
  const inOrder = [...likest.slice(0, limit - 1), ...question, ...likest.slice(limit - 1)];
  return [...new Map(inOrder.map((card) => [card.id, card])).values()].slice(0, limit).map((card) => suggestionOf(card));
}

/** The draft as the clip that it would become. */
const draftDoc = ({ id, pageKey, capture, fields, createdAt, updatedAt }: Draft, { why, decision }: Typed): Doc =>
  clipDoc({ ...capture, id, pageKey, why, tags: parseTags(fields.tags), createdAt, updatedAt }, { question: decision });

function isDecided(card: Card): boolean {
  switch (card.kind) {
    case 'decision':
      return true;
    case 'clip':
      return card.decision !== undefined;
    case 'post':
      return card.post.body.kind === 'clip' && card.post.body.decision !== undefined;
  }
}
