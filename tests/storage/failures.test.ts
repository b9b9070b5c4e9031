import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { keepDraft } from '../../storage/clips.ts';
import { beginDraft, draftById } from '../../storage/drafts.ts';
import { databaseFailure } from '../../storage/failures.ts';
import { aCapture, codeOf, freshDatabase, idsFrom, someFields, valueOf } from './samples.ts';

const full = () => new DOMException('disk full', 'QuotaExceededError');

it.each([
  ['a plain quota error', full(), 'quota-exceeded'],
  ['a quota error inside an abort', new Dexie.AbortError('aborted', full()), 'quota-exceeded'],
  ['a quota error two layers down', new Dexie.AbortError('aborted', new Dexie.OpenFailedError('failed', full())), 'quota-exceeded'],
  ['a quota error as a cause', new Error('failed', { cause: full() }), 'quota-exceeded'],
  ['a newer version', new Dexie.VersionError('newer'), 'database-newer'],
  ['a closed database', new Dexie.DatabaseClosedError('closed'), 'database-failed'],
  ['a text', 'oops', 'database-failed'],
  ['nothing', undefined, 'database-failed'],
])('%s is a failure with its code', (_, error, code) => {
  expect(databaseFailure(error).code).toBe(code);
});

it('an error that is its own cause ends', () => {
  const error: { name: string; inner?: unknown } = { name: 'Error' };
  error.inner = error;
  expect(databaseFailure(error).code).toBe('database-failed');
});

it('a disk that runs full under a write leaves what was there', async () => {
  const database = await freshDatabase();
  const newId = idsFrom(1);
  const draft = valueOf(await beginDraft(database, aCapture(), { now: 1, newId }));
  database.clips.hook('creating', () => {
    throw full();
  });
  expect(codeOf(await keepDraft(database, { id: draft.id, fields: someFields({ why: 'why' }) }, { now: 2, newId }))).toBe('quota-exceeded');
  expect(await draftById(database, draft.id)).toBeDefined();
});
