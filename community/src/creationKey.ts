import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from './cannotStart.ts';
import { newSecret } from './secrets.ts';

const hasCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;

/** The key in a file; undefined where there is no such file. Another one is never made over a file that is only hard to read. */
async function readKey(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new CannotStart(`The creation key can't be read: ${String(error)}`, "Let the server's user read that file.");
  });
  if (text === undefined) return undefined;
  const key = text.trim();
  // an empty key would let anyone in
  if (key === '')
    throw new CannotStart(`The file ${file} is empty.`, 'Write the creation key into it, or remove it to have a new one made.');
  return key;
}

/**
 * The key that opens `POST /communities`, kept in the data folder; made at the first start, readable
 * by the server's user only. Servers that start at once answer the same key. Throws CannotStart.
 */
export async function creationKeyIn(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'creation-key');
  const kept = await readKey(file);
  if (kept !== undefined) return kept;
  const made = newSecret();
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const whole = `${file}.${crypto.randomUUID()}.tmp`;
  await writeFile(whole, `${made}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // whole or not at all, and never over another server's
    await link(whole, file);
    return made;
  } catch (error) {
    const theirs = hasCode(error, 'EEXIST') ? await readKey(file) : undefined;
    if (theirs === undefined) throw error;
    return theirs;
  } finally {
    await rm(whole, { force: true });
  }
}
