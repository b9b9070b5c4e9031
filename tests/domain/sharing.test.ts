import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Clip } from '../../domain/clip.ts';
import { SHARED } from '../../domain/limits.ts';
import { ClipBody, sizeOfPost } from '../../domain/post.ts';
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
  it('holds a block that was chosen whole once, not again as its own surroundings', () => {
    const whole = { ...clip, context: { paragraph: 'Prefer the platform.' } };
    const shared = shareBody(whole, undefined, SHARE_ALL);
    expect(shared.ok && shared.value.body).not.toHaveProperty('paragraph');
  });
  it('is refused in words when the why is longer than a community takes', () => {
    expect(shareBody({ ...clip, why: 'x'.repeat(SHARED.why + 1) }, undefined, SHARE_ALL)).toEqual({
      ok: false,
      error: { code: 'why-too-long-to-share', detail: { length: SHARED.why + 1, limit: SHARED.why } },
    });
  });
  it('is refused when a selector holds a longer passage than a community takes', () => {
    const long: Clip = { ...clip, selectors: [{ type: 'TextQuoteSelector', exact: 'x'.repeat(SHARED.quote + 1) }] };
    expect(shareBody(long, undefined, SHARE_ALL)).toEqual({
      ok: false,
      error: { code: 'quote-too-long-to-share', detail: { length: SHARED.quote + 1, limit: SHARED.quote } },
    });
  });
  it('is taken by a community whenever it is not refused here, whatever the clip holds', () => {
    const word = fc.constantFrom('x', '語', '\u0001', '🌱', ' ');
    const text = (max: number) => fc.tuple(word, fc.integer({ min: 0, max })).map(([part, length]) => part.repeat(length).slice(0, length));
    const xpath = fc.record({ type: fc.constant('XPathSelector' as const), value: text(4_000) });
    const selector = fc.oneof(
      fc.record({
        type: fc.constant('TextQuoteSelector' as const),
        exact: text(SHARED.quote + 50),
        prefix: text(1_000),
        suffix: text(1_000),
      }),
      fc.record({ type: fc.constant('TextPositionSelector' as const), start: fc.nat(), end: fc.nat() }),
      fc.record({ type: fc.constant('RangeSelector' as const), startSelector: xpath, endSelector: xpath }),
      fc.record({ type: fc.constant('FragmentSelector' as const), value: text(4_000), conformsTo: text(500) }),
    );
    const clips = fc
      .record({
        why: text(SHARED.why),
        quote: text(SHARED.quote),
        selectors: fc.array(selector, { maxLength: 16 }),
        title: text(2_000),
        paragraph: text(20_000),
        headings: fc.array(text(300), { maxLength: 8 }),
        tags: fc.array(text(60), { maxLength: 50 }),
      })
      .map(({ title, paragraph, headings, ...rest }): Clip => ({
        ...clip,
        ...rest,
        source: { ...clip.source, title },
        context: { paragraph, headings },
      }));
    const seen = { shared: 0, refused: 0 };
    fc.assert(
      fc.property(clips, fc.boolean(), (drawn, paragraph) => {
        const shared = shareBody(drawn, decision, { ...SHARE_ALL, paragraph });
        seen[shared.ok ? 'shared' : 'refused'] += 1;
        return !shared.ok || (v.is(ClipBody, shared.value.body) && sizeOfPost(shared.value.body) <= SHARED.post);
      }),
    );
    expect(Math.min(seen.shared, seen.refused)).toBeGreaterThan(0);
  });
  it('is refused for a page that nobody else can open', () => {
    const local = { ...clip, source: { ...clip.source, address: 'file:///home/me/notes.html' } };
    expect(shareBody(local, undefined, SHARE_ALL)).toMatchObject({ ok: false, error: { code: 'page-not-shareable' } });
  });
});

describe('what goes out of other kinds of clips', () => {
  const bodyOf = (changed: Partial<Clip>) => {
    const shared = shareBody({ ...clip, ...changed }, undefined, SHARE_ALL);
    if (!shared.ok) throw new Error(shared.error.code);
    expect(v.is(ClipBody, shared.value.body)).toBe(true);
    return shared.value;
  };

  it('is the kind, the address without its secrets, and the words', () => {
    const { body, droppedFromAddress } = bodyOf({
      kind: 'image',
      media: { address: 'https://a.example/bee.png?signature=s3cret', alt: 'A bee', caption: 'On clover' },
    });
    expect(body).toMatchObject({
      clipped: 'image',
      media: { address: 'https://a.example/bee.png', alt: 'A bee', caption: 'On clover' },
    });
    expect(droppedFromAddress).toContain('signature');
  });

  it('is never an address that others can’t open', () => {
    expect(bodyOf({ kind: 'link', media: { address: 'file:///home/ada/notes.txt' } }).body).not.toHaveProperty('media');
  });

  it('is a moment’s time', () => {
    expect(bodyOf({ kind: 'moment', media: { seconds: 754, duration: 3_600 } }).body.media).toEqual({ seconds: 754, duration: 3_600 });
  });

  it('is every passage, without its surroundings where those are left out', () => {
    const morePassages = [
      {
        quote: 'two',
        selectors: [{ type: 'TextQuoteSelector' as const, exact: 'two', prefix: 'private ' }],
        context: { paragraph: 'private two' },
      },
    ];
    expect(bodyOf({ morePassages }).body.morePassages).toEqual([{ quote: 'two', selector: [morePassages[0]?.selectors[0]] }]);
    expect(JSON.stringify(shareBody({ ...clip, morePassages }, undefined, { ...SHARE_ALL, paragraph: false }))).not.toContain('private');
  });

  it('is refused when a further passage is longer than a community takes', () => {
    const shared = shareBody(
      { ...clip, morePassages: [{ quote: 'x'.repeat(SHARED.quote + 1), selectors: [], context: {} }] },
      undefined,
      SHARE_ALL,
    );
    expect(shared.ok || shared.error.code).toBe('quote-too-long-to-share');
  });
});
