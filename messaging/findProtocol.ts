import * as v from 'valibot';
import { call } from './call.ts';

/** To the background, about what is found. Part of messaging/protocol.ts. */
export const findCalls = {
  /** The stored search index can't be read: build it again from what is kept. */
  rebuildIndex: call()('own', v.undefined()),
} as const;
