import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, printQuery, understood } from '../../../search/query/index.ts';
import { anyParts, anyText, NOW, parse, placeless } from './queries.ts';

describe('a chip', () => {
  it('says one thing that was asked, where it was typed, and the query without it', () => {
    const { chips } = understood(parse('grid  -tag:"Machine learning" is:own'));
    expect(chips).toEqual([
      { says: { type: 'word', value: 'grid', isNegated: false }, start: 0, end: 4, without: '-tag:"Machine learning" is:own' },
      {
        says: { type: 'operator', operator: 'tag', value: 'Machine learning', isNegated: true },
        start: 6,
        end: 29,
        without: 'grid is:own',
      },
      {
        // by its own name, so that it can be put into words
        says: { type: 'operator', operator: 'is', value: 'mine', isNegated: false },
        start: 30,
        end: 36,
        without: 'grid -tag:"Machine learning"',
      },
    ]);
  });

  it('says groups in their parts', () => {
    const { chips } = understood(parse('why:(slow OR late) -("a b" OR c)'));
    const said = (value: string) => ({ type: 'word', value, isNegated: false });
    expect(chips.map(({ says }) => says)).toEqual([
      { type: 'field', operator: 'why', part: { type: 'any', parts: [said('slow'), said('late')], isNegated: false }, isNegated: false },
      { type: 'any', parts: [{ type: 'phrase', value: 'a b', isNegated: false }, said('c')], isNegated: true },
    ]);
  });

  it('taken away leaves the query as it was without its part', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const query = parse(printQuery({ parts }));
        understood(query).chips.forEach(({ without }, index) => {
          expect(placeless(parse(without).parts)).toEqual(placeless(query.parts.toSpliced(index, 1)));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('taken away leaves the query as it was without its part, whatever was typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const query = parse(text);
        understood(query).chips.forEach(({ without }, index) => {
          expect(placeless(parse(without).parts)).toEqual(placeless(query.parts.toSpliced(index, 1)));
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('taken away from between a date and a word does not make them one date', () => {
    const without = (text: string, language?: string) => understood(parseQuery(text, { now: NOW, language })).chips[1]?.without;
    expect(without('after:march -x 5')).toBe('after:march (5)');
    expect(without('after:last -x week')).toBe('after:last (week)');
    expect(without('after:5 -x märz', 'de')).toBe('after:5 (märz)');
    expect(without('after:march -x grid')).toBe('after:march grid');
  });

  it('taken away leaves an empty query in the end, whatever was typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let left = text;
        for (let steps = 0; steps < 64; steps++) {
          const [chip] = understood(parse(left)).chips;
          if (!chip) return;
          expect(left.slice(chip.start, chip.end)).not.toBe('');
          left = chip.without;
        }
        expect(understood(parse(left)).chips).toEqual([]);
      }),
    );
  });
});

it('the words that are looked for are told once each, as typed', () => {
  expect(understood(parse('Grid grid "a B" -flex tag:css why:Crème creme')).words).toEqual(['Grid', 'a B', 'Crème']);
});
