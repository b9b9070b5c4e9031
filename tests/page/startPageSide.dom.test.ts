import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { describeRange } from '../../anchoring/index.ts';
import { fail, ok } from '../../domain/failure.ts';
import type { PageCalls } from '../../messaging/pageProtocol.ts';
import type { OpenedPage } from '../../messaging/protocol.ts';
import type { Handlers } from '../../messaging/receive.ts';
import { mediaTools } from '../../page/mediaTools.ts';
import { pageTools } from '../../page/pageTools.ts';
import { startPageSide, type PageSide } from '../../page/startPageSide.ts';
import { recordShadowRoots } from './shadowRoots.ts';
import { one, present, selectedRange } from './present.ts';

const DRAFT = '0190a0b0-0000-7000-8000-000000000001';
const MARK = '0190a0b0-0000-7000-8000-000000000002';
const ORIGIN = { tabId: 1, address: undefined };

let end: AbortController;
let roots: ReturnType<typeof recordShadowRoots>;
const address = location.href;
beforeEach(() => {
  end = new AbortController();
  roots = recordShadowRoots();
});
afterEach(() => {
  end.abort();
  history.replaceState(null, '', address);
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The background as a literal: what was asked, and a way to call the page. */
function start({
  opened = { marks: [], button: true },
  ...changes
}: Partial<PageSide> & { readonly opened?: OpenedPage; readonly answers?: Record<string, unknown> } = {}) {
  const asked: [name: string, input: unknown][] = [];
  const answers: Record<string, unknown> = { pageOpened: ok(opened), beginClip: ok({ id: DRAFT }), ...changes.answers };
  const loadTools = vi.fn(changes.loadTools ?? (async () => ok(pageTools)));
  let call: Handlers<PageCalls> | undefined;
  startPageSide({
    view: window,
    // each call's answer stands in the table above
    ask: (async (name: string, input: unknown) => {
      asked.push([name, input]);
      const answered = answers[name] ?? ok(undefined);
      return typeof answered === 'function' ? answered(input) : answered;
    }) as PageSide['ask'],
    answer(handlers) {
      call = handlers;
      return () => (call = undefined);
    },
    composerAddress: (draftId) => `data:text/html,composer#${draftId}`,
    isAlive: changes.isAlive ?? (() => true),
    signal: end.signal,
    loadTools,
    loadMediaTools: changes.loadMediaTools ?? (async () => ok(mediaTools)),
  });
  return { asked, answers, loadTools, names: () => asked.map(([name]) => name), call: () => call };
}

const connected = (): ShadowRoot[] => roots().filter(({ host }) => host.isConnected);
const composer = (): HTMLIFrameElement | undefined => connected().flatMap((root) => [...root.querySelectorAll('iframe')])[0];
const button = (): HTMLButtonElement | undefined =>
  connected()
    .flatMap((root) => [...root.querySelectorAll('button')])
    .find(({ textContent }) => textContent === 'Clip with why');
const notice = (): string | undefined => connected().flatMap((root) => root.querySelector('[role=alert]')?.textContent ?? [])[0];

function select(): void {
  document.body.innerHTML = '<p>A passage to clip.</p>';
  getSelection()?.selectAllChildren(one('p'));
}

test('a page that has nothing to mark is asked about once, and loads nothing', async () => {
  const page = start();
  await vi.waitFor(() => expect(page.asked).toEqual([['pageOpened', { address, from: document.referrer }]]));
  expect(page.loadTools).not.toHaveBeenCalled();
  expect(connected()).toEqual([]);
});

test('marks are painted when the page opens', async () => {
  select();
  const selectors = describeRange(selectedRange());
  start({ opened: { marks: [{ id: MARK, part: 0, selectors, colour: 'mine', why: '' }], button: false } });
  await vi.waitFor(() => expect([...(CSS.highlights.get('w-1') ?? [])].map(String)).toEqual(['A passage to clip.']));
});

test('the button comes at a selection, and what clips is fetched meanwhile', async () => {
  const page = start();
  select();
  await vi.waitFor(() => expect(button()).toBeDefined());
  expect(page.loadTools).toHaveBeenCalledOnce();
});

test.each([
  ['where it is not wanted', { opened: { marks: [], button: false } }],
  ['once the extension has gone', { isAlive: () => false }],
])('no button comes %s', async (_, changes) => {
  const page = start(changes);
  await vi.waitFor(() => expect(page.names()).toContain('pageOpened'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const changed = new Promise((resolve) => document.addEventListener('selectionchange', resolve, { once: true }));
  select();
  await changed;
  vi.advanceTimersByTime(1_000);
  expect(button()).toBeUndefined();
});

test('what the open composer is about has no button again', async () => {
  const page = start();
  await vi.waitFor(() => expect(page.names()).toContain('pageOpened'));
  select();
  await present(page.call()).startClip({}, ORIGIN);
  expect(document.activeElement?.matches('[popover]')).toBe(true);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  document.dispatchEvent(new Event('selectionchange'));
  vi.advanceTimersByTime(1_000);
  expect(button()).toBeUndefined();
});

test('the button goes when it is turned off', async () => {
  const page = start();
  select();
  await vi.waitFor(() => expect(button()).toBeDefined());
  await present(page.call()).setButton({ shown: false }, ORIGIN);
  expect(button()).toBeUndefined();
});

test('the shortcut captures the selection and opens the composer with its draft', async () => {
  const page = start();
  select();
  expect(await present(page.call()).startClip({}, ORIGIN)).toEqual(ok('opened'));
  expect(page.asked.find(([name]) => name === 'beginClip')?.[1]).toMatchObject({
    capture: { kind: 'passage', quote: 'A passage to clip.' },
  });
  expect(composer()?.src).toContain(DRAFT);
});

test('the shortcut a second time makes no second draft of the same passage, but one of another', async () => {
  const page = start();
  select();
  await present(page.call()).startClip({}, ORIGIN);
  await present(page.call()).startClip({}, ORIGIN);
  expect(page.names().filter((name) => name === 'beginClip')).toHaveLength(1);
  one('p').textContent = 'Another passage.';
  getSelection()?.selectAllChildren(one('p'));
  await present(page.call()).startClip({}, ORIGIN);
  expect(page.names().filter((name) => name === 'beginClip')).toHaveLength(2);
});

test('the composer takes its size, and goes when it is told to', async () => {
  const page = start();
  await present(page.call()).startClip({}, ORIGIN);
  await present(page.call()).resizeComposer({ height: 123, isToast: false }, ORIGIN);
  expect(composer()?.getBoundingClientRect().height).toBe(123);
  await present(page.call()).hideComposer(undefined, ORIGIN);
  expect(composer()).toBeUndefined();
});

test('a composer that does not come up in the page is opened in a window', async () => {
  const page = start();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await present(page.call()).startClip({}, ORIGIN);
  vi.advanceTimersByTime(4_000);
  expect(composer()).toBeUndefined();
  expect(page.asked.at(-1)).toEqual(['composeInWindow', { id: DRAFT }]);
});

test('when the draft can’t be stored, the person is told, and so is the background', async () => {
  const page = start({ answers: { beginClip: fail('quota-exceeded') } });
  expect(await present(page.call()).startClip({}, ORIGIN)).toEqual(fail('quota-exceeded'));
  expect(notice()).toContain('nothing was clipped');
  expect(composer()).toBeUndefined();
});

test('what clips is fetched again after a failure', async () => {
  let times = 0;
  const page = start({ loadTools: async () => (++times === 1 ? fail('page-closed-to-extensions') : ok(pageTools)) });
  expect(await present(page.call()).startClip({}, ORIGIN)).toEqual(fail('page-closed-to-extensions'));
  expect(await present(page.call()).startClip({}, ORIGIN)).toEqual(ok('opened'));
});

test('a document that is not HTML is closed to clipping', async () => {
  vi.spyOn(document, 'contentType', 'get').mockReturnValue('application/pdf');
  const page = start();
  expect(await present(page.call()).startClip({}, ORIGIN)).toEqual(ok('closed-page'));
  expect(page.names()).not.toContain('beginClip');
});

test('a new address in a single-page app is asked about', async () => {
  const page = start();
  await vi.waitFor(() => expect(page.asked).toHaveLength(1));
  history.pushState(null, '', '?view=2');
  await vi.waitFor(() => expect(page.asked).toHaveLength(2));
  expect(page.asked[1]).toEqual(['pageOpened', { address: location.href, from: address }]);
});

test('an answer about an address that the page has left counts for nothing', async () => {
  const late = Promise.withResolvers<unknown>();
  const mark = { id: MARK, selectors: [], colour: 'mine' };
  const page = start({
    answers: { pageOpened: (input: { address: string }) => (input.address === address ? late.promise : ok({ marks: [], button: false })) },
  });
  history.pushState(null, '', '?view=2');
  await vi.waitFor(() => expect(page.asked).toHaveLength(2));
  late.resolve(ok({ marks: [mark], button: true }));
  await late.promise;
  // a macrotask later, whatever the answer led to has begun
  await new Promise((resolve) => setTimeout(resolve));
  expect(page.loadTools).not.toHaveBeenCalled();
});

const marked = (): OpenedPage => {
  select();
  return { marks: [{ id: MARK, part: 0, selectors: describeRange(selectedRange()), colour: 'mine', why: 'for the bees' }], button: false };
};

test('what was found of the marks is told with the page’s address', async () => {
  const page = start({ opened: marked() });
  await vi.waitFor(() =>
    expect(page.asked.find(([name]) => name === 'sighted')?.[1]).toEqual({ address, sightings: [{ id: MARK, part: 0, quality: 'exact' }] }),
  );
});

test('a jump waits until the page’s marks are known, and says so when there are none', async () => {
  const page = start({ opened: marked() });
  expect(await present(page.call()).jump({ direction: 'next' }, ORIGIN)).toEqual(ok(1));
  expect(notice()).toBeUndefined();
  await present(page.call()).setMarks({ marks: [] }, ORIGIN);
  expect(await present(page.call()).jump({ direction: 'next' }, ORIGIN)).toEqual(ok(0));
  expect(notice()).toContain('Nothing is clipped on this page');
});

test('a pressed mark opens its card; elsewhere closes it, and nothing takes the place of what is being written', async () => {
  const page = start({ opened: marked() });
  await vi.waitFor(() => expect(page.names()).toContain('sighted'));
  getSelection()?.removeAllRanges();
  await userEvent.click(one('p'), { position: { x: 20, y: 8 } });
  await vi.waitFor(() => expect(composer()?.src).toContain(`#card=${MARK}`));
  expect(composer()?.title).toBe('Whence: a clip of this page');
  await userEvent.click(document.body, { position: { x: 300, y: 2 } });
  expect(composer()).toBeUndefined();
  await present(page.call()).startClip({}, ORIGIN);
  const { src } = present(composer());
  await userEvent.click(one('p'), { position: { x: 20, y: 8 } });
  await vi.waitFor(() => expect(document.activeElement).toBe(present(connected().find((root) => root.querySelector('iframe'))).host));
  expect(composer()?.src).toBe(src);
});

test('a card that does not come up is said to be elsewhere', async () => {
  const page = start({ opened: marked() });
  await present(page.call()).jump({ direction: 'next' }, ORIGIN);
  getSelection()?.removeAllRanges();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await userEvent.keyboard('{Enter}');
  expect(composer()?.src).toContain(`#card=${MARK}`);
  vi.advanceTimersByTime(4_000);
  expect(composer()).toBeUndefined();
  expect(notice()).toContain('popup and library');
});

test('at the end nothing of Whence is left in the page', async () => {
  const page = start();
  select();
  await present(page.call()).startClip({}, ORIGIN);
  end.abort();
  expect(connected()).toEqual([]);
  expect(page.call()).toBeUndefined();
});
