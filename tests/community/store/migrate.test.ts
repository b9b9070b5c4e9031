import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../community/src/store/migrate.ts';
import { newDatabase } from '../support/database.ts';
import { keepingLog } from '../support/keepingLog.ts';

it('a database that a newer version has used is refused in words, and one of this version is not', async () => {
  const connection = { connectionString: await newDatabase('npm') };
  const { log } = keepingLog();
  await migrate(connection, log);
  await migrate(connection, log);
  const client = new pg.Client(connection);
  await client.connect();
  onTestFinished(() => client.end());
  await client.query("INSERT INTO migrations (name, run_on) VALUES ('999_later', now())");
  await expect(migrate(connection, log)).rejects.toMatchObject({
    message: expect.stringMatching(/newer version.*999_later/),
    next: expect.stringContaining('Start that version'),
  });
});
