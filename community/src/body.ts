import * as v from 'valibot';
import { fail, ok, type Result } from '../../domain/failure.ts';

/** Requests are at most this many bytes long. */
export const LONGEST_BODY = 1_048_576;

/** What PostgreSQL can't store in a text: the zero character, and halves of surrogate pairs. JSON can only write them escaped. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;
const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value;

/** Parse a request's text with a schema. Never throws; unstorable characters become U+FFFD, as in HTML. */
export function parseBody<T>(schema: v.GenericSchema<unknown, T>, text: string): Result<T> {
  let read: unknown;
  try {
    read = UNSTORABLE.test(text) ? JSON.parse(text, storable) : JSON.parse(text);
  } catch {
    return fail('bad-message', { status: 400, sentence: 'The request is not JSON.' });
  }
  return parseWith(schema, read);
}

/** Parse a value that came from outside. What is wrong is told by its place, never by quoting the value. */
export function parseWith<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Result<T> {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue) ?? 'the request';
  return fail('bad-message', { sentence: `In ${place}: ${issue.expected ?? issue.type} is needed.`.slice(0, 300) });
}
