import { expect, test } from 'vitest';
import { words } from '../../locales/index.ts';

/** Every word and every function of words, by its path. */
function collect(group: object, path = ''): readonly (readonly [string, string | ((...args: never[]) => string)])[] {
  return Object.entries(group).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? collect(value, `${path}${name}.`) : [[`${path}${name}`, value] as const],
  );
}

test.each(collect(words))('%s says something', (_, said) => {
  expect(typeof said === 'string' ? said : typeof said).not.toBe('');
});

test('one and many are told apart', () => {
  expect([1, 2].map(words.badge.clipsHere)).toEqual(['1 clip on this page', '2 clips on this page']);
  expect([1, 2000].map((members) => words.fields.audience('Guild', members))).toEqual([
    'Guild: 1 member can read it',
    'Guild: 2,000 members can read it',
  ]);
  expect([['token'], ['token', 'utm_source']].map(words.share.dropped)).toEqual([
    '1 part of the address was taken off: token',
    '2 parts of the address were taken off: token, utm_source',
  ]);
});
