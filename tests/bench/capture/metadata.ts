import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { describeSource as DescribeSource } from '../../../capture/source.ts';
import type { Source } from '../../../domain/clip.ts';
import { chromiumPath } from '../../../script/chromium.ts';
import type { Result } from '../measure/benchmark.ts';
import { bundleAlone } from '../measure/bundle.ts';
import { FIELDS, isSame, type Field, type MetadataRecord } from './comparedMetadata.ts';

declare global {
  /** The bundled capture/source.ts, in the page. */
  var capture: { readonly describeSource: typeof DescribeSource };
}

interface Case {
  readonly name: string;
  readonly html: string;
  readonly address: string;
  readonly expected: MetadataRecord;
}
interface Answer {
  readonly case: string;
  readonly field: Field;
  readonly found: string | null;
  readonly expected: string | null;
  readonly isRight: boolean;
}

const FIXTURES = path.join(import.meta.dirname, '../../fixtures/metadata');
const read = (file: string): string => readFileSync(file, 'utf8');

const recordOf = (source: Source): MetadataRecord => ({
  ...Object.fromEntries(FIELDS.map((field) => [field, null])),
  ...Object.fromEntries(
    Object.entries(source).filter(([name, value]) => FIELDS.some((field) => field === name) && typeof value === 'string'),
  ),
  // a page without a title goes by its address
  title: source.title === source.address ? null : source.title,
  doi: source.citation?.doi ?? null,
  container: source.citation?.container ?? null,
});

/** The project's own pages, each with all that it states. */
const ownCases = (): readonly Case[] =>
  globSync('*.html', { cwd: FIXTURES })
    .toSorted()
    .map((file) => {
      const expected = JSON.parse(read(path.join(FIXTURES, file.replace(/html$/, 'json')))) as Source; // our own file, and a test says so
      return {
        name: path.basename(file, '.html'),
        html: read(path.join(FIXTURES, file)),
        address: expected.address,
        expected: recordOf(expected),
      };
    });

/** Pages of a folder outside: `<name>/before.html` with `metadata.json`, in Readability's words. */
const casesIn = (folder: string): readonly Case[] =>
  globSync('*/metadata.json', { cwd: folder })
    .filter((file) => existsSync(path.join(folder, path.dirname(file), 'before.html')))
    .toSorted()
    .map((file) => {
      const name = path.dirname(file);
      const stated = JSON.parse(read(path.join(folder, file))) as Readonly<Record<string, string | null>>; // as the folder promises
      const words = { title: 'title', author: 'byline', site: 'siteName', language: 'lang', published: 'publishedTime' };
      const expected = Object.entries(words).flatMap(([field, word]) =>
        stated[word] === undefined ? [] : [[field, stated[word] || null]],
      );
      return {
        name,
        html: read(path.join(folder, name, 'before.html')),
        address: `https://${name}.example/`,
        expected: Object.fromEntries(expected) as MetadataRecord,
      };
    });

/** What describeSource answers of each page, opened in Chromium at its address without a network and without its scripts. */
async function answersOf(cases: readonly Case[]): Promise<readonly Answer[]> {
  const script = await bundleAlone('capture/source.ts', 'capture');
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
  try {
    const answers: Answer[] = [];
    const page = await browser.newPage();
    for (const { name, html, address, expected } of cases) {
      await page.unrouteAll();
      await page.route('**', (route) =>
        route.request().isNavigationRequest() && route.request().url() === address.replace(/#.*/, '')
          ? route.fulfill({
              body: html.replace(/<meta[^>]+http-equiv=["']?refresh[^>]*>/gi, ''),
              contentType: 'text/html; charset=utf-8',
              // scripts stay as data, and noscript as text, which is how a page with scripts is read
              headers: { 'content-security-policy': "script-src 'none'; frame-src 'none'" },
            })
          : route.abort(),
      );
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      const source = await page.evaluate(`(() => { ${script}; return capture.describeSource(document, location.href); })()`);
      const found = recordOf(source as Source); // what describeSource answers
      for (const field of FIELDS) {
        const [is, should] = [found[field] ?? null, expected[field]];
        if (should === undefined || (is === null && should === null)) continue;
        answers.push({
          case: name,
          field,
          found: is,
          expected: should,
          isRight: is !== null && should !== null && isSame(field, is, should, expected.site),
        });
      }
    }
    return answers;
  } finally {
    await browser.close();
  }
}

/**
 * Field by field: of what was found the share that is right, and of what a person would say the share that
 * was found. Of `folder`, or of the project's own pages. WHENCE_BENCH_CASES names a file for the answers that differ.
 */
export async function metadataResults(folder?: string): Promise<readonly Result[]> {
  const answers = await answersOf(folder === undefined ? ownCases() : casesIn(folder));
  const report = process.env['WHENCE_BENCH_CASES'];
  if (report) {
    const differing = answers.filter(({ isRight }) => !isRight);
    writeFileSync(report, differing.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
  }
  const prefix = folder === undefined ? 'metadata' : 'pages';
  return FIELDS.flatMap((field) => {
    const of = answers.filter((answer) => answer.field === field);
    const right = of.filter(({ isRight }) => isRight).length;
    const [found, expected] = [of.filter((answer) => answer.found !== null).length, of.filter((answer) => answer.expected !== null).length];
    return [
      ...(found > 0 ? [{ metric: `${prefix}.${field}.precision`, value: right / found, unit: 'share' as const, repetitions: found }] : []),
      ...(expected > 0
        ? [{ metric: `${prefix}.${field}.recall`, value: right / expected, unit: 'share' as const, repetitions: expected }]
        : []),
    ];
  });
}
