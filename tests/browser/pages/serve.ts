import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { longPage } from './long.ts';
import { picture } from './picture.ts';
import { tidesPdf } from './pdf.ts';

/** The pages of this folder, by name. README.md says what is odd about each. */
export type PageName =
  | 'app'
  | 'article'
  | 'cjk'
  | 'docs'
  | 'drawn'
  | 'foreign-frame'
  | 'form'
  | 'forum'
  | 'frame'
  | 'inner'
  | 'keys'
  | 'late'
  | 'long'
  | 'media'
  | 'modal'
  | 'repeated'
  | 'restyled'
  | 'rows'
  | 'rtl'
  | 'shadow'
  | 'strict';

export interface ServedPages {
  /** On `localhost`, without a closing slash. */
  readonly origin: string;
  /** The same pages at another origin of another site. */
  readonly otherOrigin: string;
  readonly url: (name: PageName) => string;
  readonly close: () => Promise<void>;
}

const POLICIES: Readonly<Record<string, string>> = {
  strict:
    "default-src 'none'; style-src 'self'; frame-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
};

/** Serve the test pages on two free ports of this machine. */
export async function servePages(): Promise<ServedPages> {
  let otherOrigin = '';
  const answer = async (address: string): Promise<{ type: string; body: string | Uint8Array; policy?: string } | undefined> => {
    const [, name = ''] = /^\/([\w-]+)/.exec(address) ?? [];
    if (address.startsWith('/strict.css'))
      return { type: 'text/css', body: await readFile(path.join(import.meta.dirname, 'strict.css'), 'utf8') };
    if (address.startsWith('/tides.pdf')) return { type: 'application/pdf', body: tidesPdf() };
    if (address.startsWith('/picture.png')) return { type: 'image/png', body: picture() };
    if (name === 'long') return { type: 'text/html', body: longPage() };
    try {
      const html = await readFile(path.join(import.meta.dirname, `${name}.html`), 'utf8');
      const policy = POLICIES[name];
      return { type: 'text/html', body: html.replaceAll('{{otherOrigin}}', otherOrigin), ...(policy && { policy }) };
    } catch {
      return undefined;
    }
  };
  const serve = async (host: string): Promise<{ server: Server; origin: string }> => {
    const server = createServer((request, response) => {
      void answer(request.url ?? '/').then((page) => {
        if (!page) return response.writeHead(404, { 'cache-control': 'no-store' }).end('no such page');
        const headers = {
          'content-type': page.type === 'application/pdf' ? page.type : `${page.type}; charset=utf-8`,
          'cache-control': 'no-store',
          ...(page.policy && { 'content-security-policy': page.policy }),
        };
        return response.writeHead(200, headers).end(page.body);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // listens on a port, not on a pipe
    return { server, origin: `http://${host}:${port}` };
  };

  const own = await serve('localhost');
  const other = await serve('127.0.0.1');
  otherOrigin = other.origin;
  return {
    origin: own.origin,
    otherOrigin,
    url: (name) => `${own.origin}/${name}`,
    close: async () => {
      for (const { server } of [own, other]) {
        const closed = once(server, 'close');
        server.close();
        server.closeAllConnections();
        await closed;
      }
    },
  };
}
