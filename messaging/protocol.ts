import * as v from 'valibot';
import { Capture, ClipEdit, Trail, type Clip } from '../domain/clip.ts';
import { Name, Purpose } from '../domain/community.ts';
import { DraftFields, type Draft } from '../domain/draft.ts';
import { Id } from '../domain/id.ts';
import { ClipBody, NoteBody, Reaction } from '../domain/post.ts';
import { Settings } from '../domain/settings.ts';
import { Sighting } from '../domain/sighting.ts';
import { MakeInvite, type Invite, type InviteLook } from '../domain/wire.ts';
import { anchorCalls } from './anchorProtocol.ts';
import { call, type InputOf, type OutputOf } from './call.ts';
import { findCalls } from './findProtocol.ts';
import { mediaCalls } from './mediaProtocol.ts';
import type { Mark } from './pageProtocol.ts';
import { unreadCalls } from './unreadProtocol.ts';

const nothing = v.undefined();
const withId = v.object({ id: Id });
/** The mutation, and the post that it makes or is about. */
const outgoing = { mutationId: Id, communityId: Id, postId: Id };
type WithId = v.InferOutput<typeof withId>;

/** A community as the composer and the share page offer it. */
export interface Audience {
  readonly communityId: string;
  readonly name: string;
  readonly members: number;
  readonly mayPost: boolean;
}

/** What a page learns when it opens. */
export interface OpenedPage {
  readonly marks: readonly Mark[];
  /** The clip to scroll to, when the page was opened for one. */
  readonly reveal?: string;
  /** Whether the button at the selection is wanted here. */
  readonly button: boolean;
}

/** What the composer needs to stand, in one answer. */
export interface ComposerState {
  readonly draft: Draft;
  /** Clips already on this page. */
  readonly clipsHere: number;
  readonly audiences: readonly Audience[];
  /** The picture, small, as a data address; absent where there is none. */
  readonly picture?: string;
}

/** What the composer completes from; asked for once it stands, since it grows with the library. */
export interface Completions {
  /** Known tags, the most used first. */
  readonly tags: readonly string[];
  /** Known questions, the newest first. */
  readonly decisions: readonly string[];
}

/** To the background. */
export const calls = {
  ...mediaCalls,
  ...anchorCalls,
  ...unreadCalls,
  ...findCalls,

  /**
   * A page was opened or changed its address: its marks, and a clip to scroll to when it was opened for one.
   * `from`: the address that led there, as far as the page tells; kept only while the trail is switched on.
   */
  pageOpened: call<OpenedPage>()('page', v.object({ address: v.string(), from: v.optional(v.string()) })),
  /**
   * The button was pressed or the shortcut arrived: store what was captured as a draft under this id, and
   * answer its id. Another id is that of a draft of the same passage, begun before.
   */
  beginClip: call<WithId>()('page', v.object({ id: Id, capture: Capture })),
  /** What the page's script found of the clips that it was given. */
  sighted: call()('page', v.object({ address: v.string(), sightings: v.array(Sighting) })),
  /** Put what marks and clips into the sender's page, where it is needed for the first time. */
  loadPageTools: call()('page', nothing),
  /** The composer did not come up in its frame: open it in a window of its own. */
  composeInWindow: call()('page', withId),
  /** Turn the button off on the sender's site. */
  buttonOff: call()('page', nothing),

  composerState: call<ComposerState | null>()('surface', withId),
  completions: call<Completions>()('surface', nothing),
  saveDraft: call()('surface', v.object({ id: Id, fields: DraftFields })),
  /** How the person came to the draft's page, as they leave it; without, nothing of it is kept. */
  saveTrail: call()('surface', v.object({ id: Id, trail: v.optional(Trail) })),
  discardDraft: call()('surface', withId),
  /** Keep the draft as a clip. Sent again with the same id, it changes nothing and answers the same clip. */
  keepDraft: call<Clip>()('surface', v.object({ id: Id, fields: DraftFields })),
  /** Take back `keepDraft`: the clip goes, the draft is there again. */
  undoKeep: call()('surface', withId),
  /** Open the extension's own share window for a clip. */
  reviewShare: call()('surface', v.object({ id: Id, communityId: Id })),
  /** The composer's frame asks its page to close it, and to give it the height (CSS pixels) that it needs. */
  closeComposer: call()('surface', nothing),
  sizeComposer: call()('surface', v.object({ height: v.number(), isToast: v.boolean() })),

  /** `decision` is a typed question, found or made; an empty one unties the clip. */
  editClip: call<Clip>()('own', v.object({ id: Id, edit: ClipEdit, decision: v.optional(v.string()) })),
  removeClip: call()('own', withId),
  restoreClip: call()('own', withId),
  /** Open a clip, or a community's shared clip, at its passage. */
  openAtPassage: call()('own', v.object({ id: Id, communityId: v.optional(Id) })),
  /** Put the composer on the active tab, as the shortcut does; or let the person choose a region, or take the moment of its video. */
  clipActiveTab: call()('own', v.optional(v.object({ what: v.picklist(['region', 'moment']) }))),
  saveSettings: call()('own', v.partial(Settings)),

  lookAtInvite: call<InviteLook>()('own', v.object({ link: v.string() })),
  joinCommunity: call<WithId>()('own', v.object({ link: v.string(), memberName: v.string() })),
  createCommunity: call<WithId>()(
    'own',
    v.object({ server: v.string(), creationKey: v.string(), name: Name, purpose: Purpose, memberName: Name }),
  ),
  leaveCommunity: call()('own', withId),
  makeInvite: call<Invite>()('own', v.object({ communityId: Id, invite: MakeInvite })),

  /**
   * What goes out carries ids made by the surface that asks: asked again, because the worker died under
   * the answer, it is still one thing that is sent.
   */
  shareClip: call<WithId>()('own', v.object({ ...outgoing, clipId: Id, body: ClipBody })),
  /** A note: a reply in a thread, or without one a thread of its own. */
  reply: call<WithId>()('own', v.object({ ...outgoing, threadId: v.optional(Id), body: NoteBody })),
  react: call<WithId>()('own', v.object({ ...outgoing, reaction: Reaction, on: v.boolean() })),
  removePost: call<WithId>()('own', v.object(outgoing)),
  /** Send what waits now, whatever its back-off says. */
  sendNow: call()('own', nothing),
  discardOutboxItem: call()('own', withId),
  /** Pull one community's changes, or every one's. */
  pull: call()('own', v.object({ communityId: v.optional(Id) })),
  /** The feed was seen up to here. */
  markSeen: call()('own', v.object({ communityId: Id, seq: v.number() })),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Input<N extends CallName> = InputOf<Calls[N]>;
export type Output<N extends CallName> = OutputOf<Calls[N]>;
