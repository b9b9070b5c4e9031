import { expect, it } from 'vitest';
import type { Clip } from '../../domain/clip.ts';
import type { Post } from '../../domain/post.ts';
import { clipDoc, postDoc } from '../../search/documents.ts';
import { createIndex } from '../../search/index.ts';

const clip: Clip = {
  id: 'clip',
  kind: 'passage',
  pageKey: 'https://a.example/',
  source: { address: 'https://www.a.example/x', title: 'Grid and flexbox', author: 'Ada' },
  quote: 'in two dimensions',
  selectors: [],
  context: { paragraph: 'around it', headings: ['CSS', 'Layout'] },
  why: 'for the card list',
  tags: ['css', 'layout'],
  createdAt: 5,
  updatedAt: 6,
};
const post: Post = {
  id: 'post',
  communityId: 'c',
  authorId: 'm',
  body: {
    kind: 'clip',
    why: 'breakpoints',
    title: 'Container queries',
    tags: ['css'],
    target: { type: 'SpecificResource', source: 'https://b.example/y', selector: [] },
    author: 'Bob',
    decision: { question: 'Which breakpoints?', stance: 'informs' },
  },
  reactions: { relied: [] },
  createdAt: 7,
  seq: 1,
};

it('a clip is found by everything that it says', () => {
  expect(clipDoc(clip, { question: 'Grid or flexbox?' })).toEqual({
    id: 'clip',
    kind: 'clip',
    at: 5,
    fields: {
      why: 'for the card list',
      decision: 'Grid or flexbox?',
      title: 'Grid and flexbox',
      quote: 'in two dimensions',
      paragraph: 'around it',
      headings: 'CSS › Layout',
      tags: 'css, layout',
      author: 'Ada',
      site: 'a.example',
    },
  });
});

it('a shared clip is found by what it says, who shared it and what was answered', () => {
  const { fields } = postDoc(post, 'Carol', ['we did the same', 'not for tables']);
  expect(fields).toEqual({
    why: 'breakpoints',
    decision: 'Which breakpoints?',
    title: 'Container queries',
    tags: 'css',
    author: 'Carol, Bob',
    site: 'b.example',
    replies: 'we did the same\nnot for tables',
  });
});

it('a note is found by its text', () => {
  expect(postDoc({ ...post, body: { kind: 'note', text: 'hello' } }, undefined, [])).toEqual({
    id: 'post',
    kind: 'post',
    at: 7,
    fields: { why: 'hello' },
  });
});

it('both are found together', () => {
  const index = createIndex();
  index.add([clipDoc(clip, undefined), postDoc(post, 'Carol', [])]);
  expect(index.search('breakpoints flexbox').hits.map(({ id, kind }) => [id, kind])).toEqual([
    ['post', 'post'],
    ['clip', 'clip'],
  ]);
});
