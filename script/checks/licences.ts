import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What a package of ours that is delivered may be licensed as; anything else is looked at by a person first. */
const FREE = /^(?:MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|PostgreSQL|CC0-1\.0|BlueOak-1\.0\.0|MPL-2\.0|Python-2\.0|Unlicense)$/;

interface Locked {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly license?: string;
}

const isFree = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((one) => FREE.test(one.trim())));

/** The licence that an installed package states, or that the lock file noted for one of another platform. */
function licenceOf(place: string, locked: Locked): string {
  try {
    const { license } = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8')) as { license?: string | { type?: string } };
    return (typeof license === 'string' ? license : license?.type) ?? 'none stated';
  } catch {
    return locked.license ?? 'none stated';
  }
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const delivered = Object.entries(packages).filter(
  ([place, locked]) => place.includes('node_modules/') && !locked.dev && !locked.devOptional && !locked.link,
);
const refused = delivered
  .map(([place, locked]) => ({ place, licence: licenceOf(place, locked) }))
  .filter(({ licence }) => !isFree(licence));
for (const { place, licence } of refused) console.error(`${place}: ${licence}`);
if (delivered.length === 0) console.error('no delivered package was found');
process.exitCode = refused.length > 0 || delivered.length === 0 ? 1 : 0;
