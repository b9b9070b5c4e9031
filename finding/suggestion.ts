import type { Decision } from '../domain/decision.ts';
import { siteOf } from '../domain/pageAddress.ts';
import type { Hit } from '../search/index.ts';
import type { Card } from './cards.ts';

/** What one line has room for of something found. */
export interface Suggestion {
  /** The card's id and kind. */
  readonly id: string;
  readonly kind: Card['kind'];
  /** The reason, else the question, the quote or the title; one line, with the matched words as [start, end). */
  readonly reason: string;
  readonly matches: readonly (readonly [start: number, end: number])[];
  /** Where it comes from: a site, a community; empty where there is none. */
  readonly source: string;
  /** Where a decision stands. */
  readonly status?: Decision['status'];
}

/** Characters of a reason; an address bar shows fewer. */
const LONGEST = 120;

/** A found card in one line, the reason first. */
export function suggestionOf(card: Card, matches: Hit['matches'] = {}): Suggestion {
  const [text, ranges] = lineOf(card, matches);
  const shown = cut(text);
  return {
    id: card.id,
    kind: card.kind,
    // every white space is one character, so that the matches stay where they are
    reason: (shown.length < text.length ? `${shown}…` : text).replace(/\s/g, ' '),
    matches: ranges.filter(([, end]) => end <= shown.length),
    source: sourceOf(card),
    ...(card.kind === 'decision' && { status: card.decision.status }),
  };
}

/** The beginning of a text; never half of a character that is written in two. */
const cut = (text: string): string => (text.length <= LONGEST ? text : text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, ''));

function lineOf(card: Card, matches: Hit['matches']): readonly [string, Suggestion['matches']] {
  const { why, question, quote, title } = wordsOf(card);
  const lines: readonly (readonly [string | undefined, Suggestion['matches'] | undefined])[] = [
    [why, matches.why],
    [question, matches.decision],
    [quote, matches.quote],
    [title, matches.title],
  ];
  const [text = '', ranges = []] = lines.find(([line]) => line?.trim()) ?? [];
  return [text, ranges];
}

interface Words {
  readonly why?: string | undefined;
  readonly question?: string | undefined;
  readonly quote?: string | undefined;
  readonly title?: string | undefined;
}

function wordsOf(card: Card): Words {
  if (card.kind === 'decision') return { question: card.decision.question };
  if (card.kind === 'clip') {
    const { clip, decision } = card;
    return { why: clip.why, question: decision?.question, quote: clip.quote, title: clip.source.title };
  }
  const { body } = card.post;
  return body.kind === 'note'
    ? { why: body.text }
    : { why: body.why, question: body.decision?.question, quote: body.quote, title: body.title };
}

function sourceOf(card: Card): string {
  switch (card.kind) {
    case 'clip':
      return card.clip.source.site ?? siteOf(card.clip.source.address);
    case 'decision':
      return '';
    case 'post':
      return card.membership.name;
  }
}
