import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIndex, type Doc, type Hit } from '../../search/index.ts';

const doc = (id: string, fields: Doc['fields'], at = 0): Doc => ({ id, kind: 'clip', fields, at });
const indexOf = (...docs: Doc[]) => {
  const index = createIndex();
  index.add(docs);
  return index;
};
/** What a query finds in documents that have one text each, by that text. */
const finds = (query: string, ...whys: string[]) =>
  indexOf(...whys.map((why) => doc(why, { why })))
    .search(query)
    .hits.map(({ id }) => id);
const ranked = (query: string, ...docs: Doc[]) =>
  indexOf(...docs)
    .search(query)
    .hits.map(({ id }) => id);
/** The marked pieces of a hit's field. */
const marked = (query: string, field: keyof Doc['fields'], text: string): string[] => {
  const [hit] = indexOf(doc('it', { [field]: text })).search(query).hits;
  return (hit?.matches[field] ?? []).map(([start, end]) => text.slice(start, end));
};

describe('a query finds', () => {
  it.each([
    ['a whole word', 'router', 'We chose the router'],
    ['the beginning of a word', 'rou', 'We chose the router'],
    ['without case', 'ROUTER', 'a Router'],
    ['without accents, typed', 'creme', 'Crème brûlée'],
    ['without accents, written', 'crème', 'Creme'],
    ['a missing letter', 'databse', 'a database'],
    ['a letter too many', 'databbase', 'a database'],
    ['a wrong letter', 'datadase', 'a database'],
    ['letters the wrong way round', 'recieve', 'they receive it'],
    ['two letters the wrong way round in a short word', 'gird', 'the grid'],
    ['a typo in an unfinished word', 'archetec', 'the architecture'],
    ['two typos in a long word', 'kubernetis cluser', 'kubernetes cluster'],
    ['words in another order', 'flexbox grid', 'grid rather than flexbox'],
    ['a phrase in quotes', '"grid rather"', 'grid rather than flexbox'],
    ['Chinese inside a sentence', '京都', '我在京都的时候'],
    ['one Chinese character', '都', '我在京都'],
    ['Thai inside a sentence', 'กรุงเทพ', 'ฉันอยู่กรุงเทพมหานคร'],
    ['Arabic without vowel points', 'كتاب', 'كِتَاب'],
  ])('%s', (_, query, text) => {
    expect(finds(query, text, 'nothing of the kind')).toEqual([text]);
  });

  it.each([
    ['a typo in a very short word', 'teh', 'ten the'],
    ['the middle of a word', 'base', 'database'],
    ['another word', 'router', 'flexbox'],
    ['a typo in the beginning of a word, once something stands behind it', 'archetec ', 'a architecture'],
  ])('not %s', (_, query, text) => {
    expect(finds(query, text)).toEqual([]);
  });

  it.each(['', '   ', '?!', '"', '-', '\u0000', '((', '\\', '\ud800'])('everything, newest first, for %j', (query) => {
    expect(ranked(query, doc('old', { why: 'a' }, 1), doc('new', { why: 'b' }, 2))).toEqual(['new', 'old']);
  });

  it('something or nothing for whatever is typed: it never fails', () => {
    const index = indexOf(doc('it', { why: 'Crème brûlée, 東京都 and the grid' }));
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => index.search(query).hits.length <= 1));
  });
});

describe('the order', () => {
  it('puts a whole word before a part of one before a typo', () => {
    expect(finds('router', 'ruoter', 'routers', 'router')).toEqual(['router', 'routers', 'ruoter']);
  });

  it('puts the reason before the quote before the title before the text around', () => {
    const fields = ['paragraph', 'title', 'why', 'quote'] as const;
    expect(ranked('router', ...fields.map((field) => doc(field, { [field]: 'the router' })))).toEqual([
      'why',
      'quote',
      'title',
      'paragraph',
    ]);
  });

  it('puts all of the words before some of them, wherever they stand', () => {
    const some = doc('some', { why: 'router router router' }, 9);
    const all = doc('all', { paragraph: 'a store', title: 'and a routers list' });
    expect(ranked('router store', some, all)).toEqual(['all', 'some']);
    const worse = doc('all', { paragraph: 'ruoter, stroe, layuot' });
    expect(ranked('router store layout', doc('some', { why: 'router store' }), worse)).toEqual(['all', 'some']);
  });

  it('puts a word that says more before one that is everywhere', () => {
    const common = ['one', 'two', 'three'].map((name) => doc(name, { why: 'the page' }, 5));
    expect(ranked('page masonry', ...common, doc('rare', { why: 'masonry' }))[0]).toBe('rare');
  });

  it('puts two words that say more before two that say less', () => {
    const common = ['one', 'two', 'three'].map((name) => doc(name, { why: 'a page with a grid' }, 5));
    expect(ranked('grid page masonry', ...common, doc('rare', { why: 'page, masonry' }))[0]).toBe('rare');
  });

  it('takes the best of what a document has of a word', () => {
    expect(ranked('router', doc('both', { why: 'a router among routers' }, 1), doc('part', { why: 'routers' }, 2))).toEqual([
      'both',
      'part',
    ]);
  });

  it('puts a word in the reason and the quote before the reason alone', () => {
    expect(ranked('grid', doc('one', { why: 'grid' }, 9), doc('two', { why: 'grid', quote: 'grid' }))).toEqual(['two', 'one']);
  });

  it('puts the newer of two equals first', () => {
    expect(ranked('grid', doc('old', { why: 'grid' }, 1), doc('new', { why: 'grid' }, 2))).toEqual(['new', 'old']);
  });

  it('is told by the scores', () => {
    const { hits } = indexOf(doc('a', { why: 'grid flex' }), doc('b', { why: 'grid' }), doc('c', { title: 'flexible' })).search(
      'grid flex',
    );
    expect([...hits].sort((one, other) => other.score - one.score)).toEqual(hits);
    expect(new Set(hits.map(({ score }) => score)).size).toBe(hits.length);
  });

  it('stops at the limit', () => {
    const index = indexOf(...Array.from({ length: 80 }, (_, at) => doc(String(at), { why: 'grid' }, at)));
    expect([index.search('grid').hits.length, index.search('grid', { limit: 3 }).hits.map(({ id }) => id)]).toEqual([
      50,
      ['79', '78', '77'],
    ]);
  });
});

