import type { Clip } from '../../domain/clip.ts';
import type { Post } from '../../domain/post.ts';
import type { Mark } from '../../messaging/pageProtocol.ts';

/** How much of a why goes into a page for its tooltip. */
const WHY_IN_PAGE = 300;

/** What a page marks: own clips and others' posts that have a passage. */
export function makeMarks(clips: readonly Clip[], posts: readonly Post[]): Mark[] {
  const marks: Mark[] = [];
  for (const { id, selectors, why } of clips)
    if (selectors.length > 0) marks.push({ id, selectors, colour: 'mine', why: why.slice(0, WHY_IN_PAGE) });
  for (const { id, body } of posts) {
    if (body.kind === 'clip' && body.target.selector.length > 0)
      marks.push({ id, selectors: body.target.selector, colour: 'shared', why: body.why.slice(0, WHY_IN_PAGE) });
  }
  return marks;
}
