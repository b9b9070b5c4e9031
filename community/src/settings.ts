import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { parseServer } from '../../domain/invite.ts';
import { CannotStart } from './cannotStart.ts';
import { ENGINES } from './postgres/binaries.ts';
import { BEARER_TOKEN } from './secrets.ts';

const Port = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.maxValue(65_535));
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const Settings = v.object({
  dataFolder: v.string(),
  databaseUrl: v.optional(v.string()),
  engine: v.optional(v.picklist(ENGINES)),
  host: v.string(),
  port: Port,
  publicAddress: v.optional(v.string()),
  creationKey: v.optional(
    v.pipe(v.string(), v.minLength(16), v.regex(BEARER_TOKEN, 'only letters, digits and - . _ ~ + / can go over the wire')),
  ),
  logLevel: v.picklist(LEVELS),
  restored: v.boolean(),
  demo: v.boolean(),
  json: v.boolean(),
});
export type Settings = v.InferOutput<typeof Settings>;

const FLAGS = {
  data: { type: 'string' },
  engine: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
  address: { type: 'string' },
  restored: { type: 'boolean' },
  demo: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Where data goes when nobody says where: what each system has for it. */
export function defaultDataFolder(environment: Environment, platform: NodeJS.Platform, isRoot: boolean): string {
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Whence');
  if (isRoot) return '/var/lib/whence';
  const home = environment['HOME'] ?? homedir();
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Whence');
  return join(environment['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'whence');
}

function readFlags(flags: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof FLAGS }>>['values'] {
  try {
    return parseArgs({ args: [...flags], options: FLAGS }).values;
  } catch (error) {
    throw new CannotStart(error instanceof Error ? error.message : String(error), 'The flags are listed in community/README.md.');
  }
}

/** An address that ends without a slash, as invite links are built on it. */
function publicAddress(typed: string | undefined): string | undefined {
  if (!typed) return undefined;
  const address = parseServer(typed);
  if (!address.ok)
    throw new CannotStart(
      `${typed} can't be this server's public address.`,
      'Give one that starts with https://, as people will see it in invite links.',
    );
  return address.value;
}

/** What the command line and the environment say, the command line first. Throws CannotStart. */
export function readSettings(flags: readonly string[], environment: Environment): Settings {
  const given = readFlags(flags);
  const settings = v.safeParse(Settings, {
    dataFolder: given.data ?? (environment['WHENCE_DATA'] || defaultDataFolder(environment, process.platform, process.getuid?.() === 0)),
    databaseUrl: environment['DATABASE_URL'] || undefined,
    engine: given.engine,
    host: given.host ?? (environment['HOST'] || '127.0.0.1'),
    port: given.port ?? (environment['PORT'] || '8790'),
    publicAddress: publicAddress(given.address ?? environment['WHENCE_ADDRESS']),
    creationKey: environment['WHENCE_CREATION_KEY'] || undefined,
    logLevel: environment['WHENCE_LOG_LEVEL'] || 'info',
    restored: given.restored ?? false,
    demo: given.demo ?? false,
    json: given.json ?? false,
  });
  if (settings.success) return settings.output;
  const [issue] = settings.issues;
  throw new CannotStart(
    `The setting ${v.getDotPath(issue)} can't be used: ${issue.message}.`,
    'The settings are listed in community/README.md.',
  );
}
