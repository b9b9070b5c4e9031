import * as v from 'valibot';
import { Source, type Capture } from '../domain/clip.ts';
import { Id } from '../domain/id.ts';
import { KEPT } from '../domain/limits.ts';
import { call } from './call.ts';

/** To the background, about pages whose words Whence can't read. Part of messaging/protocol.ts. */
export const unreadCalls = {
  /** Begin a draft of such a page, of which the browser tells no more than this. Another id is that of a draft begun before. */
  beginNote: call<{ readonly id: string }>()('own', v.object({ id: Id, source: Source })),
  /** What the person copied from the page becomes the draft's quote. */
  quoteDraft: call<Capture>()(
    'surface',
    v.object({ id: Id, quote: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(KEPT.quote)) }),
  ),
  /** Let the person choose a region of the sender's page, in the place of words. */
  regionInstead: call()('surface', v.undefined()),
  /** The page leaves the composer in its frame no peace: go on in a window. */
  continueInWindow: call()('surface', v.object({ id: Id })),
} as const;
