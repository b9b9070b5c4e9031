import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
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

it('is the same for servers that start at once, and nothing else is left in the folder', async () => {
  const folder = await folderForTest();
  const keys = await Promise.all(Array.from({ length: 8 }, () => creationKeyIn(folder)));
  expect(new Set(keys).size).toBe(1);
  expect(await readdir(folder)).toEqual(['creation-key']);
});

it('is not made over a file that is empty or can not be read', async () => {
  const [empty, odd] = [await folderForTest(), await folderForTest()];
  await writeFile(join(empty, 'creation-key'), '\n');
  await mkdir(join(odd, 'creation-key'));
  await expect(creationKeyIn(empty)).rejects.toMatchObject({ message: expect.stringContaining('empty'), next: expect.any(String) });
  await expect(creationKeyIn(odd)).rejects.toMatchObject({ message: expect.stringContaining("can't be read"), next: expect.any(String) });
});
