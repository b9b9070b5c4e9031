import * as v from 'valibot';
import type { Standing } from './store/changes.ts';

/** Raised when what devices store of changes takes another form, so that they begin again. */
const SCHEMA = 1;

const Cursor = v.strictObject({
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  epoch: v.string(),
  acl: v.number(),
  schema: v.literal(SCHEMA),
});

/** Where a device stands, in a form that it only keeps and gives back. */
export const writeCursor = (seq: number, { epoch, aclVersion }: Standing): string =>
  Buffer.from(JSON.stringify({ seq, epoch, acl: aclVersion, schema: SCHEMA })).toString('base64url');

/**
 * The number after which a device needs the changes. Undefined when it has to begin again: the
 * cursor is no cursor, or another community's (epochs are random), or from before a restore, or
 * from when its member might read other things.
 */
export function readCursor(text: string, { epoch, aclVersion, seq }: Standing): number | undefined {
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
  const cursor = v.safeParse(Cursor, read);
  if (!cursor.success || cursor.output.epoch !== epoch || cursor.output.acl !== aclVersion || cursor.output.seq > seq) return undefined;
  return cursor.output.seq;
}
