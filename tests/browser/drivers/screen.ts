import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A screen that nobody looks at, for what a headless browser does not show: its own prompts. */
export interface Screen {
  readonly display: string;
  /** Press real keys in the window that has them: `Return`, `shift+Tab`, `alt+shift+w`. */
  readonly press: (...chords: readonly string[]) => Promise<void>;
  readonly close: () => void;
}

/** Start Xvfb on a free display. */
export async function openScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdout.once('data', (number: Buffer) => resolve(`:${number.toString().trim()}`));
  });
  return {
    display,
    press: async (...chords) =>
      void (await run('xdotool', ['key', '--delay', '80', ...chords], { env: { ...process.env, DISPLAY: display } })),
    close: () => void server.kill(),
  };
}