describe('marks', () => {
  it.each([
    ['whole words, for a part', 'rou', 'The router routes', ['router', 'routes']],
    ['the near word, for a typo', 'recieve', 'they receive it', ['receive']],
    ['the written word, accents and all', 'creme brul', 'Crème, brûlée!', ['Crème', 'brûlée']],
    ['each of several words', 'grid flex', 'flex or grid', ['flex', 'grid']],
    ['no scattered letters', 'grid', 'a great red indoor grid', ['grid']],
    ['a run without spaces as one piece', '京都府', '我在京都府的时候', ['京都府']],
    ['a word behind an emoji', 'grid', '👍🏽 grid', ['grid']],
  ])('are %s', (_, query, text, pieces) => {
    expect(marked(query, 'why', text)).toEqual(pieces);
  });

  it('are told for each field that matched', () => {
    const [hit] = indexOf(doc('it', { why: 'grid', quote: 'flex', title: 'a grid', tags: 'css, grid' })).search('grid').hits;
    expect(Object.keys(hit?.matches ?? {}).sort()).toEqual(['tags', 'title', 'why']);
  });

  it('are told for each word and each form of it, wherever it stands', () => {
    const [hit] = indexOf(doc('it', { why: 'a router', title: 'Routers', quote: 'the store' })).search('router store').hits;
    expect(Object.keys(hit?.matches ?? {}).sort()).toEqual(['quote', 'title', 'why']);
  });
});

describe('a query is understood as', () => {
  it.each([
    ['  Crème   brûlée ', ['Crème', 'brûlée']],
    ['grid grid GRID', ['grid']],
    ['"grid" -flex', ['grid', 'flex']],
    ['東京都 grid', ['東京都', 'grid']],
    ['a b c d e f g h i j', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
  ])('%s: %j', (query, words) => {
    const { understood } = indexOf().search(query);
    expect(understood.words.map((word) => word.toLowerCase())).toEqual(words.map((word) => word.toLowerCase()));
  });
});

describe('the index', () => {
  const aDoc = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    kind: fc.constantFrom<Doc['kind'][]>('clip', 'post'),
    at: fc.nat(5),
    fields: fc.record({
      why: fc.constantFrom('grid', 'grid flex', 'gird', 'layouts', ''),
      title: fc.constantFrom('flexible layout', 'Grid', ''),
    }),
  });
  const answers = (index: ReturnType<typeof createIndex>) =>
    ['', 'grid', 'gri', 'flex layout', 'layuot', 'zzz'].map((query): readonly Hit[] => index.search(query).hits);

  it('after any adding, replacing and removing answers like one built afresh', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(aDoc, fc.constantFrom('a', 'b', 'c', 'd')), { maxLength: 20 }), (steps) => {
        const index = createIndex();
        const docs = new Map<string, Doc>();
        for (const step of steps) {
          // searching in between fills what the index remembers
          index.search('grid layuot');
          if (typeof step === 'string') {
            index.remove([step]);
            docs.delete(step);
          } else {
            index.add([step]);
            docs.set(step.id, step);
          }
        }
        expect(answers(index)).toEqual(answers(indexOf(...docs.values())));
      }),
    );
  });

  it('stored and restored answers the same', () => {
    const index = indexOf(doc('a', { why: 'Crème grid' }, 3), { ...doc('b', { quote: 'gird' }, 2), kind: 'post' });
    const restored = indexOf(doc('other', { why: 'grid' }));
    expect(restored.restore(structuredClone(index.serialize()))).toBe(true);
    expect(answers(restored)).toEqual(answers(index));
  });

  it.each([undefined, 'x', { form: 2, docs: [] }, { form: 1, docs: [{ id: 1 }] }])(
    'that was stored in another form (%j) is not taken',
    (stored) => {
      const index = indexOf(doc('a', { why: 'grid' }));
      expect(index.restore(stored)).toBe(false);
      expect(index.search('grid').hits).toHaveLength(1);
    },
  );

  it('asks a pasted page for its first words only, so that it takes no longer than they do', () => {
    const words = Array.from({ length: 3_000 }, (_, n) => `word${n.toString(36)}x`);
    const index = indexOf(...words.map((word) => doc(word, { why: word })));
    const page = index.search(words.join(' '));
    expect(page).toEqual(index.search(`${words.slice(0, 8).join(' ')} `));
    expect(page.understood.words).toEqual(words.slice(0, 8));
    // a text without spaces as well
    expect(index.search(`${'-'.repeat(400)}${words[0]}`).understood.words).toEqual([]);
  });
});
