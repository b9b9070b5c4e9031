import { expect, it, vi } from 'vitest';
import { askPersistence } from '../../storage/persistence.ts';

it('what the browser promises and estimates is reported', async () => {
  const storage = { persisted: async () => false, persist: async () => true, estimate: async () => ({ usage: 5, quota: 10 }) };
  expect(await askPersistence(storage)).toEqual({ persisted: true, usage: 5, quota: 10 });
});

it('a promise that was given is not asked for again', async () => {
  const persist = vi.fn(async () => false);
  expect(await askPersistence({ persisted: async () => true, persist })).toMatchObject({ persisted: true });
  expect(persist).not.toHaveBeenCalled();
});

it.each([
  ['has no such thing', undefined],
  ['refuses to say', { persisted: () => Promise.reject(new TypeError('no')), estimate: () => Promise.reject(new TypeError('no')) }],
])('a browser that %s promises nothing', async (_, storage) => {
  expect(await askPersistence(storage)).toEqual({ persisted: false, usage: undefined, quota: undefined });
});
