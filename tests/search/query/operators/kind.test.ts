import { expect, it } from 'vitest';
import { CLIP_KINDS } from '../../../../domain/clip.ts';
import { asks, parse } from '../queries.ts';

it.each([
  ['kind:image', { kind: 'image' }],
  ['kind:Screenshots', { kind: 'region' }],
  ['kind:quote', { kind: 'passage' }],
  ['kind:video', { kind: 'moment' }],
  ['kind:"web page"', { kind: 'page' }],
  ['kind:replies', { kind: 'answer' }],
  ['kind:clip', { kind: 'link' }],
])('%s finds %j', (query, facts) => {
  expect(asks(query, facts)).toBe(true);
});

it.each([
  ['kind:clip', { kind: 'decision' }],
  ['kind:image', { kind: 'region' }],
])('%s leaves out %j', (query, facts) => {
  expect(asks(query, facts)).toBe(false);
});

it.each(['kind:', 'kind:foo'])('%s is no such question', (query) => {
  expect(parse(query).parts.some(({ type }) => type === 'fact')).toBe(false);
});

it.each(CLIP_KINDS)('a clip of kind %s is a clip, and has its operator', (kind) => {
  expect([asks('kind:clip', { kind }), asks(`kind:${kind}`, { kind })]).toEqual([true, true]);
});
