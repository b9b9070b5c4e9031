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

it('a word that a hundred documents have is looked up the same in many parts, whatever comes, goes and is put in order between the letters', () => {
  const aChange = fc.constantFrom('tidy', 'remove', 'add', 'nothing');
  const shared = Array.from({ length: 150 }, (_, n): Doc => ({
    id: `doc-${n}`,
    kind: 'clip',
    at: n,
    fields: { why: `the layout ${['grid', 'gird', 'layuot', 'flex'][n % 4]} ${n}` },
  }));
  fc.assert(
    fc.property(
      fc.array(aChange, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('layout gri', 'the layout fl', 'layout -flex OR gr'),
      (changes, query) => {
        const index = createIndex();
        const there = new Map(shared.map((doc) => [doc.id, doc]));
        for (let at = 0; at < shared.length; at += 10) index.add(shared.slice(at, at + 10));
        const typed = letters(query);
        for (const [step, letter] of typed.entries()) {
          index.search(letter);
          const change = changes[step % changes.length];
          if (change === 'tidy') index.tidy();
          if (change === 'remove') {
            const [id = ''] = there.keys();
            index.remove([id]);
            there.delete(id);
          }
          if (change === 'add') {
            const doc: Doc = { id: `new-${step}`, kind: 'clip', at: 200 + step, fields: { why: 'the new layout grid' } };
            index.add([doc]);
            there.set(doc.id, doc);
          }
        }
        expect(index.search(query)).toEqual(indexOf([...there.values()]).search(query));
      },
    ),
    { numRuns: 60 },
  );
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
