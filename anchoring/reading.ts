import type { Slices } from './slices.ts';
import { TextModelBuilder, type TextModel } from './textModel.ts';

/** Read a page's text and let the page run in between. Throws the reason of the slices' signal when it was aborted. */
export async function readInSlices(root: Element, slices: Slices): Promise<TextModel> {
  const model = new TextModelBuilder(root);
  while (isStepped(model)) if (slices.isOver()) await slices.next();
  return model;
}

function isStepped(model: TextModelBuilder): boolean {
  try {
    return model.step();
  } catch {
    return true; // a node that can't be read is passed over
  }
}
