import { readFileSync } from 'node:fs';

/** Ends with 0 when node_modules holds what package-lock.json asks for, as npm itself noted after its last install. */
interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>>;
}
const read = (file: string): Lock['packages'] => (JSON.parse(readFileSync(file, 'utf8')) as Lock).packages;

try {
  const installed = read('node_modules/.package-lock.json');
  const isMissing = Object.entries(read('package-lock.json')).some(
    // '' is this repository, a path outside of node_modules one of its workspaces; an optional package may be another platform's
    ([place, { version, optional }]) =>
      place.includes('node_modules/') && !optional && (!installed[place] || installed[place].version !== version),
  );
  process.exitCode = isMissing ? 1 : 0;
} catch {
  process.exitCode = 1;
}
