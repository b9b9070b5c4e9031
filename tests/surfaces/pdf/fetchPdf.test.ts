import { expect, it, vi } from 'vitest';
import { fetchPdf, LARGEST_PDF } from '../../../surfaces/pdf/fetchPdf.ts';

const ADDRESS = 'https://a.example/b.pdf';
const get = (answer: () => Promise<Response>, onProgress = vi.fn()) =>
  fetchPdf(ADDRESS, { fetch: vi.fn(answer), signal: new AbortController().signal, onProgress });

it('a PDF comes whole, and tells how much of it has come', async () => {
  const onProgress = vi.fn();
  const fetched = await get(async () => new Response(new Uint8Array([1, 2, 3]), { headers: { 'content-length': '3' } }), onProgress);
  expect(fetched.ok && [...fetched.value]).toEqual([1, 2, 3]);
  expect(onProgress).toHaveBeenLastCalledWith(1);
});
it('what a site does not give out fails with its answer', async () => {
  expect(await get(async () => new Response('', { status: 403 }))).toMatchObject({
    error: { code: 'pdf-not-there', detail: { site: 'a.example', status: 403 } },
  });
});
it('a site that may not be read, or does not answer, fails as out of reach', async () => {
  expect(await get(() => Promise.reject(new TypeError('Failed to fetch')))).toMatchObject({ error: { code: 'pdf-out-of-reach' } });
});
it('a PDF larger than is opened is refused before it comes', async () => {
  const response = new Response('x', { headers: { 'content-length': String(LARGEST_PDF + 1) } });
  expect(await get(async () => response)).toMatchObject({ error: { code: 'pdf-too-large' } });
});
it('a PDF that says too little of its length is refused while it comes', async () => {
  const part = new Uint8Array(LARGEST_PDF / 4 + 1);
  let cancelled = false;
  const endless = new ReadableStream({ pull: (to) => to.enqueue(part), cancel: () => void (cancelled = true) });
  expect(await get(async () => new Response(endless))).toMatchObject({ error: { code: 'pdf-too-large' } });
  expect(cancelled).toBe(true);
});
