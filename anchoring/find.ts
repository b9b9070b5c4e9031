import type { Selector, TextQuoteSelector } from '../domain/selector.ts';
import { fold } from './folding.ts';
import { createSlices } from './slices.ts';
import { TextModelBuilder, type TextModel } from './textModel.ts';

/** Where a passage is in the page as it is now. */
export interface Anchor {
  readonly range: Range;
  /**
   * `exact`: where it was, as it was. `moved`: the same words elsewhere. `fuzzy`: changed words.
   * `uncertain`: it may be another place with the same words, and is never shown as sure.
   */
  readonly quality: 'exact' | 'moved' | 'fuzzy' | 'uncertain';
  /** 0..1: how much of the words and their surroundings agrees. */
  readonly score: number;
}

export interface FindOptions {
  readonly signal?: AbortSignal;
}

/** Places looked at for one quote. A quote that stands in more is not told apart by its surroundings either. */
const MOST_PLACES = 500;

/** A quote of fewer characters, its agreeing surroundings counted in, says too little to be sure of. */
const TELLING = 24;

/** Surroundings decide between two places when one agrees in this many characters more than the other. */
const DECIDING = 6;

/** Without deciding surroundings, the nearer place wins when the other is this many times as far. */
const FARTHER = 4;

interface Place {
  /** In the folded text. */
  readonly start: number;
  /** Characters of the recorded surroundings that agree, outward from the quote. */
  readonly agreed: number;
  /** From the recorded position, in the folded text; 0 when none was recorded. */
  readonly distance: number;
}

/** Find many passages in one reading of the page, in slices that let the page run. Rejects only when the signal is aborted. */
export async function findAll(
  targets: readonly (readonly Selector[])[],
  root: Element,
  options: FindOptions = {},
): Promise<(Anchor | null)[]> {
  options.signal?.throwIfAborted();
  const slices = createSlices(options.signal);
  const model = new TextModelBuilder(root);
  const anchors: (Anchor | null)[] = [];
  if (targets.length === 0) return anchors;
  // a look at the clock costs about as much as a step, so a few steps go at a time
  for (let steps = 1; isStepped(model); steps++) if (steps % 32 === 0 && slices.isOver()) await slices.next();
  for (const target of targets) {
    if (slices.isOver()) await slices.next();
    anchors.push(findIn(model, target));
  }
  return anchors;
}

/** Find one passage; null when it is not there. */
export async function findSelectors(selectors: readonly Selector[], root: Element, options: FindOptions = {}): Promise<Anchor | null> {
  return (await findAll([selectors], root, options))[0] ?? null;
}

function isStepped(model: TextModelBuilder): boolean {
  try {
    return model.step();
  } catch {
    return true; // a node that can't be read is passed over
  }
}

function findIn(model: TextModel, selectors: readonly Selector[]): Anchor | null {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const words = quote ? fold(quote.exact).trim() : '';
  if (!quote || words === '') return null;
  const position = selectors.find((selector) => selector.type === 'TextPositionSelector')?.start;
  const recorded = position === undefined ? undefined : model.folded.foldedAt(position);
  const around = surroundingsOf(quote);
  const placeAt = (start: number): Place => ({
    start,
    agreed: agreementAt(model.folded.text, start, words.length, around),
    distance: recorded === undefined ? 0 : Math.abs(start - recorded),
  });
  const anchorAt = (place: Place, quality: Anchor['quality']): Anchor | null => {
    const { folded } = model;
    const range = model.rangeOf(folded.originalStart(place.start), folded.originalEnd(place.start + words.length));
    return range && { range, quality, score: (words.length + place.agreed) / (words.length + around.length) };
  };

  if (recorded !== undefined && model.folded.text.startsWith(words, recorded)) {
    // nearly every passage is still where it was: no search is needed then
    const place = placeAt(recorded);
    if (place.agreed === around.length) return anchorAt(place, 'exact');
  }

  const places: Place[] = [];
  for (
    let start = model.folded.text.indexOf(words);
    start >= 0 && places.length < MOST_PLACES;
    start = model.folded.text.indexOf(words, start + 1)
  ) {
    places.push(placeAt(start));
  }
  places.sort((one, other) => other.agreed - one.agreed || one.distance - other.distance);
  const [best, ...others] = places;
  if (!best) return null;
  const isTelling = around.length === 0 || words.length + best.agreed >= TELLING || best.agreed * 2 >= around.length;
  const hasStayed = recorded !== undefined && best.distance === 0;
  if (!isTelling && !hasStayed) return null;
  const isRivalled = others.some(
    (other) => best.agreed - other.agreed < DECIDING && (recorded === undefined || !isMuchNearer(best, other)),
  );
  if (isRivalled) return anchorAt(best, 'uncertain');
  return anchorAt(best, hasStayed && best.agreed * 2 >= around.length ? 'exact' : 'moved');
}

const isMuchNearer = (place: Place, other: Place): boolean => other.distance > 0 && other.distance >= place.distance * FARTHER;

interface Surroundings {
  readonly before: string;
  readonly after: string;
  readonly length: number;
}

// White space next to the quote is left out: whether two blocks or two words meet there is the page's layout.
function surroundingsOf({ prefix = '', suffix = '' }: TextQuoteSelector): Surroundings {
  const before = fold(prefix).trim();
  const after = fold(suffix).trim();
  return { before, after, length: before.length + after.length };
}

function agreementAt(text: string, start: number, length: number, { before, after }: Surroundings): number {
  let left = start;
  while (text[left - 1] === ' ') left--;
  let agreedBefore = 0;
  while (agreedBefore < before.length && text[left - 1 - agreedBefore] === before.at(-1 - agreedBefore)) agreedBefore++;
  let right = start + length;
  while (text[right] === ' ') right++;
  let agreedAfter = 0;
  while (agreedAfter < after.length && text[right + agreedAfter] === after[agreedAfter]) agreedAfter++;
  return agreedBefore + agreedAfter;
}
