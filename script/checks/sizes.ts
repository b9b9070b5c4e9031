import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * What the browser has to read, against script/sizes.json: gzip bytes for the script in every page,
 * and for each page of the extension all the scripts and styles that it loads at once.
 */
const BUILD = '.output/chrome-mv3';
const limits = JSON.parse(readFileSync('script/sizes.json', 'utf8')) as Readonly<Record<string, number>>; // our own file

const gzipped = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;

/** A built page's own scripts and styles, and what those import statically. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const named = file.endsWith('.html')
    ? [...text.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, name = '']) => path.join(BUILD, name))
    : [...text.matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g)].map(([, name = '']) => path.join(path.dirname(file), name));
  for (const name of named) loadedBy(name, seen);
  return seen;
}

let over = 0;
for (const [name, limit] of Object.entries(limits)) {
  const file = path.join(BUILD, name);
  if (!existsSync(file)) {
    console.error(`${name} was not built`);
    over += 1;
    continue;
  }
  const size = [...loadedBy(file)].reduce((sum, part) => sum + gzipped(part), 0);
  console.log(`${size > limit ? 'OVER ' : 'ok   '}${name}: ${size} of ${limit} bytes`);
  if (size > limit) over += 1;
}
const unlisted = globSync(['*.html', '*.js', 'content-scripts/*'], { cwd: BUILD }).filter((name) => !Object.hasOwn(limits, name));
for (const name of unlisted) console.error(`${name} has no limit in script/sizes.json`);
process.exitCode = over + unlisted.length > 0 ? 1 : 0;
