import * as v from 'valibot';
import { Id } from '../domain/id.ts';
import { KEPT } from '../domain/limits.ts';
import { call } from './call.ts';

/** A card's id: that of something own, or a community's and its post's. */
const CardId = v.pipe(v.string(), v.regex(/^[\da-f-]{36}(?:\/[\da-f-]{36})?$/));
const CardKind = v.picklist(['clip', 'decision', 'post']);
/** A search, and the list that it is offered in: of those that the person saved, or of those that led somewhere. */
const listed = v.object({ list: v.picklist(['saved', 'recent']), query: v.string() });

/** Something kept that is like a draft. */
export interface RelatedCard {
  readonly id: v.InferOutput<typeof CardId>;
  readonly kind: v.InferOutput<typeof CardKind>;
  /** Its why, else its question, else what was quoted; one line. */
  readonly line: string;
  /** A site or a community, of a decision where it stands; in words, empty where there is none. */
  readonly source: string;
}

/** To the background, about what is found. Part of messaging/protocol.ts. */
export const findCalls = {
  /** The stored search index can't be read: build it again from what is kept. */
  rebuildIndex: call()('own', v.undefined()),
  /** Put a search into one of the lists, or take it out. A full list of saved ones takes no more (`searches-full`). */
  keepSearch: call()('own', listed),
  forgetSearch: call()('own', listed),
  /** What is like this draft with what is typed so far, four at most, of what was decided, the likest first. */
  related: call<readonly RelatedCard[]>()(
    'surface',
    v.object({
      id: Id,
      why: v.pipe(v.string(), v.maxLength(KEPT.why)),
      decision: v.pipe(v.string(), v.maxLength(KEPT.question)),
    }),
  ),
  /** Open one of these at its passage, or in the library. */
  openRelated: call()('surface', v.object({ id: CardId, kind: CardKind })),
} as const;
