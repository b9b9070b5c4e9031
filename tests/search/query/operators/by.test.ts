import { expect, it } from 'vitest';
import { asks, parse } from '../queries.ts';

it.each([
  ['by:ada', { by: ['Ada Lovelace'] }],
  ['by:"a lovelace"', { by: ['Ada Lovelace'] }],
  ['by:@lovelace', { by: ['Carol', 'Ada Lovelace'] }],
  ['by:jose', { by: ['José'] }],
  ['by:太郎', { by: ['山田太郎'] }],
  ['by:Me', { by: ['Ada'], is: ['mine'] }],
])('%s finds %j', (query, facts) => {
  expect(asks(query, facts)).toBe(true);
});

it.each([
  ['by:ada', { by: ['Carol'] }],
  ['by:me', { by: ['James'], is: ['shared'] }],
  ['by:ada', {}],
])('%s leaves out %j', (query, facts) => {
  expect(asks(query, facts)).toBe(false);
});

it.each(['by:@'])('%s is no such question', (query) => {
  expect(parse(query).parts.some(({ type }) => type === 'fact')).toBe(false);
});
