import { expect, it } from 'vitest';
import { asks } from '../queries.ts';

it.each([
  ['in:guild', { in: ['Orchard', 'Front-end guild'] }],
  ['in:"front-end g"', { in: ['Front-end guild'] }],
  ['in:équipe', { in: ['Equipe'] }],
])('%s finds %j', (query, facts) => {
  expect(asks(query, facts)).toBe(true);
});

it.each([
  ['in:guild', { in: ['Orchard'] }],
  ['in:guild', {}],
])('%s leaves out %j', (query, facts) => {
  expect(asks(query, facts)).toBe(false);
});
