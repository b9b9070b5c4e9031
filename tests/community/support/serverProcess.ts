import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { onTestFinished } from 'vitest';
import type { Send } from './people.ts';

const MAIN = fileURLToPath(new URL('../../../community/src/main.ts', import.meta.url));
const Announced = v.object({ address: v.string(), creationKey: v.string(), invite: v.optional(v.string()) });

interface ServerProcess extends v.InferOutput<typeof Announced> {
  readonly pid: number;
  readonly send: Send;
  /** Send a signal; answers the exit code, null when the signal itself was the end. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** What it wrote to stderr until now. */
  readonly said: () => string;
}

interface Wanted {
  readonly flags: readonly string[];
  readonly uid?: number;
  /** Another copy of Node, where this one is out of that user's reach. */
  readonly node?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A server as people start it, in a process of its own. Rejects with what it wrote to stderr when it does not start. */
export async function startProcess({ flags, uid, node = process.execPath, environment }: Wanted): Promise<ServerProcess> {
  const { DATABASE_URL: _url, WHENCE_DATA: _data, ...inherited } = process.env;
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', MAIN, '--json', '--port', '0', ...flags], {
    cwd: '/',
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null); // what Node says of an exit
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const line = await Promise.race([once(createInterface({ input: child.stdout }), 'line').then(([first]) => String(first)), ended]);
  if (typeof line !== 'string' || child.pid === undefined) throw new Error(stderr);
  const announced = v.parse(Announced, JSON.parse(line));
  return {
    ...announced,
    pid: child.pid,
    send: (path, init) => fetch(announced.address + path, init),
    ended,
    said: () => stderr,
    end: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
