import path from 'node:path';
import { run } from '../run.ts';

/**
 * Who may import whom, in the folder that this is started in. Fails, too, when the tool read nothing:
 * one that can't parse TypeScript finds no modules, and so no violations.
 */
const ROOT = path.resolve(import.meta.dirname, '../..');
const { output } = await run([
  path.join(ROOT, 'node_modules/.bin/depcruise'),
  '--config',
  path.join(ROOT, '.dependency-cruiser.cjs'),
  '--output-type',
  'json',
  '.',
]);

interface Report {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
      readonly comment?: string;
    }[];
  };
}

try {
  const { summary } = JSON.parse(output) as Report; // the tool's documented output
  for (const { rule, from, to, comment } of summary.violations)
    console.error(`${rule.name}: ${from} → ${to}${comment ? ` (${comment})` : ''}`);
  if (summary.totalCruised === 0) console.error('no module was found');
  console.log(`${summary.totalCruised} modules`);
  process.exitCode = summary.violations.length > 0 || summary.totalCruised === 0 ? 1 : 0;
} catch {
  console.error(output);
  process.exitCode = 1;
}
