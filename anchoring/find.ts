import type { Selector } from '../domain/selector.ts';
import { evidenceOf, judge, scoreOf } from './judge.ts';
import { candidatesOf, type Candidate } from './locate.ts';
import { PageIndex } from './seeds.ts';
import { createSlices, type Slices } from './slices.ts';
import { readTarget, type Target } from './target.ts';
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

/** Of two places that are as good as each other, the nearer one wins when the other is this many times as far. */
const FARTHER = 4;

/** Find many passages in one reading of the page, in slices that let the page run. Rejects only when the signal is aborted. */
export async function findAll(
  targets: readonly (readonly Selector[])[],
  root: Element,
  options: FindOptions = {},
): Promise<(Anchor | null)[]> {
  options.signal?.throwIfAborted();
  if (targets.length === 0) return [];
  const slices = createSlices(options.signal);
  const model = new TextModelBuilder(root);
  // a look at the clock costs about as much as a step, so a few steps go at a time
  for (let steps = 1; isStepped(model); steps++) if (steps % 32 === 0 && slices.isOver()) await slices.next();
  const found = await places(model, targets.map(readTarget), slices);
  return found.map((place) => {
    const range = place && model.rangeOf(model.folded.originalStart(place.start), model.folded.originalEnd(place.end));
    return place && range ? { range, quality: place.quality, score: place.score } : null;
  });
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

interface Place {
  readonly start: number;
  readonly end: number;
  readonly quality: Anchor['quality'];
  readonly score: number;
}

async function places(model: TextModel, targets: readonly (Target | null)[], slices: Slices): Promise<(Place | null)[]> {
  const { text } = model.folded;
  let index: PageIndex | undefined;
  const found: (Place | null)[] = [];
  for (const target of targets) {
    if (slices.isOver()) await slices.next();
    const recorded = target?.position === undefined ? undefined : model.folded.foldedAt(target.position);
    // nearly every passage is still where it was: nothing has to be searched for then
    let place = target && recorded !== undefined ? unmoved(text, target, recorded) : null;
    if (target && !place) {
      if (!index) {
        index = new PageIndex(text);
        while (index.step()) if (slices.isOver()) await slices.next();
      }
      place = bestPlace(candidatesOf(index, target), recorded);
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

function bestPlace(candidates: readonly Candidate[], recorded: number | undefined): Place | null {
  const [best, ...others] = candidates.toSorted((one, other) => evidenceOf(other) - evidenceOf(one));
  if (!best) return null;
  const rivals = others.filter(({ start, end }) => end <= best.start || start >= best.end);
  const verdict = judge(best, rivals[0]);
  if (verdict === 'none') return null;
  if (verdict !== 'tied') return placeOf(best, verdict === 'sure', recorded);
  const twins = [best, ...rivals.filter((rival) => judge(best, rival) === 'tied')];
  const [nearest, next] = recorded === undefined ? twins : twins.toSorted((one, other) => distance(one, recorded) - distance(other, recorded));
  if (!nearest || !next) return placeOf(best, true, recorded);
  return placeOf(nearest, recorded !== undefined && distance(next, recorded) >= FARTHER * Math.max(1, distance(nearest, recorded)), recorded);
}

const distance = ({ start }: Candidate, recorded: number): number => Math.abs(start - recorded);

function placeOf(candidate: Candidate, isSure: boolean, recorded: number | undefined): Place {
  const { start, end, isWhole } = candidate;
  const sure = isWhole ? (start === recorded ? 'exact' : 'moved') : 'fuzzy';
  return { start, end, quality: isSure ? sure : 'uncertain', score: scoreOf(candidate) };
}
