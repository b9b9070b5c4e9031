import type { Clip } from '../../../domain/clip.ts';
import { bundleAlone } from '../../bench/measure/bundle.ts';

/** An expression that keeps so many clips in the database of the extension whose page it runs in: `keep` of page.ts. */
export const keepManyExpression = async (like: Clip, count: number): Promise<string> => `(async () => {
  ${await bundleAlone('tests/browser/manyClips/page.ts', 'many')}
  await many.keep(${JSON.stringify(like)}, ${count});
})()`;
