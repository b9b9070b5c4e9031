import { ok } from '../../domain/failure.ts';
import type { findCalls } from '../../messaging/findProtocol.ts';
import type { Handlers } from '../../messaging/receive.ts';
import { forgetSearch, keepSearch } from '../../storage/searches.ts';
import { withDatabase } from './database.ts';

/** Searches that are offered again. */
export const searchHandlers: Pick<Handlers<typeof findCalls>, 'keepSearch' | 'forgetSearch'> = {
  async keepSearch({ list, query }) {
    const kept = await withDatabase((database) => keepSearch(database, list, query));
    return kept.ok ? ok(undefined) : kept;
  },
  async forgetSearch({ list, query }) {
    const forgotten = await withDatabase((database) => forgetSearch(database, list, query));
    return forgotten.ok ? ok(undefined) : forgotten;
  },
};
