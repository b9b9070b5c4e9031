import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openedFinder } from '../../entrypoints/background/finder.ts';
import { relatedHandlers } from '../../entrypoints/background/relatedHandlers.ts';
import { withDatabase } from '../../entrypoints/background/database.ts';
import { keepDraft } from '../../storage/clips.ts';
import { beginDraft } from '../../storage/drafts.ts';
import { newId } from '../../storage/ids.ts';
import { aCapture, idOf, someFields, valueOf } from '../storage/samples.ts';

const framed = { tabId: 3, address: 'chrome-extension://abc/composer.html' };
const later = aCapture({ source: { address: 'https://b.example/', title: 'Elsewhere' }, quote: 'Nothing of it' });
const draftOf = async (capture: ReturnType<typeof aCapture>): Promise<string> =>
  valueOf(await withDatabase((database) => beginDraft(database, capture, { now: 1, newId }))).id;

let kept: string;

beforeAll(async () => {
  const id = await draftOf(aCapture());
  const fields = someFields({ why: 'grid aligns both axes', decision: 'Grid or flexbox?' });
  ({ id: kept } = valueOf(await withDatabase((database) => keepDraft(database, { id, fields }, { now: 2, newId }))));
});
beforeEach(() => fakeBrowser.reset());

const related = async (id: string, why: string) => valueOf(await relatedHandlers.related({ id, why, decision: '' }, framed));

describe('what is like a draft', () => {
  it('is a clip with a decision, in a line', async () => {
    expect(await related(await draftOf(later), 'aligns along both axes')).toContainEqual({
      id: kept,
      kind: 'clip',
      line: 'grid aligns both axes',
      source: 'a.example',
    });
  });

  it('is nothing for a draft that is gone', async () => {
    expect(await related(idOf(7), 'aligns along both axes')).toEqual([]);
  });
});

describe('opening one', () => {
  const opened = async (): Promise<readonly (string | undefined)[]> => (await fakeBrowser.tabs.query({})).map(({ url }) => url);

  it('shows a clip on its page', async () => {
    fakeBrowser.permissions.contains = () => Promise.resolve(false);
    valueOf(await relatedHandlers.openRelated({ id: kept, kind: 'clip' }, framed));
    expect(await opened()).toContainEqual(expect.stringMatching(/^https:\/\/a\.example\/layout/));
  });

  it('shows a decision, and what has no page, in the library', async () => {
    valueOf(await relatedHandlers.openRelated({ id: idOf(5), kind: 'decision' }, framed));
    valueOf(await relatedHandlers.openRelated({ id: idOf(6), kind: 'clip' }, framed));
    const post = `${idOf(7)}/${idOf(8)}`;
    valueOf(await relatedHandlers.openRelated({ id: post, kind: 'post' }, framed));
    for (const card of [`decision/${idOf(5)}`, `clip/${idOf(6)}`, `post/${post}`])
      expect(await opened()).toContainEqual(expect.stringContaining(`/library.html#card=${card}`));
  });
});

it('the index stays in memory while somebody asks, and goes when nobody does', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const first = await openedFinder();
  vi.advanceTimersByTime(15_000);
  expect(await openedFinder()).toBe(first);
  vi.advanceTimersByTime(15_000);
  expect(await openedFinder()).toBe(first);
  vi.advanceTimersByTime(25_000);
  expect(await openedFinder()).not.toBe(first);
  vi.useRealTimers();
});
