import { expect, it } from 'vitest';
import { asks, parse } from '../queries.ts';

it.each([
  ['site:a.example', { site: 'a.example' }],
  ['site:A.Example', { site: 'docs.a.example' }],
  ['site:https://www.a.example/', { site: 'a.example' }],
  ['site:*.a.example', { site: 'docs.a.example' }],
  ['site:a.example', { site: 'a.example:8080' }],
  ['site:localhost:3000', { site: 'localhost:3000' }],
  ['site:github', { site: 'gist.github.com' }],
  ['site:gov', { site: 'data.gov' }],
  ['site:münchen.example', { site: 'xn--mnchen-3ya.example' }],
  ['site:a.example/docs', { address: 'https://www.a.example/docs/grid?x=1' }],
  ['site:münchen.example/docs', { address: 'https://xn--mnchen-3ya.example/docs/grid' }],
  ['site:a.example/docs/', { address: 'https://en.a.example/docs' }],
  ['site:a.example/docs', { address: 'a.example/docs' }],
])('%s finds %j', (query, facts) => {
  expect(asks(query, facts)).toBe(true);
});

it.each([
  ['site:a.example', { site: 'ba.example' }],
  ['site:a.example', { site: 'a.example.org' }],
  ['site:git', { site: 'github.com' }],
  ['site:localhost:3000', { site: 'localhost:8080' }],
  ['site:a.example/docs', { address: 'https://a.example/documents' }],
  ['site:a.example/docs', { address: 'https://b.example/a.example/docs' }],
  ['site:a.example/docs', { address: 'https://ba.example/docs' }],
])('%s leaves out %j', (query, facts) => {
  expect(asks(query, facts)).toBe(false);
});

it.each(['site:?', 'site:https://'])('%s is no such question', (query) => {
  expect(parse(query).parts.some(({ type }) => type === 'fact')).toBe(false);
});
