import { expect, it } from 'vitest';
import { pageWords } from '../../finding/pageWords.ts';

it('the addresses of links are not searched', () => {
  expect(pageWords('see [the numbers](https://a.example/secret-path)')).toBe('see the numbers');
});

it('a text is searched and shown as its reader sees it, without the marks that shape it', () => {
  const written =
    '## As a rule\n\n- keep **four** `fifths` of area_m2, _never_ all\n- mind the 2\\_000 litres\n\n| Roof | Barrel |\n| --- | ---: |\n| Shed | 450 l |';
  expect(pageWords(written).replace(/\s+/g, ' ')).toBe(
    'As a rule keep four fifths of area_m2, never all mind the 2_000 litres Roof Barrel Shed 450 l ',
  );
});
