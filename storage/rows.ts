import type { Member } from '../domain/community.ts';
import type { Decision } from '../domain/decision.ts';
import type { Id } from '../domain/id.ts';
import type { Post } from '../domain/post.ts';

/** A decision with the key that its spellings share (`decisionKey`). */
export type DecisionRow = Decision & { readonly key: string };

/** A post with what the device finds it by. */
export type PostRow = Post & {
  /** `threadId`, or empty for a post that opens a thread: an absent value can't be indexed. */
  readonly thread: string;
  /** The page that a shared clip is about. */
  readonly pageKey?: string;
  /** The sequence number under which this device first got the post; later changes raise `seq` only. */
  readonly firstSeq: number;
};

/** A member, kept after they left so that their posts still have a name. */
export type MemberRow = Member & { readonly communityId: Id; readonly hasLeft: boolean };

/** Single values by name: the settings, this device's client id, joins that are under way. */
export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

/** What the search index does not know yet: something was written or deleted since it was stored. */
export type Unindexed =
  | { readonly of: 'clip'; readonly id: Id }
  /** A decision, with the clips that are tied to it. */
  | { readonly of: 'decision'; readonly id: Id }
  /** A thread, by the post that opens it. */
  | { readonly of: 'post'; readonly communityId: Id; readonly id: Id }
  /** A thread, by any post in it. */
  | { readonly of: 'reply'; readonly communityId: Id; readonly id: Id }
  /** All threads that a member began, or everything of a community: a name changed. */
  | { readonly of: 'member'; readonly communityId: Id; readonly id: Id }
  | { readonly of: 'community'; readonly id: Id }
  /** Of a clip or a post, whichever has this id: its passage went, or came back, or what stands in its place was refused. */
  | { readonly of: 'passages'; readonly id: Id };

/** A line of the journal; the later the higher. */
export interface UnindexedRow {
  readonly number?: number;
  readonly touched: Unindexed;
}

/** One thing that is searched, by what it is kept under. */
export type Searched =
  | { readonly kind: 'clip' | 'decision'; readonly id: Id }
  | { readonly kind: 'post'; readonly communityId: Id; readonly id: Id };

/** The search index as it was stored last (`index`), and what is said of it without reading it (`state`). */
export type SearchIndexRow = { readonly key: 'index'; readonly value: unknown } | ({ readonly key: 'state' } & IndexState);

export interface IndexState {
  /** Rises with each time that the index is stored. */
  readonly generation: number;
  /** The last line of the journal that the index knows. */
  readonly through: number;
  /** Nothing was stored since everything was put into the journal anew: that there is no index is as it should be. */
  readonly isBuilding?: boolean;
}
