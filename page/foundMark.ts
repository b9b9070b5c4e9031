import type { Anchor } from '../anchoring/index.ts';
import type { Paint } from '../anchoring/paint.ts';
import { textAt } from '../anchoring/spots.ts';
import { areSameWords } from '../domain/drift.ts';
import type { Mark } from '../messaging/pageProtocol.ts';

/** A mark that was found in the page. */
export interface FoundMark {
  readonly mark: Mark;
  readonly quality: Anchor['quality'];
  /** What stood there when it was found: anything else, and it has to be found again. */
  readonly text: string;
  /** Followed by the browser while it is near the window, written down while it is far (spots.ts). */
  range: AbstractRange;
}

/** One passage of one clip. */
export type MarkKey = `${string}/${number}`;
export const keyOf = ({ id, part }: Pick<Mark, 'id' | 'part'>): MarkKey => `${id}/${part}`;

/** What may be another place with the same words is not painted as if it were sure. */
export const paintOf = ({ mark, quality }: FoundMark): Paint => (quality === 'uncertain' ? 'uncertain' : mark.colour);

/** Whether the person said that what was found here is not the passage. */
export const isRefused = ({ mark: { refused }, quality, text }: FoundMark): boolean =>
  quality === 'uncertain' && refused !== undefined && areSameWords(refused, text);

export const isSound = ({ range, text }: FoundMark): boolean => textAt(range) === text;
