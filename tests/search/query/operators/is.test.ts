import { expect, it } from 'vitest';
import { asks, parse } from '../queries.ts';

it.each([
  ['is:mine', { is: ['shared', 'mine'] }],
  ['is:own', { is: ['mine'] }],
  ['is:public', { is: ['shared'] }],
  ['is:orphans', { is: ['orphan'] }],
  ['is:unanswered', { is: ['unanswered'] }],
  ['is:"Missing why"', { is: ['missing-why'] }],
  ['is:missing_why', { is: ['missing-why'] }],
])('%s finds %j', (query, facts) => {
  expect(asks(query, facts)).toBe(true);
});

it.each([
  ['is:mine', { is: ['shared'] }],
  ['is:mine', {}],
])('%s leaves out %j', (query, facts) => {
  expect(asks(query, facts)).toBe(false);
});

it.each(['is:foo', 'is:toString'])('%s is no such question', (query) => {
  expect(parse(query).parts.some(({ type }) => type === 'fact')).toBe(false);
});
