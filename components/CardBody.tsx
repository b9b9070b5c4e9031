import type { ComponentChildren } from 'preact';
import { words } from '../locales/index.ts';
import { LINE_BREAK, TAG_BREAK } from '../search/documents.ts';
import { Button } from './Button.tsx';
import type { CardMatches, CardView } from './cardView.ts';
import { Folded } from './Folded.tsx';
import { hiddenMatch } from './hiddenMatch.ts';
import { Highlight } from './Highlight.tsx';
import { MediaLine } from './MediaLine.tsx';
import { Passages } from './Passages.tsx';
import { Quote } from './Quote.tsx';
import { rangesOfEach } from './rangesOfEach.ts';
import { sentencesAround } from './sentencesAround.ts';
import { TagList } from './TagList.tsx';
import './styles/CardBody.css';

export interface CardBodyProps {
  readonly view: CardView;
  /** Of a card that a search found: what of it was matched. */
  readonly matches?: CardMatches | undefined;
  readonly tabIndex: number;
  /** Open the passage in its page; absent where there is none. */
  readonly onOpen?: (() => void) | undefined;
  /** Write the why that is missing; absent when the card is not the person's own. */
  readonly onAddWhy?: (() => void) | undefined;
  /** Of an image, a region or a moment. */
  readonly picture?: ComponentChildren;
  /** What is to be told of the passage as it is now (DriftNotice). */
  readonly drift?: ComponentChildren;
  /** What stands in the line of the source, after the page: when, who, where shared. */
  readonly children?: ComponentChildren;
}

/** A card's text: the decision and the reason first, then the words of the page, then where they come from. */
export function CardBody({ view, matches: found, tabIndex, onOpen, onAddWhy, picture, drift, children }: CardBodyProps) {
  const { decision, why, quote, paragraph, morePassages = [], language, tags, title, site, pageAuthor } = view;
  const matches = found ?? {};
  const hidden = found && hiddenMatch(view, found);
  // what was found among other cards is better known by what stood beside it; the text around says as much
  const around = found && quote && paragraph && hidden?.where !== 'paragraph' ? sentencesAround(quote, paragraph, language) : undefined;
  const openUnlessSelecting = (): void => {
    if (getSelection()?.isCollapsed !== false) onOpen?.();
  };
  return (
    <div class="card-body">
      {decision && (
        <p class="card-decision" dir="auto">
          <Highlight text={decision.question} ranges={matches.decision} />{' '}
          <span class={`card-stance card-stance-${decision.stance}`}>{words.stance[decision.stance]}</span>
        </p>
      )}
      {why.trim() !== '' ? (
        <div dir="auto">
          <Folded class="card-why" tabIndex={tabIndex}>
            {() => <Highlight text={why} ranges={matches.why} />}
          </Folded>
        </div>
      ) : (
        <p class="card-no-why">
          <span>{words.card.noWhy}</span>
          {onAddWhy && (
            <Button look="quiet" onClick={onAddWhy} tabIndex={tabIndex}>
              {words.card.addWhy}
            </Button>
          )}
        </p>
      )}
      {quote && (
        // for the mouse alone: the keyboard has Enter on the card, and the page's title is a button
        <div class={onOpen ? 'card-quote card-quote-opens' : 'card-quote'} onClick={openUnlessSelecting}>
          <Quote text={quote} ranges={matches.quote} language={language} tabIndex={tabIndex} around={around} />
        </div>
      )}
      {picture}
      {view.media && <MediaLine kind={view.kind ?? 'passage'} media={view.media} ranges={matches.caption} />}
      <Passages
        quotes={morePassages}
        ranges={rangesOfEach(morePassages, LINE_BREAK, matches.passages)}
        language={language}
        tabIndex={tabIndex}
      />
      {view.isWithoutPosition && (
        <p class="card-no-position" title={words.unread.withoutPositionHint}>
          {words.unread.withoutPosition}
        </p>
      )}
      {drift}
      {hidden && (
        <p class="card-around" dir="auto">
          <span class="card-around-label">{words.card.foundIn[hidden.where]}</span> <Highlight text={hidden.text} ranges={hidden.ranges} />
        </p>
      )}
      {(site || title || children) && (
        <p class="card-source">
          {site && (
            <span class="card-site">
              <Highlight text={site} ranges={matches.site} />
            </span>
          )}
          {title && (
            <button type="button" class="card-title" tabIndex={tabIndex} title={title} disabled={!onOpen} onClick={onOpen}>
              <Highlight text={title} ranges={matches.title} />
            </button>
          )}
          {pageAuthor && (
            <span class={matches.author?.length ? 'card-page-author card-page-author-found' : 'card-page-author'}>
              <Highlight text={pageAuthor} ranges={matches.author} />
            </span>
          )}
          {children}
        </p>
      )}
      <TagList tags={tags} ranges={rangesOfEach(tags, TAG_BREAK, matches.tags)} />
    </div>
  );
}
