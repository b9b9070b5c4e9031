import * as v from 'valibot';
import { Address, Passage } from '../domain/clip.ts';
import { Id } from '../domain/id.ts';
import { KEPT } from '../domain/limits.ts';
import { call } from './call.ts';

const nothing = v.undefined();
const size = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100_000));

/** A rectangle of the window, in CSS pixels from its top left corner. */
export const Box = v.object({ x: size, y: size, width: size, height: size });
export type Box = v.InferOutput<typeof Box>;
/** A rectangle, and the window's own size in the same pixels, from which the picture's scale follows. */
export const View = v.object({ box: Box, width: size, height: size });
export type View = v.InferOutput<typeof View>;

/** Pictures come larger than they are kept: the background makes them smaller. As base64, four characters for three bytes. */
const LONGEST_PICTURE = Math.ceil((2 * KEPT.picture * 4) / 3);
/** The nth further passage, with its words: asked again, or from a composer that shows what was, it is not the one after it. */
const passageOf = v.object({
  id: Id,
  index: v.pipe(v.number(), v.integer(), v.minValue(0)),
  quote: v.pipe(v.string(), v.maxLength(KEPT.quote)),
});

/** To the background, about what is kept beside a clip's words. Part of messaging/protocol.ts. */
export const mediaCalls = {
  /** Put what reads images, links, moments and regions into the sender's page. */
  loadMediaTools: call()('page', nothing),
  /** Keep a picture for the draft that comes under this id. */
  keepPicture: call()(
    'page',
    v.object({
      id: Id,
      type: v.pipe(v.string(), v.regex(/^image\/[\w.+-]+$/), v.maxLength(100)),
      base64: v.pipe(v.string(), v.maxLength(LONGEST_PICTURE)),
    }),
  ),
  /** Keep a part of what the sender's tab shows at this moment, as above. */
  photograph: call()('page', v.object({ id: Id, view: View })),
  /** The image that the person chose under this id can't be read in its page: the background may. */
  fetchPicture: call()('page', v.object({ id: Id })),
  /** Add a passage of the page at `address` to the draft that is being composed. `separate`: it is to be a clip of its own. */
  addPassage: call<'added' | 'separate'>()('page', v.object({ id: Id, address: Address, passage: Passage })),

  /** Take a further passage out of a draft; one that is no longer there is out. */
  removePassage: call()('surface', passageOf),
  /** As above, and compose it as a clip of its own. */
  separatePassage: call()('surface', passageOf),

  /** What the page in front has beside its text. */
  pageOffers: call<{ readonly video: boolean }>()('own', nothing),
} as const;
