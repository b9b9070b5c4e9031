import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { OutboxItem } from '../../domain/outbox.ts';
import type { Post } from '../../domain/post.ts';
import { newId } from '../../storage/ids.ts';
import { launchChromium, type Chromium } from './drivers/chromium.ts';
import { badgeOf, clip, openComposer } from './drivers/composer.ts';
import { faultyServer, type FaultyServer } from './drivers/faultyServer.ts';
import { startCommunity, type RunningCommunity } from './drivers/server.ts';
import { until } from './drivers/waiting.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

/** What a person sees and keeps when servers, networks and invites misbehave. */
let pages: ServedPages;
let server: RunningCommunity;
let between: FaultyServer;
let ada: Chromium;
let ben: Chromium;
let library: Page;
let communityId: string;
let invite: string;

beforeAll(async () => {
  [pages, server, ada, ben] = await Promise.all([servePages(), startCommunity(), launchChromium(), launchChromium()]);
  between = await faultyServer(server.address);
  // Ada speaks to the server through what can be made to misbehave, Ben directly
  const created = await ada.ask('createCommunity', {
    server: between.address,
    creationKey: server.creationKey,
    name: 'Guild',
    purpose: 'Trying things',
    memberName: 'Ada',
  });
  if (!created.ok) throw new Error(created.error.code);
  communityId = created.value.id;
  const made = await ada.ask('makeInvite', { communityId, invite: { inviteId: newId(), uses: 1 } });
  if (!made.ok) throw new Error(made.error.code);
  invite = made.value.link.replace(new URL(made.value.link).origin, server.address);
  const joined = await ben.ask('joinCommunity', { link: invite, memberName: 'Ben' });
  if (!joined.ok) throw new Error(joined.error.code);
  library = await ada.newPage(ada.url('library.html'));
  await library.getByRole('tab', { name: 'Community' }).click();
  await library.getByRole('heading', { name: 'Guild' }).waitFor();
});
afterAll(async () => {
  await Promise.all([ada?.close(), ben?.close()]);
  await between?.close();
  await Promise.all([server?.stop(), pages?.close()]);
});

const outbox = (): Promise<readonly OutboxItem[]> => ada.readTable<OutboxItem>('outbox');
const bensPosts = async (text: string): Promise<number> => {
  await ben.ask('pull', {});
  return (await ben.readTable<Post>('posts')).filter(({ body }) => body.kind === 'clip' && body.why === text).length;
};

/** Share a new clip of Ada's, by the same call that the review's button makes. */
async function share(why: string): Promise<void> {
  const article = await ada.newPage(pages.url('article'));
  await clip(ada, article, { selector: 'article p:nth-of-type(2)', why });
  await article.close();
  const kept = (await ada.readTable<{ id: string; why: string }>('clips')).find((one) => one.why === why);
  const body = {
    kind: 'clip' as const,
    why,
    target: { type: 'SpecificResource' as const, source: 'https://a.example/', selector: [] },
    title: 'A page',
    tags: [],
  };
  const queued = await ada.ask('shareClip', { mutationId: newId(), postId: newId(), clipId: kept?.id ?? '', communityId, body });
  expect(queued.ok).toBe(true);
}

describe('a server that is', () => {
  it.each([
    ['down', 'can’t be reached'],
    ['server-error', 'something broke on'],
    ['html', 'answered, but not like'],
    ['half-json', 'answered, but not like'],
  ] as const)('%s: the share waits in the outbox with the reason, and goes out once when that is over', async (fault, reason) => {
    await between.set(fault);
    await share(`while ${fault}`);
    await library.bringToFront();
    await library.locator('.outbox', { hasText: '1 waiting.' }).filter({ hasText: reason }).waitFor();
    await between.set('none');
    await library.getByRole('button', { name: 'Try now' }).click();
    await until('it is sent', async () => (await outbox()).every(({ state }) => state === 'sent'));
    expect(await bensPosts(`while ${fault}`)).toBe(1);
    await until('the strip goes', async () => (await library.locator('.outbox').count()) === 0);
  });

  it('slow holds up nothing that is done on the device', async () => {
    await between.set('slow');
    await share('while slow');
    const docs = await ada.newPage(pages.url('docs'));
    await clip(ada, docs, { why: 'kept meanwhile' });
    await docs.close();
    await between.set('none');
    await until('it is sent', async () => (await outbox()).every(({ state }) => state === 'sent'));
    expect(await bensPosts('while slow')).toBe(1);
  });

  it('losing its answer gets the share again, and posts it once', async () => {
    await between.set('lose-answer', { only: /push/, times: 2 });
    await share('answer lost');
    await until('it is sent', async () => (await outbox()).every(({ state }) => state === 'sent'), 20_000);
    expect(between.requests.filter((line) => line.includes('push')).length).toBeGreaterThan(2);
    expect(await bensPosts('answer lost')).toBe(1);
  });
});

