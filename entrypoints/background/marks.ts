import type { Clip } from '../../domain/clip.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Post } from '../../domain/post.ts';
import type { Mark } from '../../messaging/pageProtocol.ts';

/** Characters of a why that are shown at its passage. */
const SHOWN = 280;

const beginning = (why: string): string => (why.length > SHOWN ? `${why.slice(0, SHOWN - 1).trimEnd()}…` : why);

/** A clip's colour in its page: what the decision that it is tied to has come to. */
export function colourOf({ evidence }: Clip, decisions: ReadonlyMap<string, Decision>): Mark['colour'] {
  const decision = evidence && decisions.get(evidence.decisionId);
  if (!decision) return 'mine';
  return decision.status === 'rejected' || evidence.stance === 'opposes' ? 'rejected' : 'decided';
}

const without = (refused: string | undefined): Pick<Mark, 'refused'> => (refused === undefined ? {} : { refused });

/** What a clip marks in its page: each of its passages that has a position. `refused`: words that are not it, by part. */
export function marksOfClip(clip: Clip, colour: Mark['colour'], refused?: ReadonlyMap<number, string>): Mark[] {
  const passages = [clip, ...(clip.morePassages ?? [])];
  return passages.flatMap(({ selectors }, part) =>
    selectors.length > 0 ? [{ id: clip.id, part, selectors, colour, why: beginning(clip.why), ...without(refused?.get(part)) }] : [],
  );
}

/** What another member's post marks in its page: as an own clip does. */
export function marksOfPost({ id, body }: Post, by: string): Mark[] {
  if (body.kind !== 'clip') return [];
  const colour = body.decision?.stance === 'opposes' ? 'rejected' : 'shared';
  const passages = [body.target.selector, ...(body.morePassages ?? []).map(({ selector }) => selector)];
  return passages.flatMap((selectors, part) =>
    selectors.length > 0 ? [{ id, part, selectors, colour, why: beginning(body.why), ...(by && { by }) }] : [],
  );
}
