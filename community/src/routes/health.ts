import { ok } from '../../../domain/failure.ts';
import { Health } from '../../../domain/wire.ts';
import { openDoor } from '../door.ts';
import { VERSION } from '../version.ts';

export const health = openDoor(
  { method: 'get', path: '/health', summary: 'Whether this is a community server, and answers.', output: Health },
  async ({ deps }) => {
    await deps.pool.query('SELECT 1');
    return ok({ service: 'whence-community', status: 'ok', version: VERSION });
  },
);
