import { browser } from 'wxt/browser';
import { fail, type Result } from '../../domain/failure.ts';
import { KEPT } from '../../domain/limits.ts';
import type { View } from '../../messaging/mediaProtocol.ts';
import { putAttachment } from '../../storage/attachments.ts';
import { isOpenedTo } from './access.ts';
import { tellComposers } from './composers.ts';
import { withDatabase } from './database.ts';
import { cutOut, keepable } from './pictures.ts';

/** How long an image's own server may take, and until the browser takes another picture of a tab. Milliseconds. */
const PATIENCE = { server: 10_000, camera: 600 } as const;
/** Bytes; what is larger than is kept is made smaller. */
const LARGEST_FETCHED = 4 * KEPT.picture;

/** Keep a picture for the draft that has this id, or will have it. */
export async function keepPicture(id: string, picture: Blob): Promise<Result<undefined>> {
  const kept = await keepable(picture);
  if (!kept) return fail('picture-too-large');
  const bytes = new Uint8Array(await kept.arrayBuffer());
  const stored = await withDatabase((database) => putAttachment(database, { clipId: id, role: 'picture', type: kept.type, bytes }));
  if (stored.ok) tellComposers(id);
  return stored;
}

/** Keep a part of what a tab shows, as long as it is the one that its window shows. */
export async function photograph(tabId: number, id: string, view: View): Promise<Result<undefined>> {
  const tab = await browser.tabs.get(tabId);
  if (!tab.active || tab.windowId === undefined) return fail('picture-not-allowed');
  const shown = (await pictureOfWindow(tab.windowId)) ?? (await later(() => pictureOfWindow(tab.windowId)));
  // the person may have gone to another tab meanwhile, and the picture be of that one
  if (!(await browser.tabs.get(tabId)).active) return fail('picture-not-allowed');
  const part = shown && (await cutOut(shown, view));
  return part ? keepPicture(id, part) : fail('picture-not-allowed');
}

/** Answers nothing where the browser allows none: without a gesture, or too soon after the last one. */
async function pictureOfWindow(windowId: number | undefined): Promise<string | undefined> {
  try {
    return windowId === undefined ? undefined : await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
  } catch {
    return undefined;
  }
}

const later = <T>(act: () => Promise<T>): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(act()), PATIENCE.camera));

/** The address of an image that a person chose in the menu, by the draft that it becomes; as the browser told it. Outlives the worker. */
const CHOSEN = 'image:';

/** Only what can be asked for: an address that holds the image itself may be larger than all that a session can store. */
export async function noteImage(id: string, address: string): Promise<void> {
  if (/^https?:/i.test(address) && address.length <= KEPT.address) await browser.storage.session.set({ [CHOSEN + id]: address });
}

export const forgetImage = (id: string): Promise<void> => browser.storage.session.remove(CHOSEN + id);

/**
 * Keep the own bytes of an image that its page could not read, in the place of what was cut out of the screen.
 * Asked for without cookies, of a site that the person opened to Whence, and once: no page can name an address.
 */
export async function fetchPicture(id: string): Promise<Result<undefined>> {
  const { [CHOSEN + id]: address } = await browser.storage.session.get(CHOSEN + id);
  await forgetImage(id);
  if (typeof address !== 'string' || !(await isOpenedTo(address))) return fail('picture-not-allowed');
  try {
    const answer = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE.server),
    });
    const picture = answer.ok ? await bounded(answer) : undefined;
    return picture ? await keepPicture(id, picture) : fail('picture-not-allowed');
  } catch {
    return fail('picture-not-allowed');
  }
}

/** An answer's picture, unless it is none or far too large to be kept. */
async function bounded(answer: Response): Promise<Blob | undefined> {
  const type = answer.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
  if (!type.startsWith('image/') || !answer.body) return undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const part of answer.body) {
    size += part.length;
    if (size > LARGEST_FETCHED) return undefined;
    parts.push(part);
  }
  return size > 0 ? new Blob(parts, { type }) : undefined;
}
