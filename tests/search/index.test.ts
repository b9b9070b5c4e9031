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
    ['a Chinese phrase around a Latin word', '"使用React开发"', '我们使用React开发应用'],
    ['a Japanese phrase across a comma', '"東京、大阪"', '東京、大阪の間'],
    ['a Japanese phrase across a space', '"東京 大阪"', '東京 大阪'],
    ['Chinese inside a sentence', '京都', '我在京都的时候'],
    ['one Chinese character', '都', '我在京都'],
    ['Thai inside a sentence', 'กรุงเทพ', 'ฉันอยู่กรุงเทพมหานคร'],
    ['Arabic without vowel points', 'كتاب', 'كِتَاب'],
    ['Hebrew', 'שלום', 'שָׁלוֹם עולם'],
    ['Cyrillic, with a typo', 'архитектруа', 'архитектура'],
    ['another form of a word', 'decisions', 'a decision'],
    ['another form than its beginning', 'studies', 'to study'],
    ['another form of a finished word', 'running late', 'she runs late'],
    ['a hump of a name', 'index', 'call createIndex'],
    ['a name by its humps', 'create index', 'call createIndex'],
    ['a name in camelCase', 'createIndex', 'call createIndex'],
    ['the humps of a name that nobody wrote', 'createIndex', 'how to create an index'],
    ['a part of a snake_case name', 'case', 'a snake_case name'],
    ['the end of a compound', 'verbindung ', 'die Datenbankverbindung'],
    ['the beginning of a compound', 'datenbank ', 'die Datenbankverbindung'],
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

  it('puts a whole word before a form of it before its beginning before a typo, whatever the field', () => {
    const whole = doc('whole', { text: 'x', paragraph: 'running' });
    const form = doc('form', { why: 'runs' });
    expect(ranked('running ', form, whole)).toEqual(['whole', 'form']);
    expect(
      ranked('routers ', doc('typo', { why: 'ruoters' }), doc('longer', { why: 'routersides' }), doc('form', { quote: 'router' })),
    ).toEqual(['form', 'longer', 'typo']);
  });

  it('puts the page’s text behind everything else', () => {
    const fields = ['text', 'site', 'replies', 'options', 'because'] as const;
    expect(ranked('router', ...fields.map((field) => doc(field, { [field]: 'the router' })))).toEqual([
      'because',
      'options',
      'replies',
      'site',
      'text',
    ]);
  });

  const now = 1_000 * 24 * 3_600_000;
  const withFacts = (id: string, facts: Doc['facts'], at = 0): Doc => ({ ...doc(id, { why: 'the router' }, at), facts });
  const rankedNow = (...docs: Doc[]) =>
    indexOf(...docs)
      .search('router', { now })
      .hits.map(({ id }) => id);

  it('puts what is fresh, relied upon or one’s own before the rest, among equals', () => {
    const plain = withFacts('plain', undefined, 1);
    expect(rankedNow(doc('fresh', { why: 'the router' }, now), doc('old', { why: 'the router' }, now - 1))).toEqual(['fresh', 'old']);
    expect(rankedNow(plain, withFacts('relied', { relied: 3 }), withFacts('more', { relied: 9 }))).toEqual(['more', 'relied', 'plain']);
    expect(rankedNow(plain, withFacts('mine', { is: ['mine'] }))).toEqual(['mine', 'plain']);
  });

  it('puts an accepted decision before a proposed one before a superseded one, among equals', () => {
    const statuses = ['superseded', 'proposed', 'accepted'];
    expect(rankedNow(...statuses.map((status, at) => withFacts(status, { status }, 2 - at)))).toEqual([
      'accepted',
      'proposed',
      'superseded',
    ]);
  });

  it('puts the better match first all the same', () => {
    const loved = { ...doc('loved', { why: 'the routes' }, now), facts: { relied: 99, is: ['mine'], status: 'accepted' } };
    expect(rankedNow(loved, withFacts('whole', { status: 'superseded' }))).toEqual(['whole', 'loved']);
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

  it('stays as it is when more are asked for', () => {
    const aText = fc
      .array(fc.constantFrom('grid', 'gird', 'grids', 'layout', 'layuot', 'flexbox'), { maxLength: 4 })
      .map((words) => words.join(' '));
    const texts = fc.array(fc.record({ why: aText, quote: aText, title: aText }), { minLength: 30, maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.constantFrom('grid layout', 'gird flexbox', 'layout gri'), (all, query) => {
        const index = indexOf(...all.map((fields, n) => doc(`${n}`, fields, n)));
        const ids = (limit: number): string[] => index.search(query, { limit }).hits.map(({ id }) => id);
        expect(ids(40).slice(0, 20)).toEqual(ids(20));
      }),
    );
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

describe('a query', () => {
  const docs = [
    { ...doc('grid', { why: 'grid layout', quote: 'rather than flexbox' }, 1), facts: { site: 'a.example', tags: ['css'] } },
    { ...doc('flex', { why: 'flexbox layout', quote: 'the grid way' }, 2), facts: { site: 'b.example', tags: ['css', 'ui'] } },
    { ...doc('none', { why: 'a router' }, 3), facts: { site: 'docs.a.example' } },
  ];
  const answers = (query: string) => ranked(query, ...docs).sort();

  it.each([
    ['grid -site:b.example', ['grid']],
    ['site:a.example', ['grid', 'none']],
    ['layout tag:ui', ['flex']],
    ['why:grid', ['grid']],
    ['why:(grid OR router)', ['grid', 'none']],
    ['"grid layout"', ['grid']],
    ['"layout grid"', []],
    ['layout -"grid way"', ['grid']],
    ['-layout', ['none']],
    ['"grid way" OR router', ['flex', 'none']],
    ['router OR site:b.example', ['flex', 'none']],
    ['"the grid" "grid way" -router', ['flex']],
    ['-(grid flexbox)', ['none']],
    ['rejected:grid', []],
    ['-grid -flexbox -router', []],
    ['unknown:grid', ['flex', 'grid']],
    ['after:1970-02', []],
  ])('%s finds %j', (query, ids) => {
    expect(answers(query)).toEqual(ids);
  });

  it('tells how many answer, also beyond the limit', () => {
    const { hits, total } = indexOf(...docs).search('layout router', { limit: 1 });
    expect([hits.length, total]).toEqual([1, 3]);
  });

  it('asks for each of twenty tags, and rules each of twenty words out', () => {
    const names = Array.from({ length: 20 }, (_, n) => `t${String.fromCharCode(97 + (n % 26))}${n}`);
    const index = createIndex();
    index.add(names.map((name) => ({ id: name, kind: 'clip', at: 0, fields: { why: name }, facts: { tags: [name] } })));
    expect(index.search(names.map((name) => `tag:${name}`).join(' OR ')).total).toBe(20);
    expect(index.search(names.map((name) => `-${name}`).join(' ')).total).toBe(0);
  });

  it('does not count what only looked like a phrase', () => {
    expect(indexOf(...docs).search('"layout grid"').total).toBe(0);
  });

  it('tells that there may be more when not all texts were read, and finds them when they are', () => {
    const index = indexOf(
      ...Array.from({ length: 500 }, (_, n) => doc(`apart ${n}`, { why: 'what a thing it is' }, n + 1000)),
      ...Array.from({ length: 3 }, (_, n) => doc(`phrase ${n}`, { why: 'what it is not' }, n)),
    );
    const told = (read?: number) => {
      const { total, isAtLeast } = index.search('"what it is"', { limit: 20, read });
      return [total, isAtLeast];
    };
    expect([told(), told(600)]).toEqual([
      [0, true],
      [3, false],
    ]);
  });

  it('marks the words of a phrase where they are one', () => {
    const [hit] = indexOf(doc('it', { why: 'grid, a layout, a grid layout' })).search('"grid layout"').hits;
    expect(hit?.matches.why).toEqual([
      [18, 22],
      [23, 29],
    ]);
  });

  it('says what it was understood as', () => {
    expect(indexOf().search('grid site:a.example').understood.chips).toHaveLength(2);
  });

  it('with a form of a word finds it in that language only', () => {
    const index = createIndex();
    const inLanguage = (id: string, language: string | undefined): Doc => ({ ...doc(id, { why: 'corre' }), facts: { language } });
    index.add([inLanguage('es', 'es-MX'), inLanguage('en', 'en'), inLanguage('unknown', undefined)]);
    expect(index.search('corriendo ').hits.map(({ id }) => id)).toEqual(['es']);
  });
});

describe('an index that keeps no texts', () => {
  const docs = [
    doc('a', { why: 'a router', quote: 'grid' }, 1),
    doc('b', { why: 'grid layout' }, 2),
    doc('c', { why: 'layout of a grid' }, 3),
  ];
  const bare = () => {
    const index = createIndex({ texts: 'elsewhere' });
    index.add(docs);
    return index;
  };

  it.each(['grid', 'layout grid', '"grid layout"', 'rout', ''])(
    'answers as one that keeps them, once the candidates’ texts are given: %j',
    (query) => {
      const index = bare();
      const candidates = index.candidates(query);
      const read = docs.filter(({ id }) => candidates.ids.includes(id));
      expect(index.rank(candidates, read)).toEqual(indexOf(...docs).search(query));
    },
  );

  it('leaves out candidates that are gone', () => {
    const index = bare();
    const candidates = index.candidates('grid');
    expect(
      index
        .rank(
          candidates,
          [docs[0]].flatMap((one) => one ?? []),
        )
        .hits.map(({ id }) => id),
    ).toEqual(['a']);
  });

  it('answers in its own order, unmarked, when it is searched all the same', () => {
    const { hits } = bare().search('grid');
    expect(hits.map(({ id, matches }) => [id, matches])).toEqual([
      ['c', {}],
      ['b', {}],
      ['a', {}],
    ]);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((one, other) => other - one));
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

  it('after any adding, replacing, removing and tidying answers like one built afresh', () => {
    const some = (count: number) =>
      Array.from({ length: count }, (_, n) => doc(`f${n}`, { why: n % 9 === 0 ? 'filler grid' : 'filler' }, 7));
    const aStep = fc.oneof(
      { weight: 6, arbitrary: aDoc.map((one) => ({ add: [one] })) },
      { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'c', 'd').map((remove) => ({ remove })) },
      // enough to make parts, one by one or in a batch
      { weight: 1, arbitrary: fc.constantFrom(40, 200).map((count) => ({ add: some(count) })) },
      { weight: 1, arbitrary: fc.constant({ addEach: some(130) }) },
      { weight: 1, arbitrary: fc.constant({ tidy: true }) },
    );
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 20 }), (steps) => {
        const index = createIndex();
        const docs = new Map<string, Doc>();
        for (const step of steps) {
          // searching in between fills what the index remembers
          index.search('grid layuot');
          if ('tidy' in step) while (index.tidy()) continue;
          else if ('remove' in step) {
            index.remove([step.remove]);
            docs.delete(step.remove);
          } else {
            if ('add' in step) index.add(step.add);
            else for (const one of step.addEach) index.add([one]);
            for (const one of 'add' in step ? step.add : step.addEach) docs.set(one.id, one);
          }
        }
        expect(answers(index)).toEqual(answers(indexOf(...docs.values())));
        expect(index.size).toBe(docs.size);
      }),
      { numRuns: 60 },
    );
  });

  it('of thousands that came one by one, some of them replaced or removed, answers like one built afresh, in order or not', () => {
    const words = ['grid', 'flex', 'layout', 'router', 'store', 'signal'];
    const wordFor = (n: number) => words[n % words.length] ?? '';
    const one = (n: number, turn: number) => doc(`${n}`, { why: `${wordFor(n + turn)} ${wordFor(n * 7)}`, quote: `clip${n % 50}` }, n);
    const index = createIndex();
    const docs = new Map<string, Doc>();
    for (let n = 0; n < 5_000; n++) {
      const added = one(n % 4_100, n % 2);
      index.add([added]);
      docs.set(added.id, added);
      if (n % 9 === 0) {
        index.remove([`${n / 3}`]);
        docs.delete(`${n / 3}`);
      }
      if (n % 500 === 0) index.tidy();
    }
    const queries = ['grid', 'flex layout', 'clip7', 'clp17 store', 'sig', '-grid', ''];
    const fresh = queries.map((query) => indexOf(...docs.values()).search(query));
    expect(queries.map((query) => index.search(query))).toEqual(fresh);
    // the merge is under way when a document goes
    expect(index.tidy()).toBe(true);
    index.remove(['1']);
    while (index.tidy()) continue;
    docs.delete('1');
    expect(queries.map((query) => index.search(query))).toEqual(queries.map((query) => indexOf(...docs.values()).search(query)));
    expect(index.size).toBe(docs.size);
  });

  it('finds nothing by a typo of a word that a hundred documents have as it was typed, in how many parts ever', () => {
    const many = Array.from({ length: 100 }, (_, n) => doc(`form${n}`, { why: 'a form' }));
    const index = indexOf(...many.slice(1), doc('from', { why: 'from here' }));
    expect(index.search('form ').total).toBe(100);
    index.add(Array.from({ length: 200 }, (_, n) => doc(`other${n}`, { why: 'other' })));
    index.add(many.slice(0, 1));
    expect(index.search('form ').total).toBe(100);
    expect(index.search('form ', { limit: 200 }).hits.map(({ id }) => id)).not.toContain('from');
  });

  it('forgets a document that was replaced while its part was still growing', () => {
    const index = indexOf(doc('it', { why: 'grid' }));
    index.add([doc('it', { why: 'flex' })]);
    index.add(Array.from({ length: 200 }, (_, n) => doc(`other${n}`, { why: 'other' })));
    index.remove(['it']);
    expect([index.search('grid').total, index.search('flex').total]).toEqual([0, 0]);
  });

  it('stored and restored answers the same', () => {
    const docs = [
      doc('a', { why: 'Crème grid' }, 3),
      { ...doc('b', { quote: 'gird' }, 2), kind: 'post' as const },
      doc('c', { why: 'grid' }, 1),
    ];
    const index = indexOf(...docs);
    index.remove(['c']);
    const restored = createIndex({ texts: 'elsewhere' });
    restored.add([doc('other', { why: 'grid' })]);
    expect(restored.restore(structuredClone(index.serialize()))).toBe(true);
    expect(restored.size).toBe(2);
    for (const query of ['', 'grid', 'gri', 'creme']) {
      expect(restored.rank(restored.candidates(query), docs)).toEqual(index.search(query));
    }
  });

  it('goes on growing once it was restored', () => {
    const index = createIndex();
    expect(index.restore(indexOf(doc('a', { why: 'grid' }, 1)).serialize())).toBe(true);
    index.add([doc('a', { why: 'flex' }, 1), doc('b', { why: 'grid' }, 2)]);
    expect([index.search('grid').hits.map(({ id }) => id), index.size]).toEqual([['b'], 2]);
  });

  it('holds no texts when it is stored', () => {
    const stored = indexOf(doc('a', { why: 'a secret reason' })).serialize();
    expect(JSON.stringify(stored)).not.toContain('reason');
  });

  it('looks for typing errors in six names of many humps', () => {
    const index = indexOf(doc('it', { why: 'useCallback' }));
    expect(index.search('useEffectOnce useStateSafely useMemoOnce useRefAgain useCalback useContextHere').total).toBe(1);
  });

  it('looks for typing errors in what somebody may have typed, and not in what was pasted', () => {
    const index = indexOf(doc('it', { why: 'databases' }));
    const words = (count: number): string => Array.from({ length: count }, (_, n) => `word${n}`).join(' ');
    expect(index.search(`datbases ${words(15)}`).total).toBe(1);
    expect(index.search(`datbases ${words(16)}`).total).toBe(0);
    expect(index.search(`databases ${words(16)}`).total).toBe(1);
  });

  it('asks a pasted page for its first words only, so that it takes no longer than they do', () => {
    const words = Array.from({ length: 3_000 }, (_, n) => `word${n.toString(36).padStart(3, '0')}`);
    const index = indexOf(...words.map((word) => doc(word, { why: word })));
    const page = index.search(words.join(' '));
    expect(page.hits.map(({ id }) => id).toSorted()).toEqual(words.slice(0, 8));
    // a text without spaces as well
    expect(index.search(`${'?'.repeat(400)}${words[0]}`).total).toBe(words.length);
  });
});
