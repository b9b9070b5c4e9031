import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { Clip } from '../domain/clip.ts';
import { putRows } from '../tests/bench/data/library.ts';
import { launchChromium, type Chromium } from '../tests/browser/drivers/chromium.ts';
import { openComposer } from '../tests/browser/drivers/composer.ts';
import { startCommunity } from '../tests/browser/drivers/server.ts';
import type { Surface } from '../tests/browser/drivers/surface.ts';
import { until } from '../tests/browser/drivers/waiting.ts';
import { servePages, type PageName, type ServedPages } from '../tests/browser/pages/serve.ts';
import { run } from './run.ts';

/**
 * `node script/screenshots.ts`: build, and take the pictures in docs/images from the surfaces as they are,
 * each on a light and on a dark desktop. The pages are those of tests/browser/pages, the community is the demo.
 */
const FOLDER = path.resolve('docs/images');
const SCHEMES = ['light', 'dark'] as const;
/** A picture that takes longer to load than this doesn't belong on a first page. */
const LARGEST = 150_000;
/** Nothing in a picture is half-way between two states. */
const STILL = ['--force-prefers-reduced-motion'];
/** A screen with nearly two pixels to each of CSS, and room for the whole popup. */
const FINE = '--screen-info={3200x2400 devicePixelRatio=1.75}';
const HOUR = 3_600_000;

interface Kept {
  readonly page: PageName;
  readonly element: string;
  readonly why: string;
  readonly decision: string;
  readonly stance: 'Informs' | 'Supports' | 'Opposes';
  readonly tags: string;
  readonly hoursAgo: number;
}

const KEPT: readonly Kept[] = [
  {
    page: 'forum',
    element: '#advice',
    why: 'Because a learner’s mistake must be undone with a kettle, not with a saw. Ends our epoxy debate.',
    decision: 'Which glue do learners start with?',
    stance: 'Supports',
    tags: 'repair café, glue',
    hoursAgo: 198,
  },
  {
    page: 'docs',
    element: '#rule',
    why: 'We sized the first two barrels by guess. This is a rule we can defend, once we have measured the shed roof.',
    decision: 'How large should the next barrel be?',
    stance: 'Informs',
    tags: 'water, barrels',
    hoursAgo: 51,
  },
  {
    page: 'article',
    element: '#ticks',
    why: 'What we give up by not mowing. Whoever comes new must hear this before the first picnic.',
    decision: 'Do we stop mowing under the trees?',
    stance: 'Opposes',
    tags: 'meadow, safety',
    hoursAgo: 4,
  },
  {
    page: 'article',
    element: '#bees-text',
    why: 'The only count we have, measured on four mornings: three times the bees where nobody mows.',
    decision: 'Do we stop mowing under the trees?',
    stance: 'Supports',
    tags: 'meadow, bees',
    hoursAgo: 2,
  },
];

/** What can be looked at in either colour scheme: a tab, or a surface beside the tabs. */
interface Scene {
  readonly call: (method: string, params: object) => Promise<unknown>;
  readonly setScheme: (scheme: (typeof SCHEMES)[number]) => Promise<void>;
}

const inSurface = (surface: Surface): Scene => ({ call: surface.call, setScheme: surface.setColorScheme });

async function inTab(page: Page): Promise<Scene> {
  const session = await page.context().newCDPSession(page);
  const send = session.send as unknown as Scene['call']; // any method of the protocol, by its name
  return { call: send.bind(session), setScheme: (colorScheme) => page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }) };
}

