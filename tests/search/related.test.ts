import { describe, expect, it } from 'vitest';
import { createIndex, type Doc, type RelatedOptions } from '../../search/index.ts';

const doc = (id: string, fields: Doc['fields'], rest: Partial<Doc> = {}): Doc => ({ id, kind: 'clip', fields, at: 0, ...rest });
/** What is there beside: nothing that is alike. */
const others = Array.from({ length: 30 }, (_, n) =>
  doc(`other${n}`, { why: `the thing number${n}`, quote: `and a page of the letter${n}` }),
);
const relatedAmong = (to: Doc, docs: readonly Doc[], options?: RelatedOptions) => {
  const index = createIndex({ texts: 'elsewhere' });
  index.add([...others, ...docs]);
  return index.related(to, options).map(({ id }) => id);
};

describe('related are', () => {
  it('the documents that share the rarest words, the likest first', () => {
    const draft = doc('draft', { why: 'masonry layouts in the grid of a gallery' });
    const docs = [
      doc('two', { why: 'a gallery with masonry' }),
      doc('one', { why: 'the masonry of a cathedral' }),
      doc('all', { why: 'masonry layouts, a grid for the gallery' }),
      doc('none', { why: 'the thing in the page of a letter' }),
    ];
    expect(relatedAmong(draft, docs)).toEqual(['all', 'two', 'one']);
  });

  it('more alike by a reason or a decision than by a title, on either side', () => {
    const shared = [doc('title', { title: 'masonry' }), doc('why', { why: 'masonry' })];
    expect(relatedAmong(doc('draft', { why: 'masonry' }), shared)).toEqual(['why', 'title']);
    const draft = doc('draft', { decision: 'masonry?', title: 'gallery' });
    expect(relatedAmong(draft, [doc('by title', { why: 'gallery' }), doc('by decision', { why: 'masonry' })])).toEqual([
      'by decision',
      'by title',
    ]);
  });

  it('never the document itself, which may be there in another form', () => {
    const draft = doc('it', { why: 'masonry' });
    expect(relatedAmong(draft, [doc('it', { why: 'masonry of old' }), doc('like', { why: 'masonry' })])).toEqual(['like']);
  });

  it('none to a document that has nothing to do with the rest, or says nothing', () => {
    expect(relatedAmong(doc('draft', { why: 'the sea and a page' }), [])).toEqual([]);
    expect(relatedAmong(doc('draft', {}), [])).toEqual([]);
    expect(createIndex().related(doc('draft', { why: 'masonry' }))).toEqual([]);
  });

  it('none by one word of many', () => {
    const long = doc('draft', {
      why: 'masonry gallery cathedral stone arch vault nave window',
      quote: 'tower bell spire roof tile gutter',
    });
    expect(relatedAmong(long, [doc('one word', { title: 'gutter' }), doc('some words', { why: 'stone vault nave arch' })])).toEqual([
      'some words',
    ]);
  });

  it('none by what only stands in the page around', () => {
    expect(relatedAmong(doc('draft', { why: 'sea', text: 'masonry', paragraph: 'masonry' }), [doc('like', { why: 'masonry' })])).toEqual(
      [],
    );
  });

  it('of some kinds only, when that is asked, and so many at most', () => {
    const docs = [
      doc('clip', { why: 'masonry' }),
      doc('decision', { decision: 'masonry' }, { kind: 'decision' }),
      doc('post', { why: 'masonry' }, { kind: 'post' }),
    ];
    const draft = doc('draft', { why: 'masonry' });
    expect(relatedAmong(draft, docs, { kinds: ['decision', 'post'] }).toSorted()).toEqual(['decision', 'post']);
    expect(relatedAmong(draft, docs, { limit: 2 })).toHaveLength(2);
  });

  it('among equals the newer first, and what was replaced or removed is gone', () => {
    const index = createIndex();
    index.add([
      ...others,
      doc('old', { why: 'masonry' }, { at: 1 }),
      doc('new', { why: 'masonry' }, { at: 2 }),
      doc('gone', { why: 'masonry' }),
    ]);
    index.remove(['gone']);
    index.add([doc('other1', { why: 'masonry' }, { at: 3 })]);
    expect(index.related(doc('draft', { why: 'masonry' })).map(({ id }) => id)).toEqual(['other1', 'new', 'old']);
  });
});
