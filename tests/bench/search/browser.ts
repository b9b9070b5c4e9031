import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { chromiumPath } from '../../../script/chromium.ts';
import { bundleAlone } from '../measure/bundle.ts';
import type { PeerPage } from './page/peers.ts';
import type { WhencePage } from './page/whence.ts';
import type { Prose } from './prose.ts';

/** Frames come as soon as they are asked for: how long is left until a screen's next one says nothing of us. */
const UNCLOCKED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
const FLAGS = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

interface Pages {
  readonly whence: WhencePage;
  readonly peers: PeerPage;
}

export interface SearchTab<P extends WhencePage | PeerPage> {
  /** Call our side in the page. */
  readonly call: <N extends keyof P>(
    name: N,
    ...input: P[N] extends (...input: infer I) => unknown ? I : never
  ) => Promise<P[N] extends (...input: never) => infer A ? Awaited<A> : never>;
  /** Bytes of objects and of array buffers that the page's scripts hold, after what nobody holds was collected. */
  readonly memory: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export interface SearchBrowser {
  /** A new tab, and nothing else open beside it. */
  readonly open: <N extends keyof Pages>(name: N, query?: string) => Promise<SearchTab<Pages[N]>>;
  readonly close: () => Promise<void>;
}

/** Chromium with an empty store. What one tab puts on the device is there for the next. */
export async function openSearchBrowser(prose: Prose): Promise<SearchBrowser> {
  const server = await serve(
    new Map([
      ['/nothing.js', ''],
      ['/prose.json', JSON.stringify(prose)],
      ['/whence.js', await bundleAlone('tests/bench/search/page/whence.ts', 'bench')],
      ['/peers.js', await bundleAlone('tests/bench/search/page/peers.ts', 'bench')],
    ]),
  );
  const { port } = server.address() as AddressInfo; // of a server that listens on a port
  // with a profile on the disk: what private windows store stays in memory, and is read in another way
  const profile = await mkdtemp(join(tmpdir(), 'whence-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: [...FLAGS, ...UNCLOCKED],
    // a popup's size
    viewport: { width: 400, height: 600 },
  });
  return {
    open: async (name, query) => {
      const page = await context.newPage();
      const address = `http://localhost:${port}`;
      // the browser's process for the page is there before the page, as an extension's is
      await page.goto(`${address}/?nothing`);
      const asked = query === undefined ? '' : `&query=${encodeURIComponent(query)}`;
      await page.goto(`${address}/?${name}${asked}`);
      return tabOf(page, await context.newCDPSession(page));
    },
    close: async () => {
      await context.close();
      server.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

const tabOf = <P extends WhencePage | PeerPage>(page: Page, session: CDPSession): SearchTab<P> => ({
  // as text in both directions: what the driver makes of large values is slow
  call: (name, ...input) =>
    page
      .evaluate<string>(
        `Promise.resolve(bench.page.${String(name)}(...${JSON.stringify(input)})).then((value) => JSON.stringify(value ?? null))`,
      )
      .then((output) => JSON.parse(output)),
  memory: async () => {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    // newer than the driver's list of what the answer holds
    const usage: { readonly usedSize: number; readonly backingStorageSize?: number } = await session.send('Runtime.getHeapUsage');
    if (usage.backingStorageSize === undefined) throw new Error('this Chromium does not say how large array buffers are');
    return usage.usedSize + usage.backingStorageSize;
  },
  close: () => page.close(),
});

async function serve(files: ReadonlyMap<string, string>): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const [script = ''] = searchParams.keys();
    const body =
      pathname === '/'
        ? `<!doctype html><meta charset="utf-8"><title>Search</title><body><script src="/${script}.js"></script>`
        : files.get(pathname);
    const type = pathname === '/' ? 'text/html' : pathname.endsWith('.js') ? 'text/javascript' : 'application/json';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'max-age=3600' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return server;
}
