import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder in which a server may keep its data. */
export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'community-test-'));

/** The same, gone when the test has ended. */
export async function folderForTest(): Promise<string> {
  const folder = await newFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
