import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the page says of mowing, as it was clipped and as it was changed since. */
export const RULES = {
  clipped:
    'Mow the meadow in the second half of June, after the orchids have set their seed, and carry the hay away within three days so that the soil stays poor.',
  changed:
    'Mow the meadow in the second half of July, after the orchids have set their seed, and carry the hay away within five days so that the soil stays poor.',
  perhaps: 'Mow the meadow late, once the orchids have finished, and take the hay away within a week so that the soil stays poor and open.',
  gone: 'The key to the shed hangs at the caretaker’s door.',
} as const;

export interface Meadow {
  /** The page, and one that links to it. */
  readonly page: string;
  readonly list: string;
  /** From its next load on, the page has this passage. */
  readonly rewrite: (rule: string) => void;
  readonly close: () => Promise<void>;
}

/** One line a paragraph: its middle is on its text. */
const STYLE = 'p { white-space: nowrap }';
const html = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><title>${title}</title><style>${STYLE}</style><main>${body}</main></html>`;

/** Serve a page that is rewritten while one is away. */
export async function serveMeadow(): Promise<Meadow> {
  let rule: string = RULES.clipped;
  const meadow = (): string =>
    html(
      'The school meadow',
      `<h1>The school meadow</h1>
       <p>The meadow behind the school has been mown twice a year for as long as anyone remembers.</p>
       <h2>When we mow</h2>
       <p id="rule">${rule}</p>
       <p id="thanks">Whoever helps gets apple juice from our own trees, and a place in the shade for the afternoon.</p>
       <h2>Who comes</h2>
       <p>Every class sends four pupils and one parent. Bring gloves.</p>`,
    );
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(request.url === '/list' ? html('Meadows nearby', '<a href="/meadow?key=secret">The school meadow</a>') : meadow());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listens on a port, not on a pipe
  const origin = `http://localhost:${port}`;
  return {
    page: `${origin}/meadow?key=secret`,
    list: `${origin}/list`,
    rewrite: (next) => (rule = next),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
