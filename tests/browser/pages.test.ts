import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { servePages, type PageName, type ServedPages } from './pages/serve.ts';

const FOLDER = path.resolve('tests/browser/pages');
// every file is a page, and `long` is generated; PageName says the same to the type checker
const names = [
  'long',
  ...readdirSync(FOLDER)
    .filter((file) => file.endsWith('.html'))
    .map((file) => path.basename(file, '.html')),
] as PageName[];

let pages: ServedPages;
beforeAll(async () => {
  pages = await servePages();
});
afterAll(() => pages.close());

it.each(names)('%s is served as it is today, and told of in the table', async (name) => {
  const response = await fetch(pages.url(name));
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).toMatch(/^<!doctype html>/);
  const table = readFileSync(path.join(FOLDER, 'README.md'), 'utf8');
  expect(table).toMatch(new RegExp(`^\\|[^|]*\\b${name}\\b`, 'm'));
});
it('forbids scripts, frames and inline styles on the strict page', async () => {
  const { headers } = await fetch(pages.url('strict'));
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
});
it('is one site in two places', async () => {
  expect(pages.otherOrigin).not.toBe(pages.origin);
  expect(await (await fetch(pages.url('foreign-frame'))).text()).toContain(`src="${pages.otherOrigin}/inner"`);
});
it('generates a million characters, the same each time', async () => {
  const [one, other] = await Promise.all([1, 2].map(async () => (await fetch(pages.url('long'))).text()));
  expect(one?.length).toBeGreaterThan(1_000_000);
  expect(other).toBe(one);
});
