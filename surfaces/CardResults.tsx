import type { Audience } from '../components/audience.ts';
import { CardList } from '../components/CardList.tsx';
import { clipView, type CardMatches } from '../components/cardView.ts';
import { ClipCard } from '../components/ClipCard.tsx';
import { FeedItem } from '../components/FeedItem.tsx';
import { mayPost } from '../domain/community.ts';
import type { AppModel, Shown } from './appModel.ts';
import { membersIn } from './audiences.ts';
import type { ClipCardData, Library, PostCardData } from './cards.ts';
import { ThreadBox } from './ThreadBox.tsx';

export interface CardResultsProps {
  readonly id: string;
  readonly searchId: string;
  readonly label: string;
  readonly shown: readonly Shown[];
  readonly model: AppModel;
  readonly library: Library;
  readonly audiences: readonly Audience[];
  readonly now: number;
  readonly onOpened: () => void;
}

/** How many cards are drawn at once; searching narrows a longer list. */
const MOST_CARDS = 100;

/** Own clips and posts, in one list. */
export function CardResults({ id, searchId, label, shown, model, library, audiences, now, onOpened }: CardResultsProps) {
  const tags = [...new Set(library.clips.flatMap((clip) => clip.tags))];
  const questions = library.decisions.map(({ question }) => question);
  const firstAudience = audiences.find((audience) => audience.mayPost);

  const open = async (target: { readonly id: string; readonly communityId?: string }): Promise<void> => {
    if (await model.act('openAtPassage', target)) onOpened();
  };

  const clipCard = ({ clip, decision, shares }: ClipCardData, matches: CardMatches | undefined) => (
    <ClipCard
      view={clipView(clip, decision)}
      matches={matches}
      createdAt={clip.createdAt}
      now={now}
      shares={shares.map(({ communityName, item }) => ({
        communityName,
        state: item.state,
        ...(item.failure && { failure: item.failure }),
      }))}
      tagSuggestions={tags}
      decisionSuggestions={questions}
      onOpen={() => void open({ id: clip.id })}
      onEdit={({ why, tags: edited, decision: question, stance }) =>
        model.act('editClip', { id: clip.id, edit: { why, tags: [...edited], stance }, decision: question })
      }
      onShare={firstAudience && (() => (model.sheet.value = { at: 'share', clipId: clip.id, communityId: firstAudience.communityId }))}
      onRemove={() => void model.remove(clip.id)}
    />
  );

  const postCard = (card: PostCardData, matches: CardMatches | undefined) => {
    const { post, membership, authorName, replies } = card;
    const communityId = membership.id;
    const isOwn = post.authorId === membership.memberId;
    return (
      <FeedItem
        post={post}
        authorName={authorName}
        communityName={membership.name}
        memberId={membership.memberId}
        replies={replies.length}
        now={now}
        matches={matches}
        mayPost={mayPost(membership.role) && !membership.revoked}
        isThreadOpen={model.openThread.value === card.id}
        onOpen={post.body.kind === 'clip' ? () => void open({ id: post.id, communityId }) : undefined}
        onReact={(on) => void model.act('react', { communityId, postId: post.id, reaction: 'relied', on })}
        onThread={() => (model.openThread.value = model.openThread.value === card.id ? undefined : card.id)}
        onRemove={isOwn ? () => void model.act('removePost', { communityId, postId: post.id }) : undefined}
      >
        <ThreadBox card={card} members={membersIn(library.members, communityId)} now={now} />
      </FeedItem>
    );
  };

  return (
    <CardList
      id={id}
      label={label}
      searchId={searchId}
      items={shown.slice(0, MOST_CARDS)}
      keyOf={({ card }) => card.id}
      render={({ card, hit }) => (card.kind === 'clip' ? clipCard(card, hit?.matches) : postCard(card, hit?.matches))}
    />
  );
}
