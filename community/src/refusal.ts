import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Failure, FailureCode } from '../../domain/failure.ts';
import type { ServerError } from '../../domain/wire.ts';

interface Words {
  readonly status: ContentfulStatusCode;
  readonly sentence: string;
  readonly next: string;
}

/** What each failure that this server answers with means to a person, and as an HTTP status. */
const WORDS = {
  'bad-message': {
    status: 422,
    sentence: 'The server does not understand this request.',
    next: 'Compare it with /openapi.json; an older extension or server may need an update.',
  },
  'not-found': {
    status: 404,
    sentence: 'There is nothing at this address.',
    next: 'The addresses that exist are listed at /openapi.json.',
  },
  'creation-key-wrong': {
    status: 401,
    sentence: 'This is not the creation key of this server.',
    next: 'Ask whoever runs the server: the key stands in its data folder, in the file creation-key.',
  },
  'not-a-member': {
    status: 401,
    sentence: 'This device is not a member of this community, or no longer.',
    next: 'Join again with an invite link.',
  },
  'role-too-low': { status: 403, sentence: 'Your role in this community does not allow this.', next: 'Ask a moderator or a leader.' },
  'invite-wrong': {
    status: 404,
    sentence: 'This invite opens nothing here.',
    next: 'Check that the link was copied whole, or ask for a new one.',
  },
  'invite-used-up': { status: 410, sentence: 'This invite has been used as often as it may be.', next: 'Ask for a new invite.' },
  'invite-expired': { status: 410, sentence: 'This invite has expired.', next: 'Ask for a new invite.' },
  'post-gone': { status: 410, sentence: 'This post is not there, or no longer.', next: 'Look at the feed as it is now.' },
  'mutation-conflict': { status: 422, sentence: 'Something else was already sent under this id.', next: 'Send it again under a new id.' },
  refused: { status: 409, sentence: 'This id is taken, or does not fit what is there.', next: 'Try again with a new id.' },
  'server-error': {
    status: 500,
    sentence: 'Something went wrong in the server.',
    next: 'Try again later; nothing that was acknowledged is lost.',
  },
} as const satisfies Partial<Record<FailureCode, Words>>;

type ServerCode = keyof typeof WORDS;

const isServerCode = (code: FailureCode): code is ServerCode => Object.hasOwn(WORDS, code);

/** The words and status for a code. A code that has none here is this server's fault. */
export const wordsFor = (code: FailureCode): Words => WORDS[isServerCode(code) ? code : 'server-error'];

/** A failure as an answer. Its detail may say more exactly what is wrong: `sentence`, `next` and `status`. */
export function refuse({ code, detail }: Failure): Response {
  const words = wordsFor(code);
  const said = (part: 'sentence' | 'next'): string => (typeof detail?.[part] === 'string' ? detail[part] : words[part]);
  const body: ServerError = { error: { code, sentence: said('sentence'), next: said('next') } };
  return Response.json(body, { status: typeof detail?.['status'] === 'number' ? detail['status'] : words.status });
}
