import type { Capture } from '../../domain/clip.ts';
import type { Membership } from '../../domain/community.ts';
import type { DraftFields } from '../../domain/draft.ts';
import type { Result } from '../../domain/failure.ts';
import { EMPTY_FIELDS } from '../../domain/draft.ts';
import type { Post } from '../../domain/post.ts';
import type { Mutation } from '../../domain/wire.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { openDatabase } from '../../storage/open.ts';

/** The nth id: a UUID whose order is that of `n`. */
export const idOf = (n: number): string => `0190a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** Ids one after the other, from the nth on. */
export const idsFrom = (first: number): (() => string) => {
  let next = first;
  return () => idOf(next++);
};

export const COMMUNITY = idOf(0xc0);
export const ME = idOf(0xa0);
export const ADA = idOf(0xa1);

export const aCapture = (changed: Partial<Capture> = {}): Capture => ({
  kind: 'passage',
  source: { address: 'https://a.example/layout', title: 'Grid or flex' },
  quote: 'Grid lays out in two dimensions',
  selectors: [{ type: 'TextQuoteSelector', exact: 'Grid lays out in two dimensions' }],
  context: { paragraph: 'Grid lays out in two dimensions, flex in one.', headings: ['Layout'] },
  ...changed,
});

export const someFields = (changed: Partial<DraftFields> = {}): DraftFields => ({ ...EMPTY_FIELDS, ...changed });

export const aMembership = (changed: Partial<Membership> = {}): Membership => ({
  id: COMMUNITY,
  name: 'Front-end guild',
  purpose: 'Choose together',
  createdAt: 1,
  server: 'https://whence.example',
  memberId: ME,
  memberName: 'Me',
  role: 'member',
  token: 't'.repeat(43),
  joinedAt: 1,
  seenSeq: 0,
  ...changed,
});

export const aNote = (n: number, changed: Partial<Post> = {}): Post => ({
  id: idOf(n),
  communityId: COMMUNITY,
  authorId: ADA,
  body: { kind: 'note', text: `note ${n}` },
  reactions: { relied: [] },
  createdAt: n,
  seq: n,
  ...changed,
});

export const aSharedClip = (n: number, address = 'https://a.example/layout'): Post =>
  aNote(n, {
    body: { kind: 'clip', why: `why ${n}`, title: 'Grid', tags: [], target: { type: 'SpecificResource', source: address, selector: [] } },
  });

export const aMutation = (n: number, text = `note ${n}`): Mutation => ({
  type: 'post',
  id: idOf(n),
  postId: idOf(n + 0x10000),
  body: { kind: 'note', text },
});

let databases = 0;
export const freshName = (): string => `whence-test-${databases++}`;

/** A database of its own, open. */
export async function freshDatabase(): Promise<WhenceDatabase> {
  return valueOf(await openDatabase({ name: freshName() }));
}

/** What a result holds; a failure ends the test with its code. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`unexpected ${result.error.code} ${JSON.stringify(result.error.detail ?? {})}`);
  return result.value;
}

export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);
