import { beforeEach, describe, expect, it } from 'vitest';
import { attachedIds, pictureOf, putAttachment, putText, textOf } from '../../storage/attachments.ts';
import { keepDraft, removeClip, undoKeep } from '../../storage/clips.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { beginDraft, discardDraft, sweepDrafts } from '../../storage/drafts.ts';
import { aCapture, freshDatabase, idOf, idsFrom, someFields, valueOf } from './samples.ts';

const DAY = 24 * 60 * 60 * 1_000;
let database: WhenceDatabase;
let newId: () => string;
beforeEach(async () => {
  database = await freshDatabase();
  newId = idsFrom(1);
});

const begin = async (): Promise<string> => valueOf(await beginDraft(database, aCapture({ kind: 'page' }), { now: 1, newId })).id;
const keep = async (id: string) => valueOf(await keepDraft(database, { id, fields: someFields({ why: 'why' }) }, { now: 2, newId }));
const picture = (clipId: string, byte = 1) => ({ clipId, role: 'picture' as const, type: 'image/png', bytes: new Uint8Array([byte]) });

describe('a page’s text', () => {
  it('is kept compressed, and read again whole or as far as wanted', async () => {
    const id = await begin();
    const text = 'Grid lays out in two dimensions. 日本語\n'.repeat(5_000);
    valueOf(await putText(database, id, text));
    const stored = await database.attachments.get([id, 'text']);
    expect(stored?.bytes.length).toBeLessThan(text.length / 50);
    expect(await textOf(database, id)).toBe(text);
    expect(await textOf(database, id, 10)).toBe(text.slice(0, 10));
  });

  it('that comes after its draft was discarded is not kept', async () => {
    const id = await begin();
    valueOf(await discardDraft(database, id));
    valueOf(await putText(database, id, 'late'));
    expect(await attachedIds(database)).toEqual([]);
  });

  it('that comes after its draft was kept belongs to the clip', async () => {
    const id = await begin();
    await keep(id);
    valueOf(await putText(database, id, 'late'));
    expect(await textOf(database, id)).toBe('late');
  });

  it('that was damaged is none', async () => {
    await database.attachments.put({ clipId: idOf(1), role: 'text', type: 'text/markdown', bytes: new Uint8Array([1, 2, 3]) });
    expect(await textOf(database, idOf(1))).toBeUndefined();
  });
});

describe('what belongs to a draft', () => {
  it('goes when it is discarded', async () => {
    const id = await begin();
    valueOf(await putAttachment(database, picture(id)));
    valueOf(await discardDraft(database, id));
    expect(await attachedIds(database)).toEqual([]);
  });

  it('is the clip’s once it is kept, also when the clip is deleted, and when its draft comes back and is discarded', async () => {
    const id = await begin();
    valueOf(await putAttachment(database, picture(id)));
    await keep(id);
    valueOf(await removeClip(database, id, 3));
    expect(await pictureOf(database, id)).toMatchObject({ type: 'image/png' });
    await database.clips.update(id, { deletedAt: undefined });
    valueOf(await undoKeep(database, id, 4));
    valueOf(await discardDraft(database, id));
    expect(await pictureOf(database, id)).toBeDefined();
  });

  it('is replaced by what comes later', async () => {
    valueOf(await putAttachment(database, picture(idOf(9))));
    valueOf(await putAttachment(database, picture(idOf(9), 2)));
    expect([...((await pictureOf(database, idOf(9)))?.bytes ?? [])]).toEqual([2]);
  });

  it('is swept with it, and so is what no draft ever came for', async () => {
    const swept = await begin();
    const fresh = valueOf(await beginDraft(database, aCapture({ quote: 'fresh' }), { now: DAY, newId })).id;
    for (const id of [swept, fresh, idOf(77)]) valueOf(await putAttachment(database, picture(id)));
    expect(valueOf(await sweepDrafts(database, DAY + 2))).toBe(1);
    expect(await attachedIds(database)).toEqual([fresh]);
  });
});