/** CSS pixels, and how many pixels of the picture make one of them. */
interface Size {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** Without a size it is taken as large as it is: the popup can't be given another. */
async function take(name: string, { call, setScheme }: Scene, size?: Size): Promise<void> {
  if (size) {
    const { scale: deviceScaleFactor, ...box } = size;
    await call('Emulation.setDeviceMetricsOverride', { ...box, deviceScaleFactor, mobile: false });
  }
  for (const scheme of SCHEMES) {
    await setScheme(scheme);
    const painted = '(async () => { for (const _ of [1, 2, 3]) await new Promise(requestAnimationFrame); })()';
    await call('Runtime.evaluate', { expression: painted, awaitPromise: true });
    const { data } = (await call('Page.captureScreenshot', { format: 'png', optimizeForSpeed: false })) as { data: string };
    const file = path.join(FOLDER, `${name}-${scheme}.png`);
    writeFileSync(file, Buffer.from(data, 'base64'));
    const bytes = statSync(file).size;
    console.log(`${path.relative('', file)}: ${Math.round(bytes / 1_000)} kB`);
    if (bytes > LARGEST) throw new Error(`${file} is larger than ${LARGEST / 1_000} kB`);
  }
  await setScheme('light');
}

async function fill(composer: Frame, { why, decision, stance, tags }: Omit<Kept, 'page' | 'element' | 'hoursAgo'>): Promise<void> {
  await composer.getByLabel('Decision', { exact: true }).fill(decision);
  // going on closes the list of questions, which stands above the stances and moves them when it goes
  await composer.getByLabel('Tags').fill(tags);
  await composer.locator('.stance', { hasText: stance }).click();
  await composer.locator('textarea').first().fill(why);
  await composer.locator('textarea').first().focus();
}

/** Keep the clips as a person does, then date them back. */
async function keepClips(chromium: Chromium, pages: ServedPages): Promise<readonly Clip[]> {
  for (const kept of KEPT) {
    const page = await chromium.newPage(pages.url(kept.page));
    const composer = await openComposer(chromium, page, kept.element);
    await fill(composer, kept);
    await composer.locator('textarea').first().press('Enter');
    await composer.getByText('Kept on this device').waitFor();
    await page.close();
  }
  const clips = await chromium.readTable<Clip>('clips');
  const dated = clips.map((clip) => {
    const hoursAgo = KEPT.find(({ why }) => why === clip.why)?.hoursAgo ?? 0;
    return { ...clip, createdAt: clip.createdAt - hoursAgo * HOUR };
  });
  await putRows(chromium, { clips: dated, decisions: [] });
  return dated;
}

/** The first thing that one sees: nothing kept, no site opened to Whence. */
async function takeWelcome(): Promise<void> {
  const chromium = await launchChromium({ build: 'chrome-mv3', args: STILL });
  const page = await chromium.newPage(chromium.url('welcome.html'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await take('welcome', await inTab(page), { width: 720, height: 860, scale: 1 });
  await chromium.close();
}

async function takeOthers(chromium: Chromium, pages: ServedPages, invite: string): Promise<void> {
  // it comes to the front by itself once Whence is installed
  await until('the welcome page', () => chromium.context.pages().some((page) => page.url() === chromium.url('welcome.html')));
  const clips = await keepClips(chromium, pages);
  const joined = await chromium.ask('joinCommunity', { link: invite, memberName: 'Noor Haddad' });
  if (!joined.ok) throw new Error(`the demo community was not joined: ${joined.error.code}`);
  await until('its posts are here', async () => (await chromium.readTable('posts')).length > 10);

  const article = await chromium.newPage(pages.url('article'));
  const panel = await chromium.openPanel();
  await panel.waitFor(`document.querySelectorAll('.card').length === 2`);
  await take('sidepanel', inSurface(panel), { width: 400, height: 760, scale: 1.5 });
  await take('sidepanel-narrow', inSurface(panel), { width: 320, height: 760, scale: 1.5 });
  await panel.close();

  await chromium.clickAction(article);
  const popup = await chromium.attach('popup.html');
  await popup.waitFor(`document.querySelector('.card') !== null`);
  await popup.type('measur');
  await popup.waitFor(`document.querySelectorAll('.card-why mark').length > 1`);
  await take('popup', inSurface(popup));
  await popup.close();

  await article.setViewportSize({ width: 960, height: 560 });
  const composer = await openComposer(chromium, article, '#quote');
  await fill(composer, {
    why: 'The sentence for the sign at the gate: it says what a meadow asks of us, and what it doesn’t.',
    decision: 'What does the sign at the gate say?',
    stance: 'Informs',
    tags: 'meadow, newcomers',
  });
  await article.evaluate(() => document.getElementById('water')?.scrollIntoView());
  await take('composer', await inTab(article), { width: 960, height: 560, scale: 1.2 });
  await article.keyboard.press('Escape');

  const shared = clips.find(({ why }) => why.startsWith('The only count'));
  const review = new URLSearchParams({ clip: shared?.id ?? '', community: joined.value.id });
  const share = await chromium.newPage(`${chromium.url('share.html')}#${review.toString()}`);
  await share.getByText('The only count').first().waitFor();
  await take('share', await inTab(share), { width: 440, height: 720, scale: 1.5 });

  const library = await chromium.newPage(chromium.url('library.html'));
  await library.getByRole('tab', { name: 'Community' }).click();
  await library.locator('.card').first().waitFor();
  await take('library', await inTab(library), { width: 880, height: 760, scale: 1.25 });
}

mkdirSync(FOLDER, { recursive: true });
const built = await run([process.execPath, 'script/build.ts', 'chrome-mv3', 'chrome-mv3-test']);
if (built.code !== 0) throw new Error(built.output);
await takeWelcome();
const pages = await servePages();
const server = await startCommunity({ args: ['--demo'] });
const chromium = await launchChromium({ args: [...STILL, FINE] });
try {
  if (server.invite === undefined) throw new Error('the demo server made no invite');
  await takeOthers(chromium, pages, server.invite);
} finally {
  await chromium.close();
  await server.stop();
  await pages.close();
}
