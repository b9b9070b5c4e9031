import { expect, it } from 'vitest';
import { asks, parse } from '../queries.ts';

it.each([
  ['has:why', { has: ['why'] }],
  ['has:reason', { has: ['why'] }],
  ['has:images', { has: ['picture'] }],
  ['has:"page text"', { has: ['text'] }],
  ['has:comments', { has: ['replies'] }],
  ['has:decision', { has: ['decision'] }],
  ['has:tags', { tags: ['css'] }],
])('%s finds %j', (query, facts) => {
  expect(asks(query, facts)).toBe(true);
});

it.each([
  ['has:tag', { tags: [], has: ['why'] }],
  ['has:why', { has: ['picture'] }],
])('%s leaves out %j', (query, facts) => {
  expect(asks(query, facts)).toBe(false);
});

it.each(['has:foo', 'has:constructor'])('%s is no such question', (query) => {
  expect(parse(query).parts.some(({ type }) => type === 'fact')).toBe(false);
});