describe('the outbox', () => {
  it('survives the worker', async () => {
    await between.set('down');
    await share('before the worker died');
    await ada.killWorker();
    await between.set('none');
    const sent = await ada.ask('sendNow', undefined);
    expect(sent.ok).toBe(true);
    await until('it is sent', async () => (await outbox()).every(({ state }) => state === 'sent'));
    expect(await bensPosts('before the worker died')).toBe(1);
  });
});

describe('an invite', () => {
  const say = async (link: string): Promise<string> => {
    const page = await ada.newPage(ada.url('library.html#join'));
    await page.getByLabel('Invite link').fill(link);
    await page.getByRole('button', { name: 'Look at it' }).click();
    const said = await page.getByRole('alert').innerText();
    await page.close();
    return said;
  };
  it('that is no link, is wrong, used up, insecure, or for a server that is none: each is said in words', async () => {
    expect(await say('hello')).toContain('isn’t a whole invite link');
    expect(await say(`${invite.slice(0, -4)}AAAA`)).toContain('doesn’t open anything');
    expect(await say(invite)).toContain('was used as often as it allows');
    const other = await startCommunity();
    expect(await say(invite.replace(server.address, other.address))).toContain('doesn’t open anything');
    await other.stop();
    expect(await say(invite.replace(server.address, 'http://whence.example'))).toMatch(/https/);
    expect(await say(invite.replace(server.address, pages.url('article').replace('/article', '')))).toContain('answered, but not like');
  });
});

describe('news', () => {
  it('arrives by the alarm while nothing of Whence is open, and shows on the badge', async () => {
    const idle = await ben.newPage(pages.url('forum'));
    await share('for the badge');
    await until('it is sent', async () => (await outbox()).every(({ state }) => state === 'sent'));
    const worker = await ben.worker();
    // the alarm is there, at most a minute away; it is brought forward
    expect(await worker.evaluate(async () => (await chrome.alarms.getAll()).map(({ periodInMinutes }) => periodInMinutes))).toEqual([1]);
    await worker.evaluate(() => chrome.alarms.create('sync', { when: Date.now() }));
    await until('the badge tells', async () => (await badgeOf(ben, idle)).includes('•'), 10_000);
    const news = await ben.newPage(ben.url('library.html'));
    await news.getByRole('tab', { name: 'Community' }).click();
    await until('the badge is clear once it was seen', async () => (await badgeOf(ben, idle)) === '');
  });
});

it('sharing from the composer keeps first, and is confirmed in a window of the extension’s own', async () => {
  const article = await ada.newPage(pages.url('article'));
  const frame = await openComposer(ada, article, 'h1');
  await frame.locator('textarea').first().fill('shared from the composer');
  await frame.getByLabel('Share to').selectOption({ label: 'Guild: 2 members can read it' });
  const before = (await outbox()).length;
  const opened = ada.context.waitForEvent('page');
  await frame.locator('textarea').first().press('Enter');
  const review = await opened;
  await frame.getByText('Kept on this device').waitFor();
  await review.getByText('2 members of Guild can read this.').waitFor();
  expect(await outbox()).toHaveLength(before);
  await review.getByRole('button', { name: 'Share with Guild' }).click();
  await until('it is sent', async () => (await outbox()).length === before + 1 && (await outbox()).every(({ state }) => state === 'sent'));
  expect(await bensPosts('shared from the composer')).toBe(1);
});

it('a page’s frame of the composer can keep a clip, and can’t send anything', async () => {
  const article = await ada.newPage(pages.url('docs'));
  const frame = await openComposer(ada, article, 'h1');
  const answer = await frame.evaluate(
    (id) => chrome.runtime.sendMessage({ whence: 'shareClip', input: { clipId: id, communityId: id, body: {} } }),
    communityId,
  );
  expect(answer).toEqual({ ok: false, error: { code: 'not-allowed' } });
});
