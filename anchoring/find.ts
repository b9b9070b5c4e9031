import type { Selector } from '../domain/selector.ts';
import { candidatesOf } from './locate.ts';
import { bestPlace, type Place, type Quality } from './place.ts';
import { PageIndex } from './seeds.ts';
import { createSlices, type Slices } from './slices.ts';
import { readTarget, type Target } from './target.ts';
import { readInSlices } from './reading.ts';
import type { TextModel } from './textModel.ts';

/** Where a passage is in the page as it is now. */
export interface Anchor {
  readonly range: Range;
  readonly quality: Quality;
  /** 0..1: how much of the words and their surroundings agrees. */
  readonly score: number;
}

export interface FindOptions {
  readonly signal?: AbortSignal;
}

/** Find many passages in one reading of the page, in slices that let the page run. Rejects only when the signal is aborted. */
export async function findAll(
  targets: readonly (readonly Selector[])[],
  root: Element,
  options: FindOptions = {},
): Promise<(Anchor | null)[]> {
  options.signal?.throwIfAborted();
  if (targets.length === 0) return [];
  const slices = createSlices(options.signal);
  const model = await readInSlices(root, slices);
  const found = await places(model, targets, slices);
  return found.map((place) => {
    const range = place && model.rangeOf(model.folded.originalStart(place.start), model.folded.originalEnd(place.end));
    return place && range ? { range, quality: place.quality, score: place.score } : null;
  });
}

/** Find one passage; null when it is not there. */
export async function findSelectors(selectors: readonly Selector[], root: Element, options: FindOptions = {}): Promise<Anchor | null> {
  return (await findAll([selectors], root, options))[0] ?? null;
}

async function places(model: TextModel, targets: readonly (readonly Selector[])[], slices: Slices): Promise<(Place | null)[]> {
  const { text } = model.folded;
  let index: PageIndex | undefined;
  const found: (Place | null)[] = [];
  for (const selectors of targets) {
    if (slices.isOver()) await slices.next();
    const target = readTarget(selectors);
    const recorded = target?.position === undefined ? undefined : model.folded.foldedAt(target.position);
    // nearly every passage is still where it was: nothing has to be searched for then
    let place = target && recorded !== undefined ? unmoved(text, target, recorded) : null;
    if (target && !place) {
      if (!index) {
        index = new PageIndex(text);
        while (index.step()) if (slices.isOver()) await slices.next();
      }
      place = bestPlace(candidatesOf(index, target), { recorded, likeness: target.likeness });
    }
    found.push(place);
  }
  return found;
}

/** The quote and all that was recorded around it, where they were. */
function unmoved(text: string, target: Target, recorded: number): Place | null {
  const begin = recorded - target.start;
  if (!text.startsWith(target.text, begin)) return null;
  return { start: recorded, end: recorded + target.end - target.start, quality: 'exact', score: 1 };
}
