import { HEADING_BREAK, LINE_BREAK } from '../search/documents.ts';
import { saidOf, type CardMatches, type CardView } from './cardView.ts';
import { excerpt, type Excerpt } from './excerpt.ts';
import type { MatchRange } from './Highlight.tsx';
import { rangesOfEach } from './rangesOfEach.ts';

/** A piece of what a card doesn't show as a rule, for the match that is in it, and what it is a piece of. */
export interface HiddenMatch extends Excerpt {
  readonly where: Where;
}
type Where = 'paragraph' | 'replies' | 'caption' | 'headings' | 'text';

interface Text {
  readonly text: string;
  readonly ranges: readonly MatchRange[];
}

/** Characters that are shown. */
const LENGTH = 180;
/** Earlier matches so near to the one that matters are marked with it. */
const NEAR = 60;

/** The first piece that has a matched word in it which is not marked in the person's words, nor in those of the passage. */
export function hiddenMatch(view: CardView, matches: CardMatches): HiddenMatch | undefined {
  const marked = [
    { text: view.why, ranges: matches.why },
    { text: view.decision?.question, ranges: matches.decision },
    { text: view.quote, ranges: matches.quote },
    { text: view.morePassages?.join(LINE_BREAK), ranges: matches.passages },
    { text: saidOf(view), ranges: matches.caption },
  ].flatMap(({ text = '', ranges = [] }) => ranges.map((range) => wordAt(text, range)));
  // a form of a word that is marked is told by it
  const isNew = (word: string): boolean => !marked.some((seen) => seen !== '' && (seen.startsWith(word) || word.startsWith(seen)));
  for (const [where, { text, ranges }] of hiddenTexts(view, matches)) {
    const first = ranges.find((range) => isNew(wordAt(text, range)));
    if (!first) continue;
    const near = ranges.filter(([start]) => start >= first[0] - NEAR);
    return { where, ...excerpt(text, near, LENGTH) };
  }
  return undefined;
}

const wordAt = (text: string, [start, end]: MatchRange): string => text.slice(start, end).toLowerCase();

/** What was matched and is not shown, the nearest to the passage first. */
function hiddenTexts(view: CardView, matches: CardMatches): readonly (readonly [Where, Text])[] {
  const { paragraph = '', replies = [], media, headings = [], pageText = '' } = view;
  const caption = [media?.caption, media?.alt].filter(Boolean).join(LINE_BREAK);
  const whole = (text: string, ranges: readonly MatchRange[] = []): Text => ({ text, ranges });
  const inReplies = rangesOfEach(replies, LINE_BREAK, matches.replies);
  return [
    ['paragraph', whole(paragraph, matches.paragraph)],
    ...replies.map((text, index) => ['replies', whole(text, inReplies[index])] as const),
    ['caption', whole(caption, matches.caption)],
    ['headings', whole(headings.join(HEADING_BREAK), matches.headings)],
    ['text', whole(pageText, matches.text)],
  ];
}
