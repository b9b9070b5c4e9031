import * as v from 'valibot';
import { Part, type Clip } from '../domain/clip.ts';
import type { Decision } from '../domain/decision.ts';
import { Id, Instant } from '../domain/id.ts';
import { KEPT } from '../domain/limits.ts';
import type { Post } from '../domain/post.ts';
import type { KeptSighting } from '../domain/sighting.ts';
import { call } from './call.ts';

/** What the card in a page's frame shows, in one answer. */
export type CardState =
  | { readonly kind: 'clip'; readonly clip: Clip; readonly decision?: Decision; readonly sightings: readonly KeptSighting[] }
  | {
      readonly kind: 'post';
      readonly post: Post;
      readonly authorName: string;
      readonly communityName: string;
      readonly sightings: readonly KeptSighting[];
    };

/** What `undoAnchor` needs to take a change back. */
export interface AnchorChange {
  readonly until: Instant;
}

const passage = { id: Id, part: Part };
/** The words of now that the person was shown: what is there by the time of the call may be others. */
const shown = v.pipe(v.string(), v.maxLength(KEPT.quote));

/**
 * About where a clip's passage stands now. The card's frame in a page may send these, for clips of that page
 * only; each can be taken back (docs/decisions/0008).
 */
export const anchorCalls = {
  /** An own clip, or a post, by the id that its mark has. */
  cardState: call<CardState | null>()('surface', v.object({ id: Id })),
  /** The words of now are the passage. */
  confirmAnchor: call<AnchorChange>()('surface', v.object({ ...passage, now: shown })),
  /** The words of now are not the passage; with `isRefused` false, takes that back. */
  refuseAnchor: call()('surface', v.object({ ...passage, now: shown, isRefused: v.boolean() })),
  /** What is selected in the page in front, or in the page that the card's frame is in, is the passage. */
  attachHere: call<AnchorChange>()('surface', v.object(passage)),
  undoAnchor: call()('surface', v.object({ ...passage, until: Instant })),
  /** Open the library with this one card. */
  showInLibrary: call()('surface', v.object({ id: Id })),
} as const;
