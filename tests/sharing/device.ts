import type { SharingDeps } from '../../sharing/deps.ts';
import { joinCommunity } from '../../sharing/joining.ts';
import { queueMutation } from '../../storage/outbox.ts';
import { aMutation, COMMUNITY, freshDatabase, idsFrom, valueOf } from '../storage/samples.ts';
import { FakeServer, SECRET, SERVER } from './fakeServer.ts';

export const LINK = `${SERVER}/join/${COMMUNITY}#${SECRET}`;

/** A device with its clock in the test's hand, and the server that it speaks to. */
export interface Device {
  readonly server: FakeServer;
  readonly deps: SharingDeps;
  readonly clock: { now: number };
}

export async function aDevice(): Promise<Device> {
  const server = new FakeServer(COMMUNITY);
  const clock = { now: 1_000_000 };
  const deps = { database: await freshDatabase(), fetch: server.fetch, now: () => clock.now, random: () => 0, newId: idsFrom(0xdd0000) };
  return { server, deps, clock };
}

/** A device that has joined. */
export async function aMemberDevice(): Promise<Device> {
  const device = await aDevice();
  valueOf(await joinCommunity(device.deps, LINK, 'Robin'));
  return device;
}

/** Put the nth note in line. */
export const queueNote = async ({ deps }: Device, n: number, text?: string): Promise<void> =>
  void valueOf(await queueMutation(deps.database, { communityId: COMMUNITY, mutation: aMutation(n, text) }, deps.now()));
