import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIndex, type Doc, type SearchIndex } from '../../search/index.ts';

const aWord = fc.constantFrom('grid', 'gird', 'grids', 'flex', 'flexbox', 'createGrid', 'layout', 'lay', 'the');
const aText = fc.array(aWord, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const someDocs = fc
  .array(fc.record({ why: aText, title: aText, at: fc.nat(5) }), { minLength: 1, maxLength: 40 })
  .map((texts) => texts.map(({ why, title, at }, n): Doc => ({ id: `doc-${n}`, kind: 'clip', at, fields: { why, title } })));
const aQuery = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: aWord },
      { weight: 1, arbitrary: fc.constantFrom('-flex', '-flex OR', '"grid flex"', 'kind:clip OR', 'OR', '(') },
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(' '));

const indexOf = (docs: readonly Doc[]): SearchIndex => {
  const index = createIndex();
  index.add(docs);
  return index;
};
const letters = (query: string): string[] => Array.from(query, (_, at) => query.slice(0, at + 1));

describe('what was looked up before', () => {
  it('changes no answer: not the letters before, nor those that were taken back', () => {
    fc.assert(
      fc.property(someDocs, aQuery, aQuery, (docs, one, other) => {
        const index = indexOf(docs);
        for (const query of [...letters(one), ...letters(other), ...letters(one).toReversed()])
          expect(index.search(query)).toEqual(indexOf(docs).search(query));
      }),
      { numRuns: 40 },
    );
  });

  it('is not taken for what is there now', () => {
    fc.assert(
      fc.property(someDocs, someDocs, aQuery, (docs, later, query) => {
        const index = indexOf(docs);
        index.search(`${query} g`);
        const renamed = later.map((doc): Doc => ({ ...doc, id: doc.id.replace('doc', 'later') }));
        index.add(renamed);
        index.remove(['doc-0']);
        const found = index.search(`${query} gr`);
        expect(found).toEqual(indexOf([...docs.slice(1), ...renamed]).search(`${query} gr`));
      }),
    );
  });
});

it('the best few are the first of all that answer, and as many are counted', () => {
  fc.assert(
    fc.property(someDocs, aQuery, fc.integer({ min: 1, max: 6 }), (docs, query, limit) => {
      const index = indexOf(docs);
      const [few, all] = [limit, docs.length].map((most) => index.candidates(query, { limit: most, read: most, now: 5 }));
      expect(few?.ids).toEqual(all?.ids.slice(0, limit));
      expect(few?.total).toBe(all?.total);
    }),
    { numRuns: 300 },
  );
});
