import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const Package = v.object({ version: v.string() });

/** Of this server, as its package.json states it. */
export const VERSION: string = v.parse(Package, JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).version;
