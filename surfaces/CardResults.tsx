import type { Audience } from '../components/audience.ts';
import { CardList } from '../components/CardList.tsx';
import { clipView, type CardMatches, type ShareNote } from '../components/cardView.ts';
import { ClipCard } from '../components/ClipCard.tsx';
import { DecisionCard } from '../components/DecisionCard.tsx';
import { FeedItem } from '../components/FeedItem.tsx';
import { isPicture } from '../domain/clip.ts';
import { gravest } from '../domain/drift.ts';
import { mayPost, type Membership } from '../domain/community.ts';
import type { AppModel, Shown } from './appModel.ts';
import {
  postKey,
  type Card,
  type ClipCardData,
  type DecisionCardData,
  type PostCardData,
  type Reply,
  type ShareState,
} from '../finding/cards.ts';
import { newId } from '../storage/ids.ts';
import { readEditDraft, writeEditDraft } from './editDrafts.ts';
import { ClipPicture } from './ClipPicture.tsx';
import { ClipDrifts, SharedDrifts } from './Drifts.tsx';
import type { Suggestion } from '../finding/suggestion.ts';
import { words } from '../locales/index.ts';
import type { Hit } from '../search/index.ts';
import { printValue } from '../search/query/index.ts';
import { passageLinkCopier } from './passageLink.ts';
import type { Library } from './library.ts';
import { RelatedBox } from './RelatedBox.tsx';
import { ThreadBox } from './ThreadBox.tsx';

export interface CardResultsProps {
  readonly id: string;
  /** The id of the search field, where the arrow keys go on from the first card, and Escape from any. */
  readonly searchId?: string | undefined;
  readonly label: string;
  readonly shown: readonly Shown[];
  readonly model: AppModel;
  /** The id of a card that has the focus once it is there. */
  readonly startAt: string | undefined;
  readonly library: Library;
  /** Known tags, the most used first. */
  readonly tags: readonly string[];
  readonly audiences: readonly Audience[];
  readonly now: number;
  /** The key of the page in front. */
  readonly pageKey: string | undefined;
  /** Whether what changed perhaps, or is gone, stands in groups of its own at the end. */
  readonly isGrouped: boolean;
  /** The text of a clip's page, as far as it was read to be searched. */
  readonly textOf: (clipId: string) => string | undefined;
  /** Read the page of a clip offline. */
  readonly onRead: (clipId: string) => void;
  readonly onOpened: () => void;
  /** Search for this in the place of what is shown. */
  readonly onSearch: (query: string) => void;
  /** What is most like a card, the likest first. */
  readonly related: (card: Card) => Promise<readonly Suggestion[]>;
}

const groupOf = ({ card }: Shown): 'perhaps' | 'gone' | undefined => {
  const at = gravest(card.drifts);
  return at === 'changed' ? undefined : at;
};

/** The heading of a group, before its first card. */
const headingOf = (shown: Shown, before: Shown | undefined): string | undefined => {
  const group = groupOf(shown);
  return group && (!before || groupOf(before) !== group) ? words.drift.groups[group] : undefined;
};

/** So many cards before the end of what was read, more is. */
const NEAR = 10;

