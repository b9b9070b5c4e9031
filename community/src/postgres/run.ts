import { execFile } from 'node:child_process';
import type { Account } from './account.ts';

/** Only what PostgreSQL's programs need: a PGPORT or PGDATA of this machine is meant for another cluster. */
const ENVIRONMENT: NodeJS.ProcessEnv = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };

/** How to start one of PostgreSQL's programs as an account, from a folder that every account may enter. */
export const asAccount = (account: Account | undefined): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } => ({
  cwd: '/',
  env: ENVIRONMENT,
  ...(account && { uid: account.uid, gid: account.gid }),
});

/** What a program prints. Rejects with what it wrote to stderr when it fails. */
export function run(program: string, flags: readonly string[], account: Account | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, [...flags], asAccount(account), (error, stdout, stderr) => {
      if (error) reject(new Error(stderr.trim() || error.message));
      else resolve(stdout);
    });
  });
}
