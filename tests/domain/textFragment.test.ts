import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressAtPassage } from '../../domain/textFragment.ts';

const quote = (exact: string, prefix = '', suffix = '') => [{ type: 'TextQuoteSelector' as const, exact, prefix, suffix }];
const directive = (exact: string, prefix?: string, suffix?: string): string =>
  decodeURIComponent(addressAtPassage('https://a.example/x', quote(exact, prefix, suffix)).replace('https://a.example/x#:~:text=', ''));

it.each([
  ['https://a.example/x', 'short quote', 'https://a.example/x#:~:text=short%20quote'],
  ['https://a.example/x#part', 'a-b, c & d', 'https://a.example/x#part:~:text=a%2Db%2C%20c%20%26%20d'],
  ['https://a.example/x#part:~:text=other', 'short quote', 'https://a.example/x#part:~:text=short%20quote'],
  ['https://a.example/x#:~:text=other', 'short quote', 'https://a.example/x#:~:text=short%20quote'],
  ['file:///a/x.html', 'short quote', 'file:///a/x.html#:~:text=short%20quote'],
  ['about:blank', 'short quote', 'about:blank'],
])('%s at “%s” is %s', (address, exact, expected) => {
  expect(addressAtPassage(address, quote(exact))).toBe(expected);
});

it.each([
  [
    'over several blocks goes by its two ends',
    'one two\nthree four five six seven eight nine',
    undefined,
    undefined,
    'one two,four five six seven eight nine',
  ],
  [
    'that is long goes by its two ends',
    'The verge between the two old roads was mown twice a year until the council asked the neighbours, who said that once was plenty for it.',
    undefined,
    undefined,
    'The verge between the two old,that once was plenty for it.',
  ],
  [
    'of few words goes with the words around it',
    'the water',
    'A field cut. In May ',
    ' rises quickly there and then falls',
    'field cut. In May-,the water,-rises quickly there and',
  ],
  ['has no words of other blocks around it', 'the water', 'A heading\n', '\nNext', 'heading-,the water,-Next'],
  ['that begins and ends within words goes with all of them', 'ing the gra', 'they were mow', 'ss again', 'were-,mowing the grass,-again'],
  ['in a script without spaces ends at words', '桜の花', '春には', 'が咲く', 'には-,桜の花,-が'],
])('a quote %s', (_, exact, prefix, suffix, expected) => {
  expect(directive(exact, prefix, suffix)).toBe(expected);
});

it('a very long quote, also one without spaces, makes a short address', () => {
  expect(addressAtPassage('https://a.example/x', quote('水が流れる。'.repeat(50_000))).length).toBeLessThan(600);
  expect(addressAtPassage('https://a.example/x', quote('x'.repeat(500_000))).length).toBeLessThan(1_200);
});

it('leaves the address alone when the clip has no passage', () => {
  expect(addressAtPassage('https://a.example/x', [])).toBe('https://a.example/x');
});

it('whatever a passage holds, the address can be opened', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '-', '\ud83d', '\ude00', '水', '\u0301'), maxLength: 200 });
  fc.assert(
    fc.property(text, text, text, (exact, prefix, suffix) => {
      expect(URL.canParse(addressAtPassage('https://a.example/x', quote(exact, prefix, suffix)))).toBe(true);
    }),
  );
});
