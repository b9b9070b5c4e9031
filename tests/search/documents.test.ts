import { expect, it } from 'vitest';
import type { Clip } from '../../domain/clip.ts';
import type { Post } from '../../domain/post.ts';
import { clipDoc, decisionDoc, postDoc } from '../../search/documents.ts';
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
    facts: {
      site: 'a.example',
      address: 'https://www.a.example/x',
      tags: ['css', 'layout'],
      by: ['Ada'],
      kind: 'passage',
      is: ['mine'],
      has: ['why', 'decision'],
    },
  });
});

it('a clip without a why says so', () => {
  const { facts } = clipDoc({ ...clip, why: ' ' }, undefined, 'the whole page');
  expect([facts?.is, facts?.has]).toEqual([['mine', 'missing-why'], ['text']]);
});

it('a picture is one, whatever was pictured', () => {
  const kinds = ['passage', 'page', 'image', 'region', 'link', 'moment'] as const;
  expect(kinds.filter((kind) => clipDoc({ ...clip, kind }, undefined).facts?.has?.includes('picture'))).toEqual([
    'image',
    'region',
    'moment',
  ]);
});

it('a decision is found by its question, and by where it stands', () => {
  expect(decisionDoc({ id: 'd', question: 'Grid or flexbox?', status: 'proposed', createdAt: 3, updatedAt: 4 })).toEqual({
    id: 'd',
    kind: 'decision',
    at: 3,
    fields: { decision: 'Grid or flexbox?' },
    facts: { kind: 'decision', status: 'proposed', is: ['mine'] },
  });
});

it('a shared clip is found by what it says, who shared it and what was answered', () => {
  const { fields, facts } = postDoc({ ...post, reactions: { relied: ['a', 'b'] } }, 'Carol', ['we did the same', 'not for tables']);
  expect(fields).toEqual({
    why: 'breakpoints',
    decision: 'Which breakpoints?',
    title: 'Container queries',
    tags: 'css',
    author: 'Carol, Bob',
    site: 'b.example',
    replies: 'we did the same\nnot for tables',
  });
  expect(facts).toEqual({
    site: 'b.example',
    address: 'https://b.example/y',
    tags: ['css'],
    by: ['Carol', 'Bob'],
    kind: 'passage',
    is: ['shared'],
    has: ['why', 'decision', 'replies'],
    relied: 2,
  });
});

it('a note is found by its text', () => {
  expect(postDoc({ ...post, body: { kind: 'note', text: 'hello' } }, undefined, [])).toEqual({
    id: 'post',
    kind: 'post',
    at: 7,
    fields: { why: 'hello' },
    facts: { kind: 'note', by: [], is: ['shared'], has: ['why'], relied: 0 },
  });
});

it('a clip is found by the replies to it, too', () => {
  const { fields, facts } = clipDoc(clip, undefined, undefined, ['we did the same', 'not for tables']);
  expect([fields.replies, facts?.has]).toEqual(['we did the same\nnot for tables', ['why', 'replies']]);
});

it('both are found together', () => {
  const index = createIndex();
  index.add([clipDoc(clip, undefined), postDoc(post, 'Carol', [])]);
  expect(index.search('breakpoints flexbox').hits.map(({ id, kind }) => [id, kind])).toEqual([
    ['post', 'post'],
    ['clip', 'clip'],
  ]);
});
