import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openChromium } from './chromium.ts';
import { startServer } from './communityServer.ts';
import { run } from './run.ts';

/**
 * `script/start [--headless] [--firefox] [--data DIR] [--port N]`: build, start the community server
 * with a demo community, and open a browser that has joined it. Everything is kept in DIR (.data), and
 * is there again the next time. Ctrl-C ends all of it.
 */
const { values } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    firefox: { type: 'boolean', default: false },
    data: { type: 'string', default: '.data' },
    // always the same, so that a community that was joined is found again
    port: { type: 'string', default: '8790' },
  },
});
const data = path.resolve(values.data);
const chromeBuild = path.resolve('.output/chrome-mv3');
const firefoxBuild = path.resolve('.output/firefox-mv3');
const endings: (() => Promise<unknown>)[] = [];

/** Open Chromium on the welcome page, a member of the demo community. */
async function showChromium(invite: string | undefined): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  const { context, id } = await openChromium({
    profile: path.join(data, 'profile'),
    extension: chromeBuild,
    headless: false,
    hasSandbox: !isRoot,
    endsBySignal: false,
  });
  let isEnding = false;
  endings.push(() => {
    isEnding = true;
    return context.close();
  });
  context.on('close', () => {
    if (!isEnding) console.log('The browser was closed. The server runs on until Ctrl-C.');
  });
  const welcome = `chrome-extension://${id}/welcome.html`;
  const page = context.pages().find((open) => open.url() === welcome) ?? context.pages()[0] ?? (await context.newPage());
  await page.goto(welcome);
  if (!invite) return;
  const message = { whence: 'joinCommunity', input: { link: invite, memberName: 'You' } };
  // `chrome` is the page's; the answer's shape is messaging/protocol.ts's word
  const answer = await page.evaluate<{ ok: boolean; error?: { code: string } } | undefined>(
    `chrome.runtime.sendMessage(${JSON.stringify(message)})`,
  );
  if (answer?.ok || answer?.error?.code === 'already-joined') return void (await page.reload());
  console.error(`The demo community could not be joined (${answer?.error?.code ?? 'no answer'}). Paste the invite above into Whence.`);
}

/** Firefox starts with the extension for this one time; joining is by hand. */
function showFirefox(): void {
  console.log('Paste the invite above into Whence to join the demo community.');
  const profile = path.join(data, 'firefox');
  mkdirSync(profile, { recursive: true });
  const firefox = process.env['WHENCE_FIREFOX'] ?? '/usr/bin/firefox-esr';
  const child = spawn(
    'node_modules/.bin/web-ext',
    [
      'run',
      '--source-dir',
      firefoxBuild,
      '--firefox',
      firefox,
      '--firefox-profile',
      profile,
      '--keep-profile-changes',
      '--no-config-discovery',
      '--no-reload',
      '--no-input',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const ended = once(child, 'exit');
  endings.push(async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
  });
}

/** Whether every user may enter a folder. As root the database runs as another user, which must get to its files. */
function isOpenToAll(folder: string): boolean {
  const parent = path.dirname(folder);
  return (statSync(folder).mode & 0o001) !== 0 && (parent === folder || isOpenToAll(parent));
}

function serverData(): string {
  mkdirSync(data, { recursive: true, mode: 0o755 });
  if (process.getuid?.() !== 0 || isOpenToAll(data)) return path.join(data, 'community');
  const elsewhere = '/var/lib/whence-demo';
  console.log(`The server's data is in ${elsewhere}: only root may enter ${data}.`);
  return elsewhere;
}

async function start(): Promise<void> {
  const built = await run([process.execPath, 'script/build.ts', 'chrome-mv3', 'firefox-mv3']);
  if (built.code !== 0) throw new Error(built.output);
  const server = await startServer({ data: serverData(), port: Number(values.port), args: ['--demo'] });
  endings.push(() => server.end());
  void server.ended.then(() => {
    if (!isStopping) console.error('The community server ended by itself.');
    return stop(1);
  });

  console.log(`Server        ${server.address}`);
  if (server.invite) console.log(`Invite        ${server.invite}`);
  console.log(`Creation key  ${server.creationKey}`);
  console.log(`Chromium      ${chromeBuild}`);
  console.log(`Firefox       ${firefoxBuild}`);

  const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  if (values.headless || !hasDisplay) {
    if (!values.headless) console.log('There is no display, so no browser opens.');
    console.log('Ready. Ctrl-C ends it.');
    return;
  }
  await (values.firefox ? showFirefox() : showChromium(server.invite));
  console.log(`
1. Select a sentence on any page and press Alt+Shift+Y: say why it matters, press Enter.
2. Open Whence from the toolbar: what you kept leads with your reason, and what the demo community shared is beside it.
3. Type a few letters of a reason into its search box; a slip of the finger does no harm.
4. Share a clip with the demo community: you see exactly what goes out before it does.
5. Ctrl-C ends everything; ${path.relative('', data) || data} keeps it for the next time.`);
}

let isStopping = false;
async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  for (const end of endings.toReversed()) await end().catch((error: unknown) => console.error(String(error)));
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}
