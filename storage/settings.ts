import * as v from 'valibot';
import { ok, type Result } from '../domain/failure.ts';
import { Id } from '../domain/id.ts';
import { DEFAULT_SETTINGS, Settings } from '../domain/settings.ts';
import type { WhenceDatabase } from './database.ts';
import { write } from './failures.ts';

const SETTINGS_KEY = 'settings';
const CLIENT_KEY = 'clientId:';

/** Stored settings as settings: a field that is damaged or of a newer version falls back to its default alone. */
function parseSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS;
  const sound = Object.entries(stored).filter(([name, value]) => v.is(v.partial(Settings), { [name]: value }));
  return v.parse(Settings, Object.fromEntries(sound));
}

/** The person's choices; defaults where none was made. */
export const readSettings = async (database: WhenceDatabase): Promise<Settings> =>
  parseSettings((await database.settings.get(SETTINGS_KEY))?.value);

type Patch = { readonly [N in keyof Settings]?: Settings[N] | undefined };

/** Change some of the settings and answer all of them. A field that is absent or undefined stays as it is. */
export const patchSettings = (database: WhenceDatabase, patch: Patch): Promise<Result<Settings>> =>
  changeSettings(database, () => ok(patch));

/** The same where the change depends on how they are: nobody else's change comes in between. */
export const changeSettings = (database: WhenceDatabase, change: (now: Settings) => Result<Patch>): Promise<Result<Settings>> =>
  write(database, ['settings'], async () => {
    const now = await readSettings(database);
    const patch = change(now);
    if (!patch.ok) return patch;
    const given = Object.fromEntries(Object.entries(patch.value).filter(([, value]) => value !== undefined));
    const settings = parseSettings({ ...now, ...given });
    await database.settings.put({ key: SETTINGS_KEY, value: settings });
    return ok(settings);
  });

/**
 * This device's id in one community, made once: with the mutation id it tells a repeated push from a new
 * one. Another in each community, so that two servers can't tell that two members are one device.
 */
export const clientId = (database: WhenceDatabase, communityId: Id, newId: () => Id): Promise<Result<Id>> =>
  write(database, ['settings'], async () => {
    const known = v.safeParse(Id, (await database.settings.get(CLIENT_KEY + communityId))?.value);
    if (known.success) return ok(known.output);
    const made = newId();
    await database.settings.put({ key: CLIENT_KEY + communityId, value: made });
    return ok(made);
  });
