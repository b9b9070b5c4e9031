import type { ComponentChildren } from 'preact';
import type { Post } from '../domain/post.ts';
import { formatMoment, formatNumber, formatWhen, words } from '../locales/index.ts';
import { TAG_BREAK } from '../search/documents.ts';
import { Button, IconButton } from './Button.tsx';
import { CardBody } from './CardBody.tsx';
import { CardFrame, useCardTabIndex } from './CardFrame.tsx';
import { postView, type CardMatches } from './cardView.ts';
import { CopyLink } from './CopyLink.tsx';
import { Highlight } from './Highlight.tsx';
import { rangesOfEach } from './rangesOfEach.ts';
import './styles/FeedItem.css';

export interface FeedItemProps {
  readonly post: Pick<Post, 'authorId' | 'body' | 'reactions' | 'createdAt'>;
  readonly authorName: string;
  readonly communityName: string;
  /** The reader's own member id in this community. */
  readonly memberId: string;
  /** How many replies there are. */
  readonly replies: number;
  readonly now: number;
  readonly matches?: CardMatches | undefined;
  /** The replies in their order, of a post that was found by them. */
  readonly foundReplies?: readonly string[] | undefined;
  /** Whether the reader's role lets them react and reply. */
  readonly mayPost: boolean;
  readonly isThreadOpen?: boolean;
  /** Open the passage in its page; not for a note. */
  readonly onOpen?: (() => void) | undefined;
  /** Copy a link to the passage; absent for what has none. */
  readonly onCopyLink?: (() => Promise<void>) | undefined;
  readonly onReact: (on: boolean) => void;
  /** Open or close the replies. */
  readonly onThread: () => void;
  /** Only for one's own post. */
  readonly onRemove?: (() => void) | undefined;
  /** What is to be told of the passage as it is now. */
  readonly drift?: ComponentChildren;
  /** The thread, when it is open. */
  readonly children?: ComponentChildren;
}

/** A post in a community's feed: who shared it, the reason, the passage, and what others did with it. */
export function FeedItem(props: FeedItemProps) {
  const {
    post,
    authorName,
    communityName,
    memberId,
    replies,
    now,
    mayPost,
    isThreadOpen = false,
    onOpen,
    onReact,
    onThread,
    onRemove,
  } = props;
  const tabIndex = useCardTabIndex();
  const view = postView(post, props.foundReplies);
  // who shared it and who wrote the page are searched as one
  const [inMember, inPageAuthor = []] = rangesOfEach([authorName, view.pageAuthor ?? ''], authorName && TAG_BREAK, props.matches?.author);
  const relied = post.reactions.relied.length;
  const isRelied = post.reactions.relied.includes(memberId);
  return (
    <CardFrame label={words.feed.label(authorName, view.why.trim() || view.title)} onOpen={onOpen}>
      <p class="feed-head">
        <span class="feed-author">
          <Highlight text={authorName} ranges={inMember} />
        </span>
        <span>{communityName}</span>
        <time dateTime={new Date(post.createdAt).toISOString()} title={formatMoment(post.createdAt)}>
          {formatWhen(post.createdAt, now)}
        </time>
      </p>
      <CardBody
        view={view}
        matches={props.matches && { ...props.matches, author: inPageAuthor }}
        tabIndex={tabIndex}
        onOpen={onOpen}
        drift={props.drift}
      />
      <div class="feed-foot">
        <div class="feed-answers">
          {mayPost ? (
            <Button look="quiet" icon="relied" pressed={isRelied} tabIndex={tabIndex} onClick={() => onReact(!isRelied)}>
              {words.feed.relied}
              {relied > 0 && <span class="feed-count">{formatNumber(relied)}</span>}
            </Button>
          ) : (
            relied > 0 && <span class="feed-relied">{words.feed.reliedBy(relied)}</span>
          )}
          <Button look="quiet" icon="reply" expanded={isThreadOpen} tabIndex={tabIndex} onClick={onThread}>
            {replies > 0 ? words.feed.replies(replies) : words.feed.reply}
          </Button>
        </div>
        <div class="feed-actions">
          {onOpen && <IconButton icon="open" label={words.card.open} onClick={onOpen} tabIndex={tabIndex} />}
          {props.onCopyLink && <CopyLink onCopy={props.onCopyLink} tabIndex={tabIndex} />}
          {onRemove && <IconButton icon="delete" label={words.feed.remove} look="danger" onClick={onRemove} tabIndex={tabIndex} />}
        </div>
      </div>
      {isThreadOpen && props.children}
    </CardFrame>
  );
}
