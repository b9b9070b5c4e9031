import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runChecks } from './checks.ts';

/**
 * `script/test [PATTERN…]`: builds, checks and tests; with a pattern only the tests whose path
 * contains it, and the builds that these need. The last line is `N passed, N failed`.
 */
const REPORT = 'test-results/vitest.json';

/** What is read of Vitest's JSON report. */
interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly name: string; readonly assertionResults: readonly unknown[] }[];
}

async function shown(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env: process.env });
  const [code] = (await once(child, 'exit')) as [number | null]; // the event's documented arguments
  return code ?? 1;
}

async function runTests(patterns: readonly string[]): Promise<{ passed: number; failed: number }> {
  mkdirSync('test-results', { recursive: true });
  rmSync(REPORT, { force: true });
  const code = await shown('node_modules/.bin/vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${REPORT}`,
    ...patterns,
  ]);
  if (!existsSync(REPORT)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  // a file that could not be loaded has no tests to count
  const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  const failed = report.numFailedTests + broken;
  // an error outside of any test, no tests at all, a crash at the end: told by the exit code only
  const hasFailedOtherwise = failed === 0 && (code !== 0 || report.numPassedTests === 0);
  return { passed: report.numPassedTests, failed: hasFailedOtherwise ? 1 : failed };
}

const begin = performance.now();
const patterns = process.argv.slice(2);
let passed = 0;
let failed = 0;
const count = (counted: { readonly passed: number; readonly failed: number }): void => {
  passed += counted.passed;
  failed += counted.failed;
};

if (patterns.length === 0) {
  const isBuilt = (await shown('node', ['script/build.ts'])) === 0;
  count({ passed: isBuilt ? 1 : 0, failed: isBuilt ? 0 : 1 });
  count(await runChecks());
} else if (globSync('tests/browser/**/*.test.ts').some((file) => patterns.some((pattern) => file.includes(pattern)))) {
  const isBuilt = (await shown('node', ['script/build.ts', 'chrome-mv3-test', 'firefox-mv3-test'])) === 0;
  if (!isBuilt) count({ passed: 0, failed: 1 });
}
count(await runTests(patterns));

console.log(`total ${((performance.now() - begin) / 1_000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
