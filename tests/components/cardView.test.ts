import { expect, test } from 'vitest';
import { clipView, postView } from '../../components/cardView.ts';
import { body, clip, id, NOW } from './gallery/content.ts';

const decision = { id: id(2), question: 'Which grid?', status: 'open', createdAt: NOW, updatedAt: NOW } as const;

test('a clip and its share look the same on a card', () => {
  const own = clipView(clip, { ...decision, question: body.decision?.question ?? '' });
  expect(postView({ body })).toEqual(own);
});

test('a page that names no site is called by its host', () => {
  const { site: _, ...source } = clip.source;
  expect(clipView({ ...clip, source }, undefined).site).toBe('fieldnotes.example');
});

test('a stance without its decision is not shown', () => {
  expect(clipView(clip, undefined)).not.toHaveProperty('decision');
});

test('a note’s words stand in the place of the why', () => {
  expect(postView({ body: { kind: 'note', text: 'Why so?' } })).toMatchObject({ why: 'Why so?', title: '', tags: [] });
});

test('a passage that is known by its words alone says so, on an own card and on a shared one', () => {
  expect(clipView({ ...clip, selectors: [] }, undefined)).toMatchObject({ isWithoutPosition: true });
  expect(postView({ body: { ...body, target: { ...body.target, selector: [] } } })).toMatchObject({ isWithoutPosition: true });
  expect(clipView({ ...clip, kind: 'page', selectors: [] }, undefined)).not.toHaveProperty('isWithoutPosition');
});
