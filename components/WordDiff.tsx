import { useMemo } from 'preact/hooks';
import { wordDiff, type DiffPiece } from '../domain/wordDiff.ts';
import { words } from '../locales/index.ts';
import './styles/WordDiff.css';

export interface WordDiffProps {
  readonly before: string;
  readonly now: string;
  /** BCP 47, where the page said it. */
  readonly language?: string | undefined;
}

/** Characters of what stayed that are shown beside a change; the rest is left out. */
const AROUND = 120;
/** Characters of one change that are shown: a whole book may have been replaced. */
const LONGEST_CHANGE = 4_000;
/** Changes that are shown. */
const MOST_PIECES = 400;

/** The beginning after a change, the end before the next one; what lies between is an ellipsis. */
function nearChanges(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * AROUND) return text;
  const beginning = isFirst ? '' : text.slice(0, AROUND);
  const end = isLast ? '' : text.slice(-AROUND);
  return `${beginning} … ${end}`;
}

const cut = (text: string): string => (text.length > LONGEST_CHANGE ? `${text.slice(0, LONGEST_CHANGE)}…` : text);

const Piece = ({ is, text }: DiffPiece) => {
  if (is === 'same') return <>{text}</>;
  const Change = is === 'removed' ? 'del' : 'ins';
  return (
    <Change class={`diff-${is}`}>
      <span class="visually-hidden">{is === 'removed' ? words.drift.went : words.drift.came} </span>
      {cut(text)}
    </Change>
  );
};

/**
 * Then and now, word by word: what went is struck through, what came is underlined. Two texts that share no
 * word stand one below the other.
 */
export function WordDiff({ before, now, language }: WordDiffProps) {
  const pieces = useMemo(() => wordDiff(before, now), [before, now]);
  const isReplaced = pieces.every(({ is }) => is !== 'same');
  if (isReplaced) {
    return (
      <dl class="diff diff-blocks" lang={language}>
        <dt>{words.drift.before}</dt>
        <dd dir="auto">{cut(before)}</dd>
        <dt>{words.drift.now}</dt>
        <dd dir="auto">{cut(now)}</dd>
      </dl>
    );
  }
  const shown = pieces.slice(0, MOST_PIECES);
  return (
    <div class="diff">
      <p class="diff-legend" aria-hidden="true">
        <del class="diff-removed">{words.drift.before}</del> <ins class="diff-added">{words.drift.now}</ins>
      </p>
      <p class="diff-text" lang={language} dir="auto">
        {shown.map((piece, index) => (
          <Piece
            key={index}
            {...piece}
            text={piece.is === 'same' ? nearChanges(piece.text, index === 0, index === pieces.length - 1) : piece.text}
          />
        ))}
        {pieces.length > shown.length && ' …'}
      </p>
    </div>
  );
}
