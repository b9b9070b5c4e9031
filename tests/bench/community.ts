import { launchChromium } from '../browser/drivers/chromium.ts';
import { startCommunity } from '../browser/drivers/server.ts';
import { shareToSeen } from './community/shareToSeen.ts';
import type { Benchmark } from './measure/benchmark.ts';

export const builds: Benchmark['builds'] = ['chrome-mv3-test'];

export const goals: Benchmark['goals'] = { 'share-to-seen.p95': { atMost: 500 } };

/** What lies between two members: a server with its own database, and a browser on either side of it. */
export const run: Benchmark['run'] = async ({ isQuick }) => {
  const [server, ada, ben] = await Promise.all([startCommunity(), launchChromium(), launchChromium()]);
  try {
    return [await shareToSeen(server, ada, ben, isQuick ? 8 : 40)];
  } finally {
    await Promise.all([ada.close(), ben.close()]);
    await server.stop();
  }
};
