import { browser } from 'wxt/browser';
import { ok } from '../../domain/failure.ts';
import { searchedOf } from '../../finding/readCards.ts';
import { relatedToDraft } from '../../finding/relatedToDraft.ts';
import { words } from '../../locales/index.ts';
import type { findCalls } from '../../messaging/findProtocol.ts';
import type { Handlers } from '../../messaging/receive.ts';
import { draftById } from '../../storage/drafts.ts';
import { reading } from './database.ts';
import { openedFinder } from './finder.ts';
import { openCard } from './openCard.ts';

/** More would keep somebody from writing. */
const MOST = 4;

/** What is offered beside a why while it is written. */
export const relatedHandlers: Pick<Handlers<typeof findCalls>, 'related' | 'openRelated'> = {
  related: ({ id, why, decision }) =>
    reading(async (database) => {
      const [finder, draft] = await Promise.all([openedFinder(), draftById(database, id)]);
      if (!finder || !draft) return [];
      const like = await relatedToDraft(finder, draft, { why, decision }, { limit: MOST, now: Date.now() });
      return like.map((one) => ({ id: one.id, kind: one.kind, line: one.reason, source: words.related.source(one) }));
    }),
  async openRelated({ id, kind }) {
    await openCard(searchedOf(id, kind), (url) => browser.tabs.create({ url }));
    return ok(undefined);
  },
};
