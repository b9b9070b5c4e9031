import { browser } from 'wxt/browser';
import { fail, ok } from '../../domain/failure.ts';
import type { calls } from '../../messaging/protocol.ts';
import type { Handlers } from '../../messaging/receive.ts';
import { askPage } from '../../messaging/send.ts';
import { quoteDraft } from '../../storage/draftQuote.ts';
import { begin } from './clipHandlers.ts';
import { withDatabase } from './database.ts';
import { clipTarget, openComposerWindow } from './gestures.ts';

/** What concerns pages whose words Whence can't read, or that leave its composer no peace. */
export const unreadHandlers: Pick<Handlers<typeof calls>, 'beginNote' | 'quoteDraft' | 'regionInstead' | 'continueInWindow'> = {
  beginNote: ({ id, source }) => begin({ kind: 'page', source, selectors: [], context: {}, isUnread: true }, id),
  quoteDraft: ({ id, quote }) => withDatabase((database) => quoteDraft(database, id, quote, Date.now())),
  async regionInstead(_nothing, { tabId }) {
    if (tabId === undefined) return fail('not-allowed');
    await clipTarget(await browser.tabs.get(tabId), { kind: 'region' }, { beginDraft: begin });
    return ok(undefined);
  },
  async continueInWindow({ id }, { tabId }) {
    await openComposerWindow(id);
    return tabId === undefined ? ok(undefined) : askPage(tabId, 'hideComposer', undefined);
  },
};
