import { isPicture, type Clip, type Media } from '../domain/clip.ts';
import type { Decision } from '../domain/decision.ts';
import { siteOf } from '../domain/pageAddress.ts';
import type { Post } from '../domain/post.ts';
import type { Doc, DocFacts } from './doc.ts';

/** What stands between texts that are searched as one: between headings, between tags and names, between passages and replies. */
export const HEADING_BREAK = ' › ';
export const TAG_BREAK = ', ';
export const LINE_BREAK = '\n';

/** An own clip as search reads it: with the decision that it is tied to, the text of its page where that was kept and read, and the replies to it. */
export function clipDoc(clip: Clip, decision: Pick<Decision, 'question'> | undefined, text?: string, replies: readonly string[] = []): Doc {
  const { source, context, media } = clip;
  return {
    id: clip.id,
    kind: 'clip',
    at: clip.createdAt,
    fields: present({
      why: clip.why,
      decision: decision?.question,
      title: source.title,
      quote: clip.quote,
      passages: passagesOf(clip),
      caption: captionOf(media),
      paragraph: context.paragraph,
      headings: context.headings?.join(HEADING_BREAK),
      text,
      replies: replies.join('\n'),
      tags: clip.tags.join(TAG_BREAK),
      author: source.author,
      site: source.site ?? siteOf(source.address),
    }),
    facts: {
      site: siteOf(source.address),
      address: source.address,
      tags: clip.tags,
      by: names(source.author),
      kind: clip.kind,
      language: source.language,
      is: clip.why.trim() === '' ? ['mine', 'missing-why'] : ['mine'],
      has: named({ why: clip.why.trim(), decision, picture: isPicture(clip.kind), text, replies: replies.join('') }),
    },
  };
}

/** A decision as search reads it. */
export function decisionDoc({ id, question, status, createdAt: at }: Decision): Doc {
  return { id, kind: 'decision', at, fields: { decision: question }, facts: { kind: 'decision', status, is: ['mine'] } };
}

/** A post that opens a thread as search reads it, with its author's name and the words of its replies. */
export function postDoc(post: Post, authorName: string | undefined, replies: readonly string[]): Doc {
  const { id, createdAt: at, body } = post;
  const thread = { author: authorName, replies: replies.join(LINE_BREAK) };
  const relied = post.reactions.relied.length;
  if (body.kind === 'note') {
    const facts: DocFacts = {
      kind: 'note',
      by: names(authorName),
      is: ['shared'],
      has: named({ why: body.text.trim(), replies: thread.replies }),
      relied,
    };
    return { id, kind: 'post', at, fields: present({ ...thread, why: body.text }), facts };
  }
  return {
    id,
    kind: 'post',
    at,
    fields: present({
      ...thread,
      author: names(authorName, body.author).join(TAG_BREAK),
      why: body.why,
      decision: body.decision?.question,
      title: body.title,
      quote: body.quote,
      passages: passagesOf(body),
      caption: captionOf(body.media),
      paragraph: body.paragraph,
      headings: body.headings?.join(HEADING_BREAK),
      tags: body.tags.join(TAG_BREAK),
      site: body.site ?? siteOf(body.target.source),
    }),
    facts: {
      site: siteOf(body.target.source),
      address: body.target.source,
      tags: body.tags,
      by: names(authorName, body.author),
      kind: body.clipped ?? 'passage',
      language: body.language,
      is: body.why.trim() === '' ? ['shared', 'missing-why'] : ['shared'],
      has: named({ why: body.why.trim(), decision: body.decision, picture: isPicture(body.clipped ?? 'passage'), replies: thread.replies }),
      relied,
    },
  };
}

const passagesOf = ({ morePassages = [] }: { readonly morePassages?: readonly { readonly quote: string }[] | undefined }): string =>
  morePassages.map(({ quote }) => quote).join(LINE_BREAK);

const captionOf = ({ caption, alt }: Pick<Media, 'caption' | 'alt'> = {}): string => [caption, alt].filter(Boolean).join(LINE_BREAK);

/** The fields that say something. */
const present = (fields: { readonly [F in keyof Doc['fields']]: string | undefined }): Doc['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text));

/** Those that are known. */
const names = (...several: readonly (string | undefined)[]): readonly string[] => several.flatMap((name) => (name ? [name] : []));

/** What a document comes with, by the names of those that are there. */
const named = (parts: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(parts).flatMap(([name, part]) => (part ? [name] : []));
