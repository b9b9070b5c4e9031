import { expect, test } from 'vitest';
import { postView } from '../../components/cardView.ts';
import { hiddenMatch } from '../../components/hiddenMatch.ts';
import type { Post } from '../../domain/post.ts';
import { postDoc } from '../../search/documents.ts';
import { createIndex } from '../../search/index.ts';
import { body, post } from './gallery/content.ts';

const replies = ['Thanks, that settles it.', 'We keep a ledger of exceptions beside it.'];
const shared: Post = { ...post, body: { ...body, morePassages: [{ quote: 'Sticky headers cost nothing', selector: [] }] } };

/** What is shown of a match in a post that a real search found. */
function shown(query: string) {
  const index = createIndex();
  index.add([postDoc(shared, 'Ines Carvalho', replies)]);
  const [hit] = index.search(query).hits;
  return hit && hiddenMatch(postView(shared, replies), hit.matches);
}
const marked = (query: string): readonly [string, readonly string[]] | undefined => {
  const found = shown(query);
  return found && [found.where, found.ranges.map(([start, end]) => found.text.slice(start, end))];
};

test('a post that only a reply answers shows that reply, with the match marked', () => {
  expect(marked('ledger')).toEqual(['replies', ['ledger']]);
  expect(shown('ledger')?.text).toBe('We keep a ledger of exceptions beside it.');
});

test('what is marked in the reason or the passage needs no more', () => {
  expect(marked('audit log')).toBeUndefined();
  expect(marked('virtualisation')).toBeUndefined();
  expect(marked('sticky')).toBeUndefined();
});

test('a word that only a reply has is shown beside one that the reason has', () => {
  expect(marked('audit exceptions')).toEqual(['replies', ['exceptions']]);
});

test('what the passage stands under, and the text around it, are shown when the match is there', () => {
  expect(marked('results')).toEqual(['headings', ['Results']]);
  expect(marked('measured')).toEqual(['paragraph', ['measured']]);
});

test('without a match nothing is shown', () => {
  expect(hiddenMatch(postView(shared, replies), {})).toBeUndefined();
});
