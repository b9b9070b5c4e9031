import type { Failure } from '../domain/failure.ts';

/** What just happened, and the way back. */
export type Message = { readonly failure: Failure } | { readonly text: string; readonly undo: () => void };
