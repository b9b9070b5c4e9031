import * as v from 'valibot';
import { Capture, Clip, ClipEdit } from '../domain/clip.ts';
import { Name, Purpose } from '../domain/community.ts';
import { Draft, DraftFields } from '../domain/draft.ts';
import { Id } from '../domain/id.ts';
import { ClipBody, NoteBody, Reaction } from '../domain/post.ts';
import { Selectors } from '../domain/selector.ts';
import { Settings } from '../domain/settings.ts';
import { Invite, InviteLook, MakeInvite } from '../domain/wire.ts';

/**
 * Who may send a call. `page`: our script in a web page. `surface`: any page of the extension,
 * the composer's frame included. `own`: a page of the extension that no web page can frame or cover
 * (popup, side panel, library, settings, the share window), for what leaves the device.
 */
export type Sender = 'page' | 'surface' | 'own';

const call = <I extends v.GenericSchema, O extends v.GenericSchema>(from: Sender, input: I, output: O) => ({ from, input, output });
const nothing = v.undefined();
const withId = v.object({ id: Id });

/** What paints and lists a clip in its page. */
export const Mark = v.object({ id: Id, selectors: Selectors, colour: v.picklist(['mine', 'shared']), why: v.string() });
export type Mark = v.InferOutput<typeof Mark>;

/** A community as the composer and the share page offer it. */
export const Audience = v.object({ communityId: Id, name: v.string(), members: v.number(), mayPost: v.boolean() });
export type Audience = v.InferOutput<typeof Audience>;

/** Everything the composer shows, in one answer. */
export const ComposerState = v.object({
  draft: Draft,
  /** Clips already on this page. */
  clipsHere: v.number(),
  audiences: v.array(Audience),
  /** Known tags, the most used first. */
  tags: v.array(v.string()),
  /** Known questions, the newest first. */
  decisions: v.array(v.string()),
});
export type ComposerState = v.InferOutput<typeof ComposerState>;

/** To the background. */
export const calls = {
  /** A page was opened or changed its address: its marks, and a clip to scroll to when it was opened for one. */
  pageOpened: call('page', v.object({ address: v.string() }), v.object({ marks: v.array(Mark), reveal: v.optional(Id), button: v.boolean() })),
  /** The button was pressed or the shortcut arrived: store what was captured as a draft, and answer its id. */
  beginClip: call('page', Capture, withId),
  /** Turn the button off on the sender's site, or everywhere. */
  buttonOff: call('page', v.object({ everywhere: v.boolean() }), nothing),

  /** Begin a clip without a page's help (popup on a page closed to extensions). */
  beginClipHere: call('own', Capture, withId),
  composerState: call('surface', withId, v.nullable(ComposerState)),
  saveDraft: call('surface', v.object({ id: Id, fields: DraftFields }), nothing),
  discardDraft: call('surface', withId, nothing),
  /** Keep the draft as a clip. Sent again with the same id, it changes nothing and answers the same clip. */
  keepDraft: call('surface', v.object({ id: Id, fields: DraftFields }), Clip),
  /** Take back `keepDraft`: the clip goes, the draft is there again. */
  undoKeep: call('surface', withId, nothing),
  /** Open the extension's own share window for a clip. */
  reviewShare: call('surface', v.object({ id: Id, communityId: Id }), nothing),
  /** The composer's frame asks its page to close it, and to give it the height (CSS pixels) that it needs. */
  closeComposer: call('surface', nothing, nothing),
  sizeComposer: call('surface', v.object({ height: v.number(), isToast: v.boolean() }), nothing),

  /** `decision` is a typed question, found or made; an empty one unties the clip. */
  editClip: call('own', v.object({ id: Id, edit: ClipEdit, decision: v.optional(v.string()) }), Clip),
  removeClip: call('own', withId, nothing),
  restoreClip: call('own', withId, nothing),
  /** Open a clip, or a community's shared clip, at its passage. */
  openAtPassage: call('own', v.object({ id: Id, communityId: v.optional(Id) }), nothing),
  /** Put the composer on the active tab, as the shortcut does. */
  clipActiveTab: call('own', nothing, nothing),
  saveSettings: call('own', v.partial(Settings), nothing),

  lookAtInvite: call('own', v.object({ link: v.string() }), InviteLook),
  joinCommunity: call('own', v.object({ link: v.string(), memberName: v.string() }), withId),
  createCommunity: call('own', v.object({ server: v.string(), creationKey: v.string(), name: Name, purpose: Purpose, memberName: Name }), withId),
  leaveCommunity: call('own', withId, nothing),
  makeInvite: call('own', v.object({ communityId: Id, invite: v.omit(MakeInvite, ['inviteId']) }), Invite),

  /** Put a clip in the outbox, as confirmed on the share page. */
  shareClip: call('own', v.object({ clipId: Id, communityId: Id, body: ClipBody }), withId),
  reply: call('own', v.object({ communityId: Id, threadId: Id, body: NoteBody }), withId),
  react: call('own', v.object({ communityId: Id, postId: Id, reaction: Reaction, on: v.boolean() }), withId),
  removePost: call('own', v.object({ communityId: Id, postId: Id }), withId),
  /** Send what waits now, whatever its back-off says. */
  sendNow: call('own', nothing, nothing),
  discardOutboxItem: call('own', withId, nothing),
  /** Pull one community's changes, or every one's. */
  pull: call('own', v.object({ communityId: v.optional(Id) }), nothing),
  /** The feed was seen up to here. */
  markSeen: call('own', v.object({ communityId: Id, seq: v.number() }), nothing),
} as const;

/** From the background to the script in a page. */
export const pageCalls = {
  /** Capture the selection (or the page) and open the composer. `fallbackQuote`: what the browser says is selected. */
  startClip: call('own', v.object({ fallbackQuote: v.optional(v.string()) }), v.picklist(['opened', 'closed-page'])),
  hideComposer: call('own', nothing, nothing),
  resizeComposer: call('own', v.object({ height: v.number(), isToast: v.boolean() }), nothing),
  setMarks: call('own', v.object({ marks: v.array(Mark), reveal: v.optional(Id) }), nothing),
  /** The choice about the button changed. */
  setButton: call('own', v.object({ shown: v.boolean() }), nothing),
  /** What the page says of itself, for a clip begun in the popup. */
  describePage: call('own', nothing, Capture),
} as const;

export type Calls = typeof calls;
export type PageCalls = typeof pageCalls;
export type CallName = keyof Calls;
export type PageCallName = keyof PageCalls;
type AnyMap = Calls & PageCalls;
export type Input<N extends keyof AnyMap> = v.InferInput<AnyMap[N]['input']>;
export type ParsedInput<N extends keyof AnyMap> = v.InferOutput<AnyMap[N]['input']>;
export type Output<N extends keyof AnyMap> = v.InferOutput<AnyMap[N]['output']>;
