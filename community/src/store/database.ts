import pg from 'pg';
import type { Log } from '../log.ts';

/** Where statements go: a pool, or one connection of it. */
export type Database = Pick<pg.Pool, 'query'>;

// 64-bit numbers here are sequence numbers and milliseconds, far below 2^53
const readBigint = (text: string): number => Number(text);
const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    // the library's overloads per format can't be told to a type checker through one function
    id === pg.types.builtins.INT8 ? readBigint : pg.types.getTypeParser(id, format)) as pg.CustomTypesConfig['getTypeParser'],
};

export function openPool(connection: pg.ClientConfig, log: Log): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    types,
    max: 16,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // PostgreSQL gives a statement up; where even that is not heard, so does this side
    statement_timeout: 15_000,
    query_timeout: 20_000,
  });
  // a connection that breaks while it idles is replaced; unheard, its error would end the process
  pool.on('error', (error) => log.warn({ error: error.message }, 'a database connection broke'));
  return pool;
}
