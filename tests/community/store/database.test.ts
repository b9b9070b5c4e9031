import { expect, it, onTestFinished } from 'vitest';
import { openPool } from '../../../community/src/store/database.ts';
import { newDatabase } from '../support/database.ts';
import { keepingLog } from '../support/keepingLog.ts';

it('no statement of a request may keep PostgreSQL busy for longer than 15 seconds', async () => {
  const pool = openPool({ connectionString: await newDatabase('npm') }, keepingLog().log);
  onTestFinished(() => pool.end());
  expect((await pool.query('SHOW statement_timeout')).rows).toEqual([{ statement_timeout: '15s' }]);
});
