import { realpathSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A user of this machine, by number. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Whom PostgreSQL runs as where this process is root, since it refuses root; undefined where it runs as this process does. */
export function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = new Map<string, Account>();
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name = '', , uid, gid] = line.split(':');
    // macOS writes the number of `nobody` as -2
    if (uid && gid) accounts.set(name, { name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 });
  }
  return accounts.get('postgres') ?? accounts.get('nobody') ?? { name: 'nobody', uid: 65_534, gid: 65_534 };
}

/** Whether an account may go into (or run) what stands at a path: the permission on it and on every folder above it. */
export function canReach(path: string, account: Account | undefined): boolean {
  if (!account) return true;
  for (let at = realpathSync(path); ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
