import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { KEPT } from '../../domain/limits.ts';
import { words } from '../../locales/index.ts';
import { putText } from '../../storage/attachments.ts';
import { withDatabase } from './database.ts';

/** What entrypoints/read-tools answers. */
const ReadableText = v.object({ markdown: v.pipe(v.string(), v.maxLength(KEPT.pageText)), isCut: v.boolean() });

/**
 * Keep the readable text of the page in a tab beside the clip that is being made of it. Nobody waits for it,
 * and where it can't be had the clip has its address alone.
 */
export async function keepPageText(tabId: number, draftId: string): Promise<void> {
  try {
    const [run] = await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['/read-tools.js'] });
    const read = v.safeParse(ReadableText, run?.result);
    if (!read.success || read.output.markdown === '') return;
    const { markdown, isCut } = read.output;
    await withDatabase((database) => putText(database, draftId, isCut ? `${markdown}\n\n${words.reader.cut}` : markdown));
  } catch {
    // the tab has gone, or was closed to Whence meanwhile
  }
}
