import { show } from './painting.ts';
import type { Finder } from './finder.ts';

export interface Keystroke {
  /** Milliseconds from the query's text to painted results. */
  readonly total: number;
  /** The part of it that is the engine's. */
  readonly engine: number;
  /** And the part that is reading clips from the device. What is left is putting results in the page and painting them. */
  readonly reading: number;
}

/** Milliseconds between keystrokes: a good typist's are farther apart, and the last frame is on the screen by then. */
const PAUSE = 25;

/** Type the queries one after the other; each is what stands in the search box after one more letter. */
export async function typed(finder: Finder, queries: readonly string[]): Promise<readonly Keystroke[]> {
  const keystrokes: Keystroke[] = [];
  for (const query of queries) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const began = performance.now();
    const { results, engine, reading } = await finder.find(query);
    await show(results);
    keystrokes.push({ total: performance.now() - began, engine, reading });
    // the pause goes on meanwhile
    void finder.readAhead?.(query);
  }
  return keystrokes;
}

/** Of each query, the ids of the first results, best first. */
export async function answered(finder: Finder, queries: readonly string[]): Promise<readonly (readonly string[])[]> {
  const answers: string[][] = [];
  for (const query of queries) answers.push((await finder.find(query)).results.map(({ clip }) => clip.id));
  return answers;
}
