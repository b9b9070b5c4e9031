import { expect, it } from 'vitest';
import { asks, parse } from '../queries.ts';

it.each([
  ['tag:css', { tags: ['layout', 'CSS'] }],
  ['tag:#css', { tags: ['css'] }],
  ['tag:ETE', { tags: ['été'] }],
  ['tag:"machine learning"', { tags: ['Machine  Learning'] }],
  ['tag:css', { tags: ['css/grid'] }],
  ['tag:css/', { tags: ['css'] }],
  ['tag:🍕', { tags: ['🍕'] }],
])('%s finds %j', (query, facts) => {
  expect(asks(query, facts)).toBe(true);
});

it.each([
  ['tag:css', { tags: ['css-grid', 'scss', 'old/css'] }],
  ['tag:css/grid', { tags: ['css'] }],
])('%s leaves out %j', (query, facts) => {
  expect(asks(query, facts)).toBe(false);
});

it.each(['tag:#'])('%s is no such question', (query) => {
  expect(parse(query).parts.some(({ type }) => type === 'fact')).toBe(false);
});
