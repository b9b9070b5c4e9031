import type { ClipKind, Media } from '../domain/clip.ts';
import { siteOf } from '../domain/pageAddress.ts';
import { formatTime, words } from '../locales/index.ts';
import { saidOf } from './cardView.ts';
import { Highlight, type MatchRange } from './Highlight.tsx';
import { Icon } from './Icon.tsx';
import './styles/MediaLine.css';

export interface MediaLineProps {
  readonly kind: ClipKind;
  readonly media: Media;
  /** What of its caption was matched. */
  readonly ranges?: readonly MatchRange[] | undefined;
}

/** A link's host, and as much of its path as tells links apart. */
const shortened = (address: string): string => {
  const { pathname = '', search = '' } = URL.parse(address) ?? {};
  const rest = pathname === '/' ? search : pathname + search;
  return siteOf(address) + (rest.length > 60 ? `${rest.slice(0, 59)}…` : rest);
};

/** What is particular to a link, a moment or an image, in a line: where it leads, when it is, what it is called. */
export function MediaLine({ kind, media, ranges }: MediaLineProps) {
  const { seconds, duration, address } = media;
  if (kind === 'moment' && seconds !== undefined) {
    const time = formatTime(seconds);
    return (
      <p class="media-line">
        <Icon name="moment" /> {duration === undefined ? words.media.at(time) : words.media.atOf(time, formatTime(duration))}
      </p>
    );
  }
  if (kind === 'link' && address !== undefined) {
    return (
      <p class="media-line" title={address}>
        <Icon name="link" /> <span>{words.media.leadsTo}</span>{' '}
        {/* never a way out of a composer or a shared card but the person's own press */}
        <a {...(/^https?:/i.test(address) && { href: address })} target="_blank" rel="noopener noreferrer" dir="ltr">
          {shortened(address)}
        </a>
      </p>
    );
  }
  const said = saidOf({ kind, media });
  return said ? (
    <p class="media-line media-caption" dir="auto">
      <Highlight text={said} ranges={ranges} />
    </p>
  ) : null;
}