/** Own clips, decisions and posts, in one list. */
export function CardResults({
  id,
  searchId,
  label,
  shown,
  model,
  startAt,
  library,
  tags,
  audiences,
  now,
  pageKey,
  isGrouped,
  textOf,
  onRead,
  onOpened,
  onSearch,
  related,
}: CardResultsProps) {
  const firstAudience = audiences.find((audience) => audience.mayPost);

  const open = async (target: { readonly id: string; readonly communityId?: string }): Promise<void> => {
    if (await model.act('openAtPassage', target)) onOpened();
  };

  const toggleThread = (thread: string) => (): void => {
    model.openThread.value = model.openThread.value === thread ? undefined : thread;
  };
  const thread = (key: string, threadId: string, membership: Membership, replies: readonly Reply[]) => (
    <ThreadBox
      id={key}
      threadId={threadId}
      membership={membership}
      replies={replies}
      members={library.members.get(membership.id) ?? 0}
      now={now}
    />
  );
  const shareNote = ({ communityName, item, replies }: ShareState): ShareNote => {
    const { communityId, mutation, state, failure } = item;
    const key = postKey(communityId, mutation.postId);
    const membership = library.memberships.find((one) => one.id === communityId);
    return {
      communityName,
      state,
      ...(failure && { failure }),
      replies: replies.length,
      onThread: toggleThread(key),
      thread: model.openThread.value === key && membership && thread(key, mutation.postId, membership, replies),
    };
  };

  const clipCard = (card: ClipCardData, matches: CardMatches | undefined) => {
    const { clip, decision, shares, drifts } = card;
    return (
      <ClipCard
        view={{
          ...clipView(clip, decision, matches?.text && textOf(clip.id)),
          ...(matches?.replies && { replies: shares.flatMap(({ replies }) => replies.map(({ text }) => text)) }),
        }}
        matches={matches}
        createdAt={clip.createdAt}
        now={now}
        shares={shares.map(shareNote)}
        tagSuggestions={tags}
        decisionSuggestions={library.questions}
        picture={isPicture(clip.kind) && <ClipPicture clip={clip} />}
        onRead={clip.kind === 'page' ? () => onRead(clip.id) : undefined}
        drift={<ClipDrifts clip={clip} drifts={drifts} now={now} actions={model.anchors} isPageInFront={clip.pageKey === pageKey} />}
        trail={clip.context.trail}
        onOpen={() => void open({ id: clip.id })}
        onCopyLink={passageLinkCopier(clip.source.address, clip.selectors)}
        onEdit={({ why, tags: edited, decision: question, stance }) =>
          model.act('editClip', { id: clip.id, edit: { why, tags: [...edited], stance }, decision: question })
        }
        editDraft={readEditDraft(clip.id)}
        onEditDraft={(draft) => writeEditDraft(clip.id, draft)}
        onShare={firstAudience && (() => (model.sheet.value = { at: 'share', clipId: clip.id, communityId: firstAudience.communityId }))}
        onRemove={() => void model.remove(clip.id)}
        onRelated={() => (model.openRelated.value = model.openRelated.value === clip.id ? undefined : clip.id)}
        related={
          model.openRelated.value === clip.id && (
            <RelatedBox card={card} related={related} onOpen={(chosen) => model.open(chosen, clip.id)} />
          )
        }
      />
    );
  };

  const decisionCard = ({ decision, evidence }: DecisionCardData, matches: Hit['matches'] | undefined) => (
    <DecisionCard
      question={decision.question}
      status={decision.status}
      evidence={evidence}
      updatedAt={decision.updatedAt}
      now={now}
      matches={matches?.decision}
      onOpen={() => {
        if (evidence > 0) onSearch(`has:decision ${printValue(decision.question.replaceAll(/["“”„«»]/g, ' '))}`);
        else model.open({ kind: 'decision', id: decision.id }, decision.id);
      }}
    />
  );

  const postCard = (card: PostCardData, matches: CardMatches | undefined) => {
    const { post, membership, authorName, replies, drifts } = card;
    const communityId = membership.id;
    const isOwn = post.authorId === membership.memberId;
    return (
      <FeedItem
        post={post}
        authorName={authorName}
        communityName={membership.name}
        memberId={membership.memberId}
        replies={replies.length}
        foundReplies={matches?.replies && replies.map(({ text }) => text)}
        now={now}
        matches={matches}
        mayPost={mayPost(membership.role) && !membership.revoked}
        drift={post.body.kind === 'clip' && <SharedDrifts body={post.body} drifts={drifts} now={now} />}
        isThreadOpen={model.openThread.value === card.id}
        onOpen={post.body.kind === 'clip' ? () => void open({ id: post.id, communityId }) : undefined}
        onCopyLink={post.body.kind === 'clip' ? passageLinkCopier(post.body.target.source, post.body.target.selector) : undefined}
        onReact={(on) => void model.act('react', { mutationId: newId(), communityId, postId: post.id, reaction: 'relied', on })}
        onThread={toggleThread(card.id)}
        onRemove={isOwn ? () => void model.act('removePost', { mutationId: newId(), communityId, postId: post.id }) : undefined}
      >
        {thread(card.id, post.id, membership, replies)}
      </FeedItem>
    );
  };

  return (
    <CardList
      id={id}
      label={label}
      searchId={searchId}
      items={shown}
      keyOf={({ card }) => card.id}
      headingOf={isGrouped ? headingOf : undefined}
      moreOf={({ more = [] }) => more}
      total={model.size.value}
      startAt={startAt}
      onReach={(index) => {
        if (index > shown.length - NEAR) model.readOn();
      }}
      render={({ card, hit }) => {
        if (card.kind === 'clip') return clipCard(card, hit?.matches);
        return card.kind === 'post' ? postCard(card, hit?.matches) : decisionCard(card, hit?.matches);
      }}
    />
  );
}
