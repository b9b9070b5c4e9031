import type { ComponentChildren } from 'preact';
import { formatDay, words } from '../locales/index.ts';
import type { CardView } from './cardView.ts';
import { EmptyState } from './EmptyState.tsx';
import { Icon } from './Icon.tsx';
import { Markdown } from './Markdown.tsx';
import { TagList } from './TagList.tsx';
import './styles/Reader.css';

export interface ReaderProps {
  readonly view: CardView;
  /** The page's own address, to open it. */
  readonly address: string;
  /** As the page wrote it. */
  readonly published?: string | undefined;
  /** When it was clipped, in milliseconds since 1970. */
  readonly createdAt: number;
  /** The page's text as Markdown; absent when none was kept. */
  readonly text: string | undefined;
  /** The way back. */
  readonly children?: ComponentChildren;
}

/** A date as a person reads it, where the page wrote one that can be read. */
const dateOf = (written: string): string => {
  const instant = Date.parse(written);
  return Number.isNaN(instant) ? written : formatDay(instant);
};

/** The page's own first heading says the title once more. */
const withoutTitle = (text: string, title: string): string => {
  const [line = ''] = text.split('\n', 1);
  const heading = /^#+ (.+)$/.exec(line)?.[1];
  return heading && title.startsWith(heading) ? text.slice(line.length) : text;
};

/** A clipped page as it was, to be read without a network: the reason first, then where it comes from, then its text. */
export function Reader({ view, address, published, createdAt, text, children }: ReaderProps) {
  const { why, decision, title, site, pageAuthor, language, tags } = view;
  return (
    <main class="reader">
      <nav class="reader-nav">
        {children}
        <span class="reader-saved">{text !== undefined && words.reader.saved}</span>
        {/^(?:https?|file):/i.test(address) && (
          <a class="reader-open" href={address} target="_blank" rel="noopener noreferrer">
            <Icon name="open" /> {words.reader.open}
          </a>
        )}
      </nav>
      <header class="reader-head">
        {decision && (
          <p class="card-decision" dir="auto">
            {decision.question} <span class={`card-stance card-stance-${decision.stance}`}>{words.stance[decision.stance]}</span>
          </p>
        )}
        <p class={why.trim() === '' ? 'reader-no-why' : 'reader-why'} dir="auto">
          {why.trim() === '' ? words.card.noWhy : why}
        </p>
        <TagList tags={tags} />
      </header>
      <article lang={language}>
        <h1 class="reader-title" dir="auto">
          {title}
        </h1>
        <p class="reader-source">
          {[site, pageAuthor, published && words.reader.published(dateOf(published)), words.reader.clipped(formatDay(createdAt))]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {text === undefined ? (
          <EmptyState icon="read" sentence={words.reader.nothing} hint={words.reader.nothingHint} />
        ) : (
          <Markdown text={withoutTitle(text, title)} />
        )}
      </article>
    </main>
  );
}
