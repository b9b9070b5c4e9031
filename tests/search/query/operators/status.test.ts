import { expect, it } from 'vitest';
import { DECISION_STATUSES } from '../../../../domain/decision.ts';
import { statusOperator } from '../../../../search/query/operators/status.ts';
import { asks, parse } from '../queries.ts';

it.each([
  ['status:open', { status: 'open' }],
  ['status:Decided', { status: 'accepted' }],
  ['status:"ruled out"', { status: 'rejected' }],
  ['status:deprecated', { status: 'superseded' }],
])('%s finds %j', (query, facts) => {
  expect(asks(query, facts)).toBe(true);
});

it.each([
  ['status:open', { status: 'proposed' }],
  ['status:open', {}],
])('%s leaves out %j', (query, facts) => {
  expect(asks(query, facts)).toBe(false);
});

it.each(['status:foo'])('%s is no such question', (query) => {
  expect(parse(query).parts.some(({ type }) => type === 'fact')).toBe(false);
});

it('there is a value for every status of a decision', () => {
  expect(statusOperator.values).toEqual(DECISION_STATUSES);
});
