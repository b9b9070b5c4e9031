import { useId, useState } from 'preact/hooks';
import type { Trail } from '../domain/clip.ts';
import { words } from '../locales/index.ts';
import { Button, IconButton } from './Button.tsx';
import './styles/TrailField.css';

export interface TrailFieldProps {
  readonly trail: Trail;
  /** What is left of it; `undefined` when nothing is to be kept. Absent where it is only shown. */
  readonly onTrail?: ((trail: Trail | undefined) => void) | undefined;
  readonly tabIndex?: number | undefined;
}

/** How the person came to the page, folded; each part can be taken out before it is kept. */
export function TrailField({ trail, onTrail, tabIndex }: TrailFieldProps) {
  const { query, pages, clips = [] } = trail;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const leave = (next: Trail): void =>
    onTrail?.(next.query === undefined && next.pages.length === 0 && !next.clips?.length ? undefined : next);
  return (
    <section class="trail" aria-label={words.trail.label}>
      <p class="trail-head">
        <span>{words.trail.label}</span>
        <button
          type="button"
          class="fold-button"
          aria-expanded={isOpen}
          aria-controls={`${id}-steps`}
          tabIndex={tabIndex}
          onClick={() => setOpen(!isOpen)}
        >
          {words.trail.summary(query ?? '', pages.length, clips.length)}
        </button>
      </p>
      <div id={`${id}-steps`} hidden={!isOpen}>
        <ol class="trail-steps" role="list">
          {query !== undefined && (
            <li class="trail-step">
              <span class="trail-title" dir="auto">
                {words.trail.searched} “{query}”
              </span>
              {onTrail && (
                <IconButton
                  icon="close"
                  label={words.trail.removeQuery}
                  onClick={() => leave({ pages, ...(trail.clips && { clips: trail.clips }) })}
                />
              )}
            </li>
          )}
          {pages.map(({ address, title }, index) => (
            <li key={address} class="trail-step">
              <span class="trail-title" dir="auto" title={address}>
                {title || address}
              </span>
              {onTrail && (
                <IconButton
                  icon="close"
                  label={words.trail.removePage(title || address)}
                  onClick={() => leave({ ...trail, pages: pages.filter((_, at) => at !== index) })}
                />
              )}
            </li>
          ))}
          {clips.map(({ id: clipId, why, title }) => (
            <li key={clipId} class="trail-step">
              <span class="trail-title" dir="auto" title={title}>
                {words.trail.clipped} “{why || title}”
              </span>
              {onTrail && (
                <IconButton
                  icon="close"
                  label={words.trail.removeClip(why || title)}
                  onClick={() => leave({ ...trail, clips: clips.filter((one) => one.id !== clipId) })}
                />
              )}
            </li>
          ))}
        </ol>
        {onTrail && (
          <Button look="quiet" onClick={() => onTrail(undefined)}>
            {words.trail.leaveOut}
          </Button>
        )}
      </div>
    </section>
  );
}
