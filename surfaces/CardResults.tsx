import { useMemo } from 'preact/hooks';
import type { Audience } from '../components/audience.ts';
import { CardList } from '../components/CardList.tsx';
import { clipView, type CardMatches } from '../components/cardView.ts';
import { ClipCard } from '../components/ClipCard.tsx';
import { FeedItem } from '../components/FeedItem.tsx';
import { mayPost } from '../domain/community.ts';
import type { AppModel, Shown } from './appModel.ts';
import type { ClipCardData, Library, PostCardData } from './cards.ts';
import { newId } from '../storage/ids.ts';
import { readEditDraft, writeEditDraft } from './editDrafts.ts';
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

/** What every card may ask of the library, looked up once. */
function known({ clips, decisions, members }: Library) {
  const uses = new Map<string, number>();
  for (const clip of clips) for (const tag of clip.tags) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const { communityId, hasLeft } of members) if (!hasLeft) counts.set(communityId, (counts.get(communityId) ?? 0) + 1);
  return {
    /** The most used first. */
    tags: [...uses].sort(([, one], [, other]) => other - one).map(([tag]) => tag),
    questions: decisions.map(({ question }) => question),
    members: counts,
  };
}

/** Own clips and posts, in one list. */
export function CardResults({ id, searchId, label, shown, model, library, audiences, now, onOpened }: CardResultsProps) {
  const { tags, questions, members } = useMemo(() => known(library), [library]);
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
      editDraft={readEditDraft(clip.id)}
      onEditDraft={(draft) => writeEditDraft(clip.id, draft)}
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
        onReact={(on) => void model.act('react', { mutationId: newId(), communityId, postId: post.id, reaction: 'relied', on })}
        onThread={() => (model.openThread.value = model.openThread.value === card.id ? undefined : card.id)}
        onRemove={isOwn ? () => void model.act('removePost', { mutationId: newId(), communityId, postId: post.id }) : undefined}
      >
        <ThreadBox card={card} members={members.get(communityId) ?? 0} now={now} />
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
