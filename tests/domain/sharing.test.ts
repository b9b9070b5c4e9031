import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Clip } from '../../domain/clip.ts';
import { SHARED } from '../../domain/limits.ts';
import { ClipBody } from '../../domain/post.ts';
import { SHARE_ALL, shareBody } from '../../domain/sharing.ts';

const clip: Clip = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  kind: 'passage',
  pageKey: 'https://a.example/x',
  source: { address: 'https://a.example/x?id=1&token=s3cret', title: 'On routers', author: 'Ada' },
  quote: 'Prefer the platform.',
  selectors: [{ type: 'TextQuoteSelector', exact: 'Prefer the platform.', prefix: 'before ', suffix: ' after' }],
  context: { paragraph: 'before Prefer the platform. after', headings: ['Advice'] },
  why: 'Settles the router question',
  tags: ['router'],
  evidence: { decisionId: '01890a5d-ac96-774b-bcce-b302099a8058', stance: 'supports' },
  createdAt: 1,
  updatedAt: 1,
};
const decision = {
  id: '01890a5d-ac96-774b-bcce-b302099a8058',
  question: 'Which router?',
  status: 'open',
  createdAt: 1,
  updatedAt: 1,
} as const;

describe('what goes out when a clip is shared', () => {
  it('is a body that the wire accepts, with the secret taken off the address', () => {
    const shared = shareBody(clip, decision, SHARE_ALL);
    if (!shared.ok) throw new Error(shared.error.code);
    expect(v.is(ClipBody, shared.value.body)).toBe(true);
    expect(shared.value.body.target.source).toBe('https://a.example/x?id=1');
    expect(shared.value.droppedFromAddress).toEqual(['token']);
    expect(shared.value.body.decision).toEqual({ question: 'Which router?', stance: 'supports' });
  });
  it('holds nothing that the person left out', () => {
    const shared = shareBody(clip, decision, { paragraph: false, tags: false, decision: false });
    const sent = JSON.stringify(shared);
    for (const leftOut of ['before', 'after', 'Which router?', '"router"']) expect(sent).not.toContain(leftOut);
  });
  it('never holds an id, a date or the address as it was opened', () => {
    const sent = JSON.stringify(shareBody(clip, decision, SHARE_ALL));
    for (const kept of [clip.id, 'createdAt', 's3cret', 'pageKey']) expect(sent).not.toContain(kept);
  });
  it('is refused in words when the why is longer than a community takes', () => {
    expect(shareBody({ ...clip, why: 'x'.repeat(SHARED.why + 1) }, undefined, SHARE_ALL)).toEqual({
      ok: false,
      error: { code: 'why-too-long-to-share', detail: { length: SHARED.why + 1, limit: SHARED.why } },
    });
  });
  it('is refused for a page that nobody else can open', () => {
    const local = { ...clip, source: { ...clip.source, address: 'file:///home/me/notes.html' } };
    expect(shareBody(local, undefined, SHARE_ALL)).toMatchObject({ ok: false, error: { code: 'page-not-shareable' } });
  });
});
