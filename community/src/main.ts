import { pino } from 'pino';
import { CannotStart } from './cannotStart.ts';
import { seedDemo } from './demo.ts';
import type { Log } from './log.ts';
import { startServer, type RunningServer } from './server.ts';
import { readSettings, type Settings } from './settings.ts';

/** What the caller needs to know, on stdout; the log goes to stderr. */
function announce({ address, creationKey }: RunningServer, { dataFolder, json }: Settings, invite: string | undefined): void {
  if (json) {
    console.log(JSON.stringify({ address, creationKey, ...(invite && { invite }) }));
    return;
  }
  console.log(`Whence community server: ${address}`);
  console.log(`Data folder: ${dataFolder}`);
  console.log(`Creation key (to make a community): ${creationKey}`);
  if (invite) console.log(`Demo invite: ${invite}`);
}

/** A demo that can't be made is told of, and is no reason to keep people from their communities. */
async function demoInvite({ address, creationKey }: RunningServer, log: Log): Promise<string | undefined> {
  try {
    return (await seedDemo({ baseUrl: address, creationKey })).invite;
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    log.warn(`${error.message} ${error.next}`);
    return undefined;
  }
}

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env);
  // written at once: the last lines before an exit are those that matter
  const destination = pino.destination({ dest: 2, sync: true });
  // a terminal that was closed takes no more lines, and stopping cleanly is still to be done
  destination.on('error', () => undefined);
  const log = pino({ level: settings.logLevel }, destination);
  let isStopping = false;
  const stop = (code: number): void => {
    if (isStopping) {
      // asked twice: only what keeps the data whole is still waited for
      void starting.then(
        (server) => server.hurry(),
        () => undefined,
      );
      return;
    }
    isStopping = true;
    log.info('stopping');
    // a start that is under way is waited for, as it would leave its PostgreSQL running
    starting
      .then((server) => server.stop())
      .then(
        () => process.exit(code),
        (error: unknown) => {
          log.fatal({ error: String(error) }, 'the server did not stop cleanly');
          process.exit(1);
        },
      );
  };
  const onLost = (): void => {
    log.fatal('PostgreSQL ended by itself; ending too, so that whatever supervises this server starts both again');
    stop(1);
  };
  const starting = startServer({ ...settings, log, onLost });
  // SIGHUP: the terminal was closed
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
  const server = await starting;
  try {
    const invite = settings.demo ? await demoInvite(server, log) : undefined;
    announce(server, settings, invite);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof CannotStart ? `${error.message}\n${error.next}` : error);
  process.exit(1);
});
