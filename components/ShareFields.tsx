import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Clip } from '../domain/clip.ts';
import type { ClipBody } from '../domain/post.ts';
import type { Selector } from '../domain/selector.ts';
import type { ShareChoice } from '../domain/sharing.ts';
import { formatNumber, formatTime, words } from '../locales/index.ts';
import { Quote } from './Quote.tsx';
import './styles/ShareFields.css';

export interface ShareFieldsProps {
  readonly clip: Pick<Clip, 'context' | 'tags' | 'evidence'>;
  /** Exactly what goes out; everything in it is shown. */
  readonly body: ClipBody;
  /** The names of what was taken off the page's address. */
  readonly droppedFromAddress: readonly string[];
  readonly choice: ShareChoice;
  readonly onChoice: (choice: ShareChoice) => void;
}

interface RowProps {
  readonly label: string;
  readonly children: ComponentChildren;
  /** For what may be left out: whether it goes out, and how to change that. */
  readonly isIn?: boolean;
  readonly onToggle?: (isIn: boolean) => void;
}

function Row({ label, children, isIn, onToggle }: RowProps) {
  const id = useId();
  return (
    <div class={isIn === false ? 'share-row share-row-out' : 'share-row'}>
      <dt class="share-label">
        {onToggle ? (
          <label for={id}>
            <input id={id} type="checkbox" checked={isIn} onChange={(event) => onToggle(event.currentTarget.checked)} />
            {label}
          </label>
        ) : (
          label
        )}
      </dt>
      <dd class="share-value" dir="auto">
        {isIn === false ? <span class="share-left-out">{words.share.leftOut}</span> : children}
      </dd>
    </div>
  );
}

function selectorInWords(selector: Selector): string {
  switch (selector.type) {
    case 'TextQuoteSelector':
      return [
        words.share.findByText(selector.prefix ?? '', selector.suffix ?? ''),
        ...(selector.likeness === undefined
          ? []
          : [words.share.likeness(formatNumber(Math.round(selector.likeness * 100)), selector.telling ?? '')]),
      ].join(' · ');
    case 'TextPositionSelector':
      return words.share.findByPosition(formatNumber(selector.start), formatNumber(selector.end));
    case 'RangeSelector':
      return words.share.findByPath(
        `${selector.startSelector.value}:${selector.startOffset ?? 0}`,
        `${selector.endSelector.value}:${selector.endOffset ?? 0}`,
      );
    case 'FragmentSelector':
      return words.share.findByFragment(selector.value);
  }
}

/** What was clipped, and what is said of it; its bytes never go out, which is said. */
function MediaRows({ body: { clipped = 'passage', media } }: Pick<ShareFieldsProps, 'body'>) {
  const hasPicture = clipped === 'image' || clipped === 'region' || clipped === 'moment';
  return (
    <>
      {clipped !== 'passage' && <Row label={words.share.kind}>{words.share.kinds[clipped]}</Row>}
      {media?.address !== undefined && (
        <Row
          label={
            clipped === 'image' || clipped === 'link' || clipped === 'moment'
              ? words.share.mediaAddress[clipped]
              : words.share.mediaAddress.other
          }
        >
          <span class="share-address">{media.address}</span>
        </Row>
      )}
      {media?.seconds !== undefined && (
        <Row label={words.share.time}>
          {media.duration === undefined
            ? formatTime(media.seconds)
            : words.media.atOf(formatTime(media.seconds), formatTime(media.duration))}
        </Row>
      )}
      {media?.alt && <Row label={words.share.alt}>{media.alt}</Row>}
      {media?.caption && <Row label={words.share.caption}>{media.caption}</Row>}
      {(hasPicture || clipped === 'page') && (
        <Row label={words.share.stays}>
          <span class="share-left-out">{hasPicture ? words.share.staysHere.picture : words.share.staysHere.text}</span>
        </Row>
      )}
    </>
  );
}

/** Every field of a share as it goes out, those that can be left out with a tick. */
export function ShareFields({ clip, body, droppedFromAddress, choice, onChoice }: ShareFieldsProps) {
  const toggle = (part: keyof ShareChoice) => (isIn: boolean) => onChoice({ ...choice, [part]: isIn });
  const ways = [body.target.selector, ...(body.morePassages ?? []).map(({ selector }) => selector)].flat();
  const about = [body.site, body.author, body.published, body.language].filter((said) => said !== undefined);
  return (
    <dl class="share-fields">
      <Row label={words.share.why}>
        {body.why.trim() === '' ? <span class="share-left-out">{words.card.noWhy}</span> : <p class="share-why">{body.why}</p>}
      </Row>
      {clip.evidence && (
        <Row label={words.share.decision} isIn={choice.decision} onToggle={toggle('decision')}>
          {body.decision && `${words.stance[body.decision.stance]}: ${body.decision.question}`}
        </Row>
      )}
      {body.quote !== undefined && (
        <Row label={words.share.quote}>
          <Quote text={body.quote} language={body.language} />
        </Row>
      )}
      <MediaRows body={body} />
      {body.morePassages?.map(({ quote }, index) => (
        <Row key={quote} label={words.share.passage(index + 2)}>
          <Quote text={quote} language={body.language} />
        </Row>
      ))}
      {clip.context.paragraph !== undefined && (
        <Row label={words.share.paragraph} isIn={choice.paragraph} onToggle={toggle('paragraph')}>
          {/* a whole block has no surroundings but the words by which it is found */}
          {body.paragraph === undefined ? words.share.wordsAround : <Quote text={body.paragraph} language={body.language} />}
        </Row>
      )}
      {clip.tags.length > 0 && (
        <Row label={words.fields.tags} isIn={choice.tags} onToggle={toggle('tags')}>
          {body.tags.join(', ')}
        </Row>
      )}
      <Row label={words.share.page}>{body.title}</Row>
      <Row label={words.share.address}>
        <span class="share-address">{body.target.source}</span>
        {droppedFromAddress.length > 0 && <span class="share-dropped">{words.share.dropped(droppedFromAddress)}</span>}
      </Row>
      {about.length > 0 && <Row label={words.share.about}>{about.join(' · ')}</Row>}
      {body.headings && body.headings.length > 0 && <Row label={words.share.headings}>{body.headings.join(' › ')}</Row>}
      {ways.length > 0 && (
        <Row label={words.share.finding}>
          <details class="share-finding">
            <summary>{words.share.findingFolded(ways.length)}</summary>
            <ul>
              {ways.map((selector, index) => (
                <li key={index}>{selectorInWords(selector)}</li>
              ))}
            </ul>
          </details>
        </Row>
      )}
    </dl>
  );
}
