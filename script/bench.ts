import { globSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Benchmark, Goal, Result } from '../tests/bench/measure/benchmark.ts';
import { run } from './run.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false }, pages: { type: 'string' } },
});
const files = new Map(globSync('tests/bench/*.ts').map((file) => [path.basename(file, '.ts'), file]));
const names = positionals.length > 0 ? positionals : [...files.keys()].toSorted();
// what a benchmark says while it works is not a figure
console.log = console.error;
const print = (text: string): unknown => process.stdout.write(`${text}\n`);

async function load(name: string): Promise<Benchmark> {
  const file = files.get(name);
  if (!file) throw new Error(`no benchmark is called ${name}; there are ${[...files.keys()].join(', ') || 'none'}`);
  return (await import(path.resolve(file))) as Benchmark; // what a file of tests/bench promises
}

const rounded = (value: number): string => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3));

function row({ metric, value, unit, repetitions, spread }: Result, goal: Goal | undefined): string[] {
  const isMet = !goal || ('atMost' in goal ? value <= goal.atMost : value >= goal.atLeast);
  return [
    metric,
    `${rounded(value)} ${unit}`,
    goal ? ('atMost' in goal ? `≤ ${goal.atMost.toLocaleString('en')}` : `≥ ${goal.atLeast.toLocaleString('en')}`) : '',
    goal ? (isMet ? 'ok' : 'over') : '',
    `${repetitions} ×${spread ? `, ${rounded(spread[0])} to ${rounded(spread[1])}` : ''}`,
  ];
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

for (const name of names) {
  try {
    const { builds = [], goals, run: measure } = await load(name);
    if (builds.length > 0) {
      const built = await run([process.execPath, 'script/build.ts', ...builds]);
      if (built.code !== 0) throw new Error(built.output);
    }
    const results = await measure({ isQuick: values.quick, pages: values.pages });
    if (values.json) print(JSON.stringify({ bench: name, results: results.map(({ metric, value, unit }) => ({ metric, value, unit })) }));
    else print(`${name}\n${table(results.map((result) => row(result, goals[result.metric])))}\n`);
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
// what a benchmark left open must not keep the runner
process.exit();
