import { afterEach, expect, test } from 'vitest';
import { describeImage, findImage } from '../../capture/image.ts';
import { drawn, readImage } from '../../capture/picture.ts';
import { one } from '../page/present.ts';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
afterEach(() => document.body.replaceChildren());

test('the image that was pressed on comes before others at the same address', () => {
  document.body.innerHTML = `<img src="${PIXEL}"><img src="${PIXEL}">`;
  const [, second] = document.images;
  expect(findImage(document, PIXEL, second)).toBe(second);
  expect(findImage(document, PIXEL, document.body)).toBe(document.images[0]);
  expect(findImage(document, 'https://a.example/other.png', undefined)).toBeUndefined();
});

test('one in sight comes before one that is hidden', () => {
  document.body.innerHTML = `<img src="${PIXEL}" hidden><img src="${PIXEL}">`;
  expect(findImage(document, PIXEL, undefined)).toBe(document.images[1]);
});

test('its own words, its caption and the headings above it are taken', () => {
  document.body.innerHTML =
    '<h1>Bees</h1><figure><img src="https://a.example/bee.png" alt=" A  bee "><figcaption>On clover</figcaption></figure>';
  expect(describeImage(document, document.images[0], undefined)).toMatchObject({
    media: { address: 'https://a.example/bee.png', alt: 'A bee', caption: 'On clover' },
    context: { headings: ['Bees'] },
  });
});

test('an address that can’t be opened again is not kept', () => {
  document.body.innerHTML = `<img src="${PIXEL}" alt="dot">`;
  expect(describeImage(document, document.images[0], PIXEL).media).toEqual({ alt: 'dot' });
});

test('without an element the address is all there is', () => {
  expect(describeImage(document, undefined, 'https://a.example/bee.png')).toEqual({
    media: { address: 'https://a.example/bee.png' },
    context: {},
  });
});

test('its bytes are its own where the page may read them, and drawn anew when they are too many', async () => {
  document.body.innerHTML = `<img src="${PIXEL}">`;
  const image = one<HTMLImageElement>('img');
  await image.decode();
  expect(await readImage(image, 1_000)).toMatchObject({ type: 'image/gif', size: 42 });
  expect((await readImage(image, 10))?.type).toBe('image/webp');
});

test('an image that was never loaded has no picture', async () => {
  expect(await drawn(document.createElement('img'))).toBeUndefined();
});
