import { browser } from 'wxt/browser';
import { ok, type Result } from '../../domain/failure.ts';
import { sendDue } from '../../sharing/outbox.ts';
import type { SharingDeps } from '../../sharing/deps.ts';
import { pullCommunity } from '../../sharing/pull.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { newId } from '../../storage/ids.ts';
import { farewells } from '../../storage/leaving.ts';
import { allMemberships } from '../../storage/memberships.ts';
import { openedDatabase, withDatabase } from './database.ts';
import { refreshAllPages } from './pages.ts';

const ALARM = 'sync';
/** Minutes between looks at the servers while no page of ours is open; the shortest that Chrome allows is half of one. */
const PERIOD = 1;
/** A worker is stopped after 30 s of rest; waits up to this long are its own, longer ones an alarm's. Milliseconds. */
const OWN_WAIT = 25_000;
/** However often something fails, a second lies between. Milliseconds. */
const SHORTEST_WAIT = 1_000;

let ownTimer: ReturnType<typeof setTimeout> | undefined;

export const sharingDeps = (database: WhenceDatabase): SharingDeps => ({
  database,
  fetch: (input, init) => fetch(input, init),
  now: Date.now,
  random: Math.random,
  newId,
});

/**
 * Look at the servers each minute as long as there is a community, or one that was left has still to be
 * told; otherwise Whence contacts nobody. An alarm that runs is not set back.
 */
export async function scheduleSync(database: WhenceDatabase): Promise<void> {
  const isWanted = (await allMemberships(database)).length > 0 || (await farewells(database)).length > 0;
  if (!isWanted) await browser.alarms.clear(ALARM);
  else if (!(await browser.alarms.get(ALARM))) await browser.alarms.create(ALARM, { periodInMinutes: PERIOD });
}

/** Send what is due, in order, and come back when the next attempt is. With `force`, whatever waits is due. */
export const send = (options: { readonly force?: boolean } = {}): Promise<Result<undefined>> =>
  withDatabase(async (database) => {
    const sent = await sendDue(sharingDeps(database), options);
    clearTimeout(ownTimer);
    if (!sent.ok) return sent;
    const wait = (sent.value.nextAttemptAt ?? Number.POSITIVE_INFINITY) - Date.now();
    if (wait < OWN_WAIT) ownTimer = setTimeout(() => void send(), Math.max(SHORTEST_WAIT, wait));
    return ok(undefined);
  });

/** Pull one community, or all, and show what came. */
export const pull = (communityId?: string): Promise<Result<undefined>> =>
  withDatabase(async (database) => {
    const ids =
      communityId === undefined ? (await allMemberships(database)).filter(({ revoked }) => !revoked).map(({ id }) => id) : [communityId];
    const pulled = await Promise.all(ids.map((id) => pullCommunity(sharingDeps(database), id)));
    if (pulled.some((one) => one.ok && one.value.isChanged)) void refreshAllPages(database);
    const failed = pulled.find((one) => !one.ok);
    return failed && !failed.ok ? failed : ok(undefined);
  });

/** Wake for the alarm, and when the network is back. Registered synchronously. */
export function listenForSync(): void {
  const both = (): void => {
    void send();
    void pull();
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) both();
  });
  browser.runtime.onStartup.addListener(both);
  globalThis.addEventListener('online', () => {
    void send({ force: true });
    void pull();
  });
}

/** At each start of the worker: alarms do not outlive the browser everywhere (Firefox), nor every update. */
export async function ensureSync(): Promise<void> {
  const opened = await openedDatabase();
  if (opened.ok) await scheduleSync(opened.value);
}
