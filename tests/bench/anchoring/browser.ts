import { chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../../../script/chromium.ts';
import { bundleAlone } from '../measure/bundle.ts';
import type { BenchPage } from './page/bench.ts';

const FLAGS = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const ADDRESS = 'http://page.bench.example/';
/** No script of the page's own runs, and nothing is fetched. Styles are, since they say what is shown. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export interface BenchBrowser {
  /** A tab for each version of a page. */
  readonly earlier: BenchTab;
  readonly later: BenchTab;
  readonly close: () => Promise<void>;
}

export interface BenchTab {
  /** Load a page, with our scripts in it, in the place of the last one. */
  readonly load: (html: string | Buffer) => Promise<ShownPage>;
  /** The same, but where the last one is this one, it stays. */
  readonly show: (html: string | Buffer) => Promise<ShownPage>;
}

type Answer<N extends keyof BenchPage> = Awaited<ReturnType<BenchPage[N]>>;

export interface ShownPage {
  /** Call our side in the page. */
  readonly call: <N extends keyof BenchPage>(name: N, ...input: Parameters<BenchPage[N]>) => Promise<Answer<N>>;
  /** Bytes that the page's scripts hold, after what nobody holds was collected. */
  readonly heapSize: () => Promise<number>;
}

export async function openBenchBrowser(): Promise<BenchBrowser> {
  // the contract file alone, then our side of the benchmark
  const scripts = [await bundleAlone('anchoring/index.ts', 'anchoring'), await bundleAlone('tests/bench/anchoring/page/bench.ts', 'bench')];
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  const context = await browser.newContext();
  const [earlier, later] = [await openTab(await context.newPage(), scripts), await openTab(await context.newPage(), scripts)];
  return { earlier, later, close: () => browser.close() };
}

async function openTab(page: Page, scripts: readonly string[]): Promise<BenchTab> {
  let body: string | Buffer = '';
  let shown: ShownPage | undefined;
  await page.route('**/*', (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ body, contentType: contentTypeOf(body), headers: { 'content-security-policy': POLICY } })
      : route.abort(),
  );
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const load: BenchTab['load'] = async (html) => {
    body = html;
    // what a real page lets the browser wait for is not waited for
    await page.goto(ADDRESS, { waitUntil: 'domcontentloaded' });
    for (const script of scripts) await page.evaluate(script);
    const loaded: ShownPage = {
      // as text in both directions: what the driver makes of large values is slow
      call: <N extends keyof BenchPage>(name: N, ...input: Parameters<BenchPage[N]>) =>
        page
          .evaluate<string>(`Promise.resolve(bench.page[${JSON.stringify(name)}](...${JSON.stringify(input)})).then(JSON.stringify)`)
          .then<Answer<N>>((output) => JSON.parse(output)),
      heapSize: async () => {
        await session.send('HeapProfiler.collectGarbage');
        const { metrics } = await session.send('Performance.getMetrics');
        return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
      },
    };
    shown = loaded;
    return loaded;
  };
  return { load, show: async (html) => (shown && html === body ? shown : load(html)) };
}

/** A saved page is UTF-8 if it can be; otherwise it says itself what it is. */
function contentTypeOf(html: string | Buffer): string {
  if (typeof html === 'string') return 'text/html; charset=utf-8';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(html);
    return 'text/html; charset=utf-8';
  } catch {
    return 'text/html';
  }
}
