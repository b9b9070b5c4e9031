import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { withDatabase } from '../../entrypoints/background/database.ts';
import { sightingHandlers } from '../../entrypoints/background/sightingHandlers.ts';
import { ok } from '../../domain/failure.ts';
import type { Sighting } from '../../domain/sighting.ts';
import { keepDraft } from '../../storage/clips.ts';
import { beginDraft } from '../../storage/drafts.ts';
import { newId } from '../../storage/ids.ts';
import { sightingsOf } from '../../storage/sightings.ts';
import { aCapture, ADA, aMembership, aSharedClip, COMMUNITY, codeOf, someFields, valueOf } from '../storage/samples.ts';

const PAGE = 'https://a.example/layout';
const NOW = 'Grid lays out rows';
const fromPage = { tabId: 3, address: PAGE };
const framed = { tabId: 3, address: 'chrome-extension://abc/composer.html#card=x' };
const panel = { tabId: undefined, address: 'chrome-extension://abc/sidepanel.html' };

let id: string;

const seen = async () => valueOf(await withDatabase(async (database) => ok(await sightingsOf(database, id))));
const offer = (): Sighting => ({ id, part: 0, quality: 'uncertain', now: NOW, selectors: [{ type: 'TextQuoteSelector', exact: NOW }] });
const showInTab = (key: string): Promise<void> => fakeBrowser.storage.session.set({ 'page:3': key });

beforeEach(async () => {
  fakeBrowser.reset();
  const kept = await withDatabase(async (database) => {
    const draft = await beginDraft(database, aCapture(), { now: 1, newId });
    return draft.ok ? keepDraft(database, { id: draft.value.id, fields: someFields() }, { now: 2, newId }) : draft;
  });
  ({ id } = valueOf(kept));
});

describe('a sighting', () => {
  it('is taken from the page that it is about', async () => {
    valueOf(await sightingHandlers.sighted({ address: PAGE, sightings: [offer()] }, fromPage));
    expect(await seen()).toMatchObject([{ quality: 'uncertain', now: NOW }]);
  });

  it('is not taken from another site', async () => {
    const answer = await sightingHandlers.sighted({ address: PAGE, sightings: [offer()] }, { tabId: 3, address: 'https://evil.example/' });
    expect(codeOf(answer)).toBe('not-allowed');
    expect(await seen()).toEqual([]);
  });

  it('is not taken for clips of other pages of the site', async () => {
    valueOf(await sightingHandlers.sighted({ address: 'https://a.example/other', sightings: [offer()] }, fromPage));
    expect(await seen()).toEqual([]);
  });
});

describe('the card in a page’s frame', () => {
  it('is of a clip of that page', async () => {
    await showInTab(PAGE);
    expect(valueOf(await sightingHandlers.cardState({ id }, framed))).toMatchObject({ kind: 'clip', clip: { id } });
  });

  it('is of what a member shared there', async () => {
    await showInTab(PAGE);
    const post = aSharedClip(71);
    await withDatabase(async (database) => {
      await database.posts.put({ ...post, thread: '', pageKey: PAGE, firstSeq: 1 });
      await database.memberships.put(aMembership());
      await database.members.put({ communityId: COMMUNITY, id: ADA, name: 'Ada', role: 'member', joinedAt: 1, hasLeft: false });
      return ok(undefined);
    });
    expect(valueOf(await sightingHandlers.cardState({ id: post.id }, framed))).toMatchObject({
      kind: 'post',
      authorName: 'Ada',
      communityName: 'Front-end guild',
    });
  });

  it('shows nothing of other pages, and changes nothing there', async () => {
    valueOf(await sightingHandlers.sighted({ address: PAGE, sightings: [offer()] }, fromPage));
    await showInTab('https://evil.example/');
    expect(valueOf(await sightingHandlers.cardState({ id }, framed))).toBeNull();
    expect(codeOf(await sightingHandlers.confirmAnchor({ id, part: 0, now: NOW }, framed))).toBe('not-allowed');
    expect(codeOf(await sightingHandlers.refuseAnchor({ id, part: 0, now: NOW, isRefused: true }, framed))).toBe('not-allowed');
    expect(codeOf(await sightingHandlers.attachHere({ id, part: 0 }, framed))).toBe('not-allowed');
    expect(await seen()).toMatchObject([{ quality: 'uncertain' }]);
  });

  it('confirms, and takes that back', async () => {
    valueOf(await sightingHandlers.sighted({ address: PAGE, sightings: [offer()] }, fromPage));
    await showInTab(PAGE);
    const { until } = valueOf(await sightingHandlers.confirmAnchor({ id, part: 0, now: NOW }, framed));
    expect(await seen()).toMatchObject([{ quality: 'exact' }]);
    valueOf(await sightingHandlers.undoAnchor({ id, part: 0, until }, framed));
    expect(await seen()).toMatchObject([{ quality: 'uncertain' }]);
  });
});

it('the extension’s own pages speak of any clip', async () => {
  valueOf(await sightingHandlers.sighted({ address: PAGE, sightings: [offer()] }, fromPage));
  valueOf(await sightingHandlers.refuseAnchor({ id, part: 0, now: NOW, isRefused: true }, panel));
  expect(await seen()).toMatchObject([{ refused: NOW }]);
});
