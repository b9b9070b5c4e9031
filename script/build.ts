import { existsSync, rmSync } from 'node:fs';
import { inTurns, run } from './run.ts';

/**
 * `node script/build.ts [NAME…]`: build the extension into .output, all four ways or those that are
 * named. The test builds are granted all sites from the start (wxt.config.ts). Quiet unless one fails.
 */
const BUILDS: Readonly<Record<string, { readonly browser: string; readonly environment?: Readonly<Record<string, string>> }>> = {
  'chrome-mv3': { browser: 'chrome' },
  'firefox-mv3': { browser: 'firefox' },
  'chrome-mv3-test': { browser: 'chrome', environment: { WHENCE_TEST_BUILD: '1' } },
  'firefox-mv3-test': { browser: 'firefox', environment: { WHENCE_TEST_BUILD: '1' } },
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(BUILDS);
const builds = names.map((name) => {
  const build = BUILDS[name];
  if (!build) throw new Error(`no build is called ${name}; there are ${Object.keys(BUILDS).join(', ')}`);
  return { name, ...build };
});

// two builds write the same generated types, so these are there before
if (!existsSync('.wxt/tsconfig.json')) await run(['node_modules/.bin/wxt', 'prepare']);

await inTurns(builds, 2, async ({ name, browser, environment }) => {
  const { code, output, seconds } = await run(['node_modules/.bin/wxt', 'build', '-b', browser], environment);
  if (code === 0) return console.log(`built .output/${name} (${seconds.toFixed(1)} s)`);
  // what a failed build leaves behind must not be taken for a built one
  rmSync(`.output/${name}`, { recursive: true, force: true });
  console.error(`${output}\nfailed: .output/${name}`);
  process.exitCode = 1;
});
