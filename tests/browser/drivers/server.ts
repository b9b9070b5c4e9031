import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer } from '../../../script/communityServer.ts';

export interface CommunityOptions {
  /** A data folder that outlives the server, for a test that starts it again. Otherwise a new one, deleted at the end. */
  readonly data?: string;
  /** A free one by default. */
  readonly port?: number;
  /** Further flags of the server, as `--demo`. */
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A community server of the test's own. */
export interface RunningCommunity {
  /** Its address, without a closing slash. */
  readonly address: string;
  readonly creationKey: string;
  /** An invite link to the demo community; with `--demo` only. */
  readonly invite: string | undefined;
  readonly data: string;
  /** End it as an operator does. A folder that was not given is deleted. */
  readonly stop: () => Promise<void>;
  /** End it as a power cut does. */
  readonly kill: () => Promise<void>;
}

export async function startCommunity({ data, port = 0, args = [], environment = {} }: CommunityOptions = {}): Promise<RunningCommunity> {
  const folder = data ?? mkdtempSync(path.join(tmpdir(), 'whence-community-'));
  const { end, ...server } = await startServer({ data: folder, port, args, environment });
  return {
    address: server.address,
    creationKey: server.creationKey,
    invite: server.invite,
    data: folder,
    stop: async () => {
      await end('SIGTERM');
      if (data === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    kill: () => end('SIGKILL'),
  };
}
