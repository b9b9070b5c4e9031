import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Ran {
  /** The exit code; 1 when a signal ended it. */
  readonly code: number;
  /** Both streams, as they came. */
  readonly output: string;
  readonly seconds: number;
}

/** Run a program to its end and keep what it printed. Its standard input is closed. `folder` is where it starts; ours by default. */
export async function run(
  [program = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  folder = '.',
): Promise<Ran> {
  const begin = performance.now();
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  let code: number | null;
  try {
    [code] = (await once(child, 'close')) as [number | null]; // the event's documented arguments
  } catch (error) {
    return { code: 1, output: String(error), seconds: 0 };
  }
  return { code: code ?? 1, output: output.trimEnd(), seconds: (performance.now() - begin) / 1_000 };
}

/** Do something with each item, so many at a time. */
export async function inTurns<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
