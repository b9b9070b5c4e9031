import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newSecret } from './secrets.ts';

/** The key that opens `POST /communities`, kept in the data folder; made at the first start, readable by the server's user only. */
export async function creationKeyIn(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'creation-key');
  const kept = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (kept) return kept;
  const made = newSecret();
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  // whole or not at all: an empty key would let anyone in
  await writeFile(`${file}.tmp`, `${made}\n`, { mode: 0o600 });
  await rename(`${file}.tmp`, file);
  return made;
}
