import * as v from 'valibot';
import { expect, it } from 'vitest';
import { Id } from '../../domain/id.ts';
import { Join } from '../../domain/wire.ts';
import { newId, newToken } from '../../storage/ids.ts';

it('ids are valid and sort in the order in which they were made', () => {
  const ids = Array.from({ length: 500 }, newId);
  expect(ids.every((id) => v.is(Id, id))).toBe(true);
  expect([...ids].sort()).toEqual(ids);
});

it('tokens are what a server accepts, and never the same', () => {
  const tokens = Array.from({ length: 50 }, newToken);
  expect(tokens.every((token) => v.is(Join.entries.token, token))).toBe(true);
  expect(new Set(tokens).size).toBe(50);
});
