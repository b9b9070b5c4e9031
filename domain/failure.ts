import * as v from 'valibot';

/**
 * What can go wrong, as a value. The words for a person (a sentence, and what to do next) are in
 * locales/, by code; `detail` fills them.
 */
export const FAILURE_CODES = [
  // reaching the background or the database
  'background-gone',
  'bad-message',
  'not-allowed',
  'database-blocked',
  'database-newer',
  'quota-exceeded',
  'database-failed',
  'not-found',
  // pages
  'page-closed-to-extensions',
  'page-did-not-answer',
  'page-not-shareable',
  'page-not-the-clips',
  'nothing-selected',
  'passage-not-there',
  // PDFs
  'pdf-not-allowed',
  'pdf-out-of-reach',
  'pdf-not-there',
  'pdf-too-large',
  'pdf-unreadable',
  'pdf-locked',
  'picture-not-allowed',
  'picture-too-large',
  // input
  'why-too-long',
  'question-too-long',
  'why-too-long-to-share',
  'quote-too-long-to-share',
  'name-missing',
  'searches-full',
  // servers
  'server-unreachable',
  'server-slow',
  'server-error',
  'server-not-whence',
  'server-busy',
  'address-not-a-server',
  'address-insecure',
  // communities
  'invite-not-a-link',
  'invite-wrong',
  'invite-used-up',
  'invite-expired',
  'not-a-member',
  'role-too-low',
  'post-gone',
  'already-joined',
  'refused',
  'mutation-conflict',
  'creation-key-wrong',
] as const;

export const Failure = v.object({
  code: v.picklist(FAILURE_CODES),
  detail: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
});
export type Failure = v.InferOutput<typeof Failure>;
export type FailureCode = Failure['code'];

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (code: FailureCode, detail?: Failure['detail']): { readonly ok: false; readonly error: Failure } => ({
  ok: false,
  error: detail ? { code, detail } : { code },
});
