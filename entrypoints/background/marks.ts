import type { Clip } from '../../domain/clip.ts';
import type { Post } from '../../domain/post.ts';
import type { Mark } from '../../messaging/pageProtocol.ts';

/** What a page marks: own clips and others' posts that have a passage. */
export function makeMarks(clips: readonly Clip[], posts: readonly Post[]): Mark[] {
  const marks: Mark[] = [];
  for (const { id, selectors } of clips) if (selectors.length > 0) marks.push({ id, selectors, colour: 'mine' });
  for (const { id, body } of posts) {
    if (body.kind === 'clip' && body.target.selector.length > 0) marks.push({ id, selectors: body.target.selector, colour: 'shared' });
  }
  return marks;
}
