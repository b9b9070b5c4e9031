import { expect, it } from 'vitest';
import type { Card } from '../../finding/cards.ts';
import { suggestionOf } from '../../finding/suggestion.ts';
import { aMembership, aNote, aSharedClip } from '../storage/samples.ts';
import { aClip } from './kept.ts';

const clipCard = (clip: ReturnType<typeof aClip>): Card => ({
  kind: 'clip',
  id: clip.id,
  clip,
  decision: undefined,
  shares: [],
  drifts: [],
});
const postCard = (post: ReturnType<typeof aNote>): Card => ({
  kind: 'post',
  id: `guild/${post.id}`,
  post,
  authorName: 'Ada',
  membership: aMembership(),
  replies: [],
  drifts: [],
});

it('a clip is its reason and its site', () => {
  expect(suggestionOf(clipCard(aClip(1, 'settles\nthe grid')), { why: [[12, 16]] })).toMatchObject({
    reason: 'settles the grid',
    matches: [[12, 16]],
    source: 'a.example',
  });
});

it('without a reason it is its quote, with the matches of that', () => {
  const card = clipCard(aClip(1, ''));
  expect(suggestionOf(card, { why: [[0, 1]], quote: [[0, 4]] })).toMatchObject({
    reason: 'Grid lays out in two dimensions',
    matches: [[0, 4]],
  });
});

it('what stands in a community says which', () => {
  expect(suggestionOf(postCard(aSharedClip(1)))).toMatchObject({ reason: 'why 1', source: 'Front-end guild' });
  expect(suggestionOf(postCard(aNote(2)))).toMatchObject({ reason: 'note 2' });
});

it('a decision has no source; it says where it stands', () => {
  const decision = { id: 'x', question: 'Which grid?', status: 'accepted', createdAt: 1, updatedAt: 1 } as const;
  expect(suggestionOf({ kind: 'decision', id: 'x', decision, evidence: 2, drifts: [] })).toMatchObject({
    reason: 'Which grid?',
    source: '',
    status: 'accepted',
  });
});

it('a long reason is cut, and no match points beyond it', () => {
  const { reason, matches } = suggestionOf(clipCard(aClip(1, 'word '.repeat(100))), {
    why: [
      [0, 4],
      [300, 304],
    ],
  });
  expect(reason).toHaveLength(121);
  expect(matches).toEqual([[0, 4]]);
});

it('a reason is not cut within a character', () => {
  const { reason } = suggestionOf(clipCard(aClip(1, `${'x'.repeat(119)}🧭 and on`)));
  expect(reason).toBe(`${'x'.repeat(119)}…`);
});
