import * as v from 'valibot';
import { afterEach, expect, test } from 'vitest';
import { fromBase64 } from '../../domain/base64.ts';
import { Capture } from '../../domain/clip.ts';
import { fail, ok, type Result } from '../../domain/failure.ts';
import { captureTarget, type CaptureTarget } from '../../page/captureTarget.ts';
import { one, present } from './present.ts';

const ID = '0190a0b0-0000-7000-8000-000000000001';
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
afterEach(() => document.body.replaceChildren());

function capture(kind: 'image' | 'link' | 'moment', address: string | undefined, answers: Readonly<Record<string, Result<unknown>>> = {}) {
  const asked: { name: string; input: unknown }[] = [];
  // the fake answers the three calls that there are
  const ask = (async (name: string, input: unknown) => {
    asked.push({ name, input });
    return answers[name] ?? ok(undefined);
  }) as CaptureTarget['ask'];
  const captured = captureTarget(
    { kind, id: ID, ...(address !== undefined && { address }) },
    { view: window, ask, pressed: undefined, signal: new AbortController().signal },
  );
  return captured.then((found) => ({ found, asked, names: asked.map(({ name }) => name) }));
}

test('an image’s own bytes are handed over, and nothing is cut out of the screen', async () => {
  document.body.innerHTML = `<img src="${PIXEL}" alt="dot">`;
  await one<HTMLImageElement>('img').decode();
  const { found, asked, names } = await capture('image', PIXEL);
  expect(names).toEqual(['keepPicture']);
  expect(asked[0]?.input).toMatchObject({ id: ID, type: 'image/gif' });
  const { base64 } = present(asked[0]).input as { readonly base64: string }; // as messaging/mediaProtocol.ts says
  expect(fromBase64(base64)).toHaveLength(42);
  expect(found).toMatchObject({ kind: 'image', media: { alt: 'dot' }, selectors: [] });
  expect(v.safeParse(Capture, found).issues).toBeUndefined();
});

test('an image that can’t be read is cut out of the screen where it is in sight, and asked of its own server', async () => {
  document.body.innerHTML = '<img src="https://a.invalid/x.png" alt="x" style="position:fixed;left:-10px;top:5px;width:40px;height:20px">';
  const { asked, names } = await capture('image', 'https://a.invalid/x.png');
  expect(names).toEqual(['photograph', 'fetchPicture']);
  expect(asked[0]?.input).toEqual({ id: ID, view: { box: { x: 0, y: 5, width: 30, height: 20 }, width: innerWidth, height: innerHeight } });
});

test('a picture that could not be kept is cut out of the screen', async () => {
  document.body.innerHTML = `<img src="${PIXEL}" width="40" height="20">`;
  await one<HTMLImageElement>('img').decode();
  expect((await capture('image', PIXEL, { keepPicture: fail('picture-too-large') })).names).toEqual([
    'keepPicture',
    'photograph',
    'fetchPicture',
  ]);
});

test('a link has its words as quote and is found again by them', async () => {
  document.body.innerHTML = '<p>See <a href="https://a.example/b">the numbers</a> there.</p>';
  const { found, names } = await capture('link', 'https://a.example/b');
  expect(names).toEqual([]);
  expect(found).toMatchObject({
    kind: 'link',
    quote: 'the numbers',
    media: { address: 'https://a.example/b' },
    context: { paragraph: 'See the numbers there.' },
  });
  expect(found?.selectors.length).toBeGreaterThan(0);
});

test('a link that is no longer in the page is its address', async () => {
  expect((await capture('link', 'https://a.example/b')).found).toMatchObject({
    kind: 'link',
    selectors: [],
    media: { address: 'https://a.example/b' },
  });
});

test('without a video there is no moment', async () => {
  expect((await capture('moment', undefined)).found).toBeUndefined();
});

test('a name that leads nowhere is not kept as an address', async () => {
  expect((await capture('link', 'javascript:alert(1)')).found?.media).toEqual({});
});
