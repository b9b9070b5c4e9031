import { beforeEach, expect, it, vi } from 'vitest';
import { pullCommunity } from '../../sharing/pull.ts';
import { membershipById } from '../../storage/memberships.ts';
import { aNote, codeOf, COMMUNITY, idOf, valueOf } from '../storage/samples.ts';
import { aMemberDevice, queueNote, type Device } from './device.ts';

const pulls = ({ server }: Device) => server.requests.filter((path) => path === 'GET /:id/pull').length;
const ids = async ({ deps }: Device) => (await deps.database.posts.toArray()).map(({ id }) => id);
const pull = (of: Device) => pullCommunity(of.deps, COMMUNITY);

let device: Device;
beforeEach(async () => {
  device = await aMemberDevice();
  for (let n = 1; n <= 5; n++) device.server.add((seq) => ({ type: 'post', seq, post: aNote(n, { seq }) }));
});

it('pulls page after page until there is no more', async () => {
  device.server.pageSize = 2;
  expect(valueOf(await pull(device))).toEqual({ isChanged: true });
  expect(await ids(device)).toEqual([1, 2, 3, 4, 5].map(idOf));
  expect(pulls(device)).toBe(3);
  expect(valueOf(await pull(device))).toEqual({ isChanged: false });
});

it('goes on where it was cut off', async () => {
  device.server.pageSize = 2;
  device.server.onRequest = () => (pulls(device) === 2 ? new Response('', { status: 500 }) : undefined);
  expect(codeOf(await pull(device))).toBe('server-error');
  expect(await ids(device)).toEqual([idOf(1)]);
  valueOf(await pull(device));
  expect(await ids(device)).toEqual([1, 2, 3, 4, 5].map(idOf));
});

it('twice at once comes to the same as once', async () => {
  device.server.pageSize = 2;
  const results = await Promise.all([pull(device), pull(device), pull(device)]);
  expect(results.map(codeOf)).toEqual(['ok', 'ok', 'ok']);
  expect(await ids(device)).toEqual([1, 2, 3, 4, 5].map(idOf));
  expect((await membershipById(device.deps.database, COMMUNITY))?.cursor).toBe('6');
});

it('that another one overtook goes on to what it alone was told', async () => {
  const gates: (() => void)[] = [];
  const gated: typeof fetch = async (input, init) => {
    const answer = await device.server.fetch(input, init);
    if (gates.length < 2) await new Promise<void>((open) => gates.push(open));
    return answer;
  };
  const deps = { ...device.deps, fetch: gated };
  const first = pullCommunity(deps, COMMUNITY);
  await vi.waitFor(() => expect(gates).toHaveLength(1));
  device.server.add((seq) => ({ type: 'post', seq, post: aNote(6, { seq }) }));
  const second = pullCommunity(deps, COMMUNITY);
  await vi.waitFor(() => expect(gates).toHaveLength(2));
  gates[0]?.();
  await first;
  expect(await ids(device)).not.toContain(idOf(6));
  gates[1]?.();
  await second;
  expect(await ids(device)).toContain(idOf(6));
});

it('a server that says there is more and gives nothing is not asked for ever', async () => {
  valueOf(await pull(device));
  device.server.onRequest = () => Response.json({ changes: [], next: '6', more: true, reset: false });
  expect(codeOf(await pull(device))).toBe('server-not-whence');
});

it('a device that is no longer accepted keeps what it has and is told', async () => {
  valueOf(await pull(device));
  await queueNote(device, 9);
  device.server.members.clear();
  expect(codeOf(await pull(device))).toBe('not-a-member');
  expect(await ids(device)).toHaveLength(5);
  expect((await membershipById(device.deps.database, COMMUNITY))?.revoked).toBe(true);
  expect((await device.deps.database.outbox.toArray()).map(({ state }) => state)).toEqual(['refused']);
  const asked = pulls(device);
  expect(codeOf(await pull(device))).toBe('not-a-member');
  expect(pulls(device)).toBe(asked);
});

it('a community that is left during a pull leaves nothing behind', async () => {
  device.server.onAnswer = (_, answer) => {
    void device.deps.database.memberships.delete(COMMUNITY);
    return answer;
  };
  expect(codeOf(await pull(device))).toBe('not-a-member');
  expect(await ids(device)).toEqual([]);
});
