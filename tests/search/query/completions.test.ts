import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completions, type Known } from '../../../search/query/index.ts';
import { OPERATORS } from '../../../search/query/operators/index.ts';
import { anyText, parse } from './queries.ts';

const KNOWN: Known = {
  tags: ['css', 'Machine learning', 'learning', 'a "quoted" one'],
  site: ['a.example', 'docs.a.example'],
  by: ['Ada Lovelace', 'Lovis'],
  in: ['Front-end guild'],
};
/** What a query with the caret at `|` may become. */
function offered(typed: string): readonly string[] {
  const caret = typed.indexOf('|');
  return completions(typed.replace('|', ''), caret, KNOWN).map(({ text, caret: at }) => `${text.slice(0, at)}|${text.slice(at)}`);
}

describe('offered are', () => {
  it.each([
    ['operators that begin so', 'st|', ['status:|']],
    ['operators behind words, a minus, a parenthesis', 'grid -(S|', ['grid -(site:|', 'grid -(status:|']],
    ['values of a closed list', 'grid is:m|', ['grid is:mine |', 'grid is:missing-why |']],
    ['values behind a minus', '-is:sh|', ['-is:shared |']],
    [
      'all values of a closed list',
      'status:|',
      ['open', 'proposed', 'accepted', 'rejected', 'superseded'].map((value) => `status:${value} |`),
    ],
    ['own tags by their beginning, then by what is in them', 'tag:lear|', ['tag:learning |', 'tag:"Machine learning" |']],
    ['own tags, while their quote is open', 'grid tag:"machine l|', ['grid tag:"Machine learning" |']],
    ['sites', 'site:do|', ['site:docs.a.example |']],
    ['people, without case and accents', 'by:LÓV|', ['by:Lovis |', 'by:"Ada Lovelace" |']],
    ['communities and initiatives', 'in:guild|', ['in:"Front-end guild" |']],
    ['dates', 'after:last|', ['after:"last week" |', 'after:"last month" |', 'after:"last year" |']],
    ['the rest of what stands around the caret', 'a is:m|ine b', ['a is:mine |b', 'a is:missing-why |b']],
    ['operators in the midst of a query', 'si| b', ['site:| b']],
  ])('%s', (_, typed, texts) => {
    expect(offered(typed)).toEqual(texts);
  });

  it('every operator in an empty query', () => {
    expect(offered('|')).toEqual(OPERATORS.map(({ name }) => `${name}:|`));
  });

  it.each(['grid |', 'grid|', 'foo:b|', 'why:s|', '"is:m" |', 'a (|'])('nothing for %s', (typed) => {
    expect(offered(typed)).toEqual([]);
  });

  it('at most eight', () => {
    const tags = Array.from({ length: 50 }, (_, n) => `tag${n}`);
    expect(completions('tag:', 4, { tags })).toHaveLength(8);
  });
});

it('what is chosen is understood, behind whatever words and before them', () => {
  const someWords = fc
    .array(fc.constantFrom('grid', '"a b"', '-tag:css', 'OR', '(x OR y)', 'why:z'), { maxLength: 3 })
    .map((words) => words.join(' '));
  const begun = fc.constantFrom('tag:m', 'site:', 'by:"ada l', 'in:f', 'before:this', 'kind:i', 'is:', 'has:r', 'status:s');
  fc.assert(
    fc.property(someWords, begun, someWords, (before, typed, after) => {
      const text = `${before} ${typed}${after === '' ? '' : ` ${after.replaceAll('"', '')}`}`;
      const offers = completions(text, before.length + 1 + typed.length, KNOWN);
      expect(offers).not.toEqual([]);
      for (const offer of offers) {
        let last = parse(offer.text.slice(0, offer.caret)).parts.at(-1);
        while (last && 'parts' in last) last = last.parts.at(-1);
        expect(last).toMatchObject({ operator: offer.operator, value: offer.value });
        expect(offer.text.slice(offer.caret)).toBe(after.replaceAll('"', ''));
      }
    }),
  );
});

it('the value that is typed comes first, however many begin with it and are used more', () => {
  const tags = [...Array.from({ length: 9 }, (_, n) => `css/${n}`), 'CSS'];
  expect(completions('tag:css', 7, { tags }).map(({ value }) => value)).toEqual(['CSS', ...tags.slice(0, 7)]);
});

it('anything can be completed anywhere', () => {
  fc.assert(
    fc.property(anyText, fc.nat(60), (text, place) => {
      for (const offer of completions(text, Math.min(place, text.length), KNOWN)) {
        expect(offer.caret).toBeLessThanOrEqual(offer.text.length);
      }
    }),
  );
});

it('every value that is offered is one that its operator understands', () => {
  for (const { name } of OPERATORS) {
    for (const { text } of completions(`${name}:`, name.length + 1, KNOWN)) {
      expect(parse(text).parts.map(({ type }) => type)).toEqual([name === 'before' || name === 'after' ? 'date' : 'fact']);
    }
  }
});
