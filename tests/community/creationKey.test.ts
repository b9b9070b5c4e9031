import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { creationKeyIn } from '../../community/src/creationKey.ts';
import { folderForTest } from './support/folder.ts';

it('the creation key is made once, for the eyes of the server alone', async () => {
  const folder = join(await folderForTest(), 'new');
  const key = await creationKeyIn(folder);
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(await creationKeyIn(folder)).toBe(key);
  expect((await stat(join(folder, 'creation-key'))).mode & 0o777).toBe(0o600);
});

it('an empty file is no creation key', async () => {
  const folder = await folderForTest();
  await writeFile(join(folder, 'creation-key'), '\n');
  const key = await creationKeyIn(folder);
  expect(key).toHaveLength(43);
  expect((await readFile(join(folder, 'creation-key'), 'utf8')).trim()).toBe(key);
});
