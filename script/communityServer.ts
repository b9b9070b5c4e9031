import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export interface ServerOptions {
  readonly data: string;
  /** 0: a free one. */
  readonly port: number;
  /** Further flags of the server. */
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A community server in a process of its own. */
export interface CommunityServer {
  /** Its address, without a closing slash. */
  readonly address: string;
  /** What making a community on it asks for. */
  readonly creationKey: string;
  /** An invite link to the demo community; with `--demo` only. */
  readonly invite: string | undefined;
  readonly pid: number;
  /** End it, by SIGTERM as an operator does or by SIGKILL as a power cut does; done when it is gone. */
  readonly end: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
  /** Settles when the process is gone, for whatever reason. */
  readonly ended: Promise<unknown>;
}

const ENTRY = path.resolve(import.meta.dirname, '../community/src/main.ts');
/** A first start unpacks and prepares a database. */
const PATIENCE = 60_000;

/** Start a server and wait until it answers. Throws with what it complained of when it doesn't. */
export async function startServer({ data, port, args = [], environment = {} }: ServerOptions): Promise<CommunityServer> {
  const child = spawn(process.execPath, [ENTRY, '--json', '--data', data, '--port', String(port), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // a shell's settings are meant for the operator's own server; empty is unset
      DATABASE_URL: '',
      HOST: '',
      WHENCE_ADDRESS: '',
      WHENCE_CREATION_KEY: '',
      WHENCE_LOG_LEVEL: 'warn',
      ...environment,
    },
  });
  const ended = once(child, 'exit');
  // a caller that crashes takes its server with it
  const killAtExit = (): void => void child.kill('SIGKILL');
  process.once('exit', killAtExit);
  child.once('exit', () => process.off('exit', killAtExit));
  const end = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await ended;
  };
  const line = await new Promise<string>((resolve, reject) => {
    let printed = '';
    let complaints = '';
    const fail = (why: string): void => reject(new Error(`The community server ${why}${complaints && `:\n${complaints.trim()}`}`));
    const timer = setTimeout(() => {
      fail('did not start within a minute');
      child.kill('SIGKILL');
    }, PATIENCE);
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (!printed.includes('\n')) return;
      clearTimeout(timer);
      resolve(printed.slice(0, printed.indexOf('\n')));
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
  // the one line that community/src/main.ts announces itself with
  const { address, creationKey, invite } = JSON.parse(line) as { address: string; creationKey: string; invite?: string };
  return { address, creationKey, invite, pid: child.pid ?? 0, end, ended };
}
