import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { Engine } from '../../../community/src/postgres/binaries.ts';

/** A new, empty database of an engine, as a DATABASE_URL. */
export async function newDatabase(engine: Engine): Promise<string> {
  const server = `postgres://whence@${encodeURIComponent(inject('socketFolders')[engine] ?? '')}`;
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return `${server}/${name}`;
}
