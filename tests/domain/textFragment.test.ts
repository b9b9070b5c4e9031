import { expect, it } from 'vitest';
import { addressAtPassage } from '../../domain/textFragment.ts';

const quote = (exact: string) => [{ type: 'TextQuoteSelector' as const, exact }];

it.each([
  ['https://a.example/x', 'short quote', 'https://a.example/x#:~:text=short%20quote'],
  ['https://a.example/x#part', 'a-b, c & d', 'https://a.example/x#part:~:text=a%2Db%2C%20c%20%26%20d'],
  [
    'https://a.example/x',
    'one two\nthree four five six seven eight',
    'https://a.example/x#:~:text=one%20two%20three%20four%20five%20six,seven%20eight',
  ],
  ['about:blank', 'short quote', 'about:blank'],
])('%s at “%s” is %s', (address, exact, expected) => {
  expect(addressAtPassage(address, quote(exact))).toBe(expected);
});

it('leaves the address alone when the clip has no passage', () => {
  expect(addressAtPassage('https://a.example/x', [])).toBe('https://a.example/x');
});
