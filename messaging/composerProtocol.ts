import * as v from 'valibot';
import { Id } from '../domain/id.ts';
import { call } from './call.ts';

/** From the background to every composer that is open. */
export const composerCalls = {
  /** A draft got something from its page: a passage, a picture. */
  draftChanged: call()('own', v.object({ id: Id })),
} as const;
