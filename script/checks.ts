import { stripVTControlCharacters } from 'node:util';
import { inTurns, run } from './run.ts';

const bin = (name: string): string => `node_modules/.bin/${name}`;

interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

/** Each stands by itself; those that take longest come first. */
const CHECKS: readonly Check[] = [
  { name: 'lint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'types', command: [bin('tsc'), '--noEmit', '-p', '.'] },
  { name: 'types of the server', command: [bin('tsc'), '--noEmit', '-p', 'community'] },
  { name: 'layers', command: ['node', 'script/checks/layers.ts'] },
  { name: 'unused code', command: [bin('knip'), '--no-progress'] },
  { name: 'Firefox package', command: ['node', 'script/checks/firefoxPackage.ts'] },
  { name: 'format', command: [bin('oxfmt'), '--check', '.'] },
  { name: 'licences', command: ['node', 'script/checks/licences.ts'] },
  { name: 'lock file', command: ['node', 'script/checks/lockFile.ts'] },
  { name: 'sizes', command: ['node', 'script/checks/sizes.ts'] },
];

export interface Checked {
  readonly passed: number;
  readonly failed: number;
}

/** Run every check, printing a line for each and, where one fails, what it said. Needs the released builds. */
export async function runChecks(): Promise<Checked> {
  let passed = 0;
  await inTurns(CHECKS, 2, async ({ name, command }) => {
    const { code, output, seconds } = await run(command);
    const time = `(${seconds.toFixed(1)} s)`;
    if (code === 0) {
      passed += 1;
      console.log(`pass  ${name} ${time}`);
    } else console.log(`FAIL  ${name} ${time}: ${command.join(' ')}\n${stripVTControlCharacters(output).replace(/^/gm, '      ')}`);
  });
  return { passed, failed: CHECKS.length - passed };
}
