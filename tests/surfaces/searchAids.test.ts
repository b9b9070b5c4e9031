import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createIndex, type Doc, type SearchIndex } from '../../search/index.ts';
import { searchAids } from '../../surfaces/searchAids.ts';

const doc = (n: number, tags: readonly string[], site = 'a.example', why = 'settles the grid'): Doc => ({
  id: `clip-${n}`,
  kind: 'clip',
  at: Date.UTC(2026, 2, n),
  fields: { why },
  facts: { site, tags, kind: 'passage', is: ['mine'] },
});
const DOCS = [doc(1, ['css']), doc(2, ['css', 'grid'], 'b.example'), doc(3, ['html'], 'b.example', 'settles the table')];

function aids({ hasFacets = true, docs = DOCS }: { hasFacets?: boolean; docs?: readonly Doc[] } = {}) {
  const searched = createIndex({ texts: 'elsewhere' });
  searched.add(docs);
  const query = signal('');
  const total = signal<number | undefined>(undefined);
  const index = signal<SearchIndex | undefined>(undefined);
  const kept = signal(0);
  const savedSearches = signal<readonly string[]>([]);
  const waiting: (() => void)[] = [];
  const end = new AbortController();
  const made = searchAids({
    query,
    total,
    index,
    kept,
    savedSearches,
    hasFacets,
    later: (work) => void waiting.push(work),
    now: () => Date.UTC(2026, 3, 1),
    end: end.signal,
  });
  index.value = searched;
  const settle = (): void => waiting.splice(0).forEach((work) => work());
  settle();
  const valuesOf = (name: string) =>
    made.facets.value
      .find((facet) => facet.name === name)
      ?.values.map(({ value, count, isChosen }) => `${value} ${count}${isChosen ? ' chosen' : ''}`);
  return { ...made, query, total, kept, savedSearches, searched, settle, valuesOf, end };
}

describe('completion', () => {
  it('offers the values of one’s own data, the most used first', () => {
    const { query, caret, completions } = aids();
    query.value = 'tag:';
    caret.value = 4;
    expect(completions.value.map(({ value }) => value)).toEqual(['css', 'grid', 'html']);
  });
  it('knows a new value once the index has it', () => {
    const { query, caret, completions, searched, kept, settle } = aids();
    searched.add([doc(4, ['subgrid'])]);
    kept.value++;
    settle();
    query.value = 'tag:sub';
    caret.value = 7;
    expect(completions.value.map(({ text }) => text)).toEqual(['tag:subgrid ']);
  });
  it('offers nothing for what is whole already', () => {
    const { query, caret, completions } = aids();
    query.value = 'tag:html';
    caret.value = 8;
    expect(completions.value).toEqual([]);
  });
});

describe('facets', () => {
  it('count what answers, and say what is asked for', () => {
    const { query, settle, valuesOf } = aids();
    query.value = 'grid site:b.example';
    settle();
    expect(valuesOf('site')).toEqual(['a.example 1', 'b.example 1 chosen']);
  });
  it('switch a value on and off in the search, beside what was typed', () => {
    const { query, toggle, settle, valuesOf } = aids();
    query.value = 'settles';
    toggle('tag', 'css');
    settle();
    expect([query.value, valuesOf('tag')]).toEqual(['tag:css settles', ['css 2 chosen', 'grid 1', 'html 1']]);
    toggle('tag', 'css');
    expect(query.value).toBe('settles');
  });
  it('show a value that is asked for even when nothing has it', () => {
    const { query, settle, valuesOf } = aids();
    query.value = 'site:nowhere.example';
    settle();
    expect(valuesOf('site')).toContain('nowhere.example 0 chosen');
  });
  it('are counted for the last of many letters only', () => {
    const counted: string[] = [];
    const { query, searched, settle } = aids();
    const facets = searched.facets.bind(searched);
    searched.facets = (asked, options) => {
      counted.push(asked);
      return facets(asked, options);
    };
    for (const typed of ['g', 'gr', 'gri']) query.value = typed;
    settle();
    expect(counted).toEqual(['gri']);
  });
  it('are not there beside nothing', () => {
    const { query, total, settle, valuesOf } = aids();
    query.value = 'settles';
    total.value = 0;
    settle();
    expect(valuesOf('site')).toBeUndefined();
  });
  it('are not counted where nobody sees them', () => {
    expect(aids({ hasFacets: false }).facets.value).toEqual([]);
  });
});

it('ways on are looked for when nothing was found, and gone with the next answer', () => {
  const { query, total, help, settle } = aids();
  query.value = 'grid -tag:css site:a.example';
  total.value = 0;
  settle();
  expect(help.value?.without.map(({ query: other }) => other)).toContain('grid site:a.example');
  total.value = 3;
  settle();
  expect(help.value).toBeUndefined();
});

it('ways on are those of the query that stands, when one that finds nothing follows another', () => {
  const { query, total, help, settle } = aids();
  query.value = 'grid -tag:css site:a.example';
  total.value = 0;
  settle();
  query.value = 'table tag:css';
  settle();
  expect(help.value?.without.map(({ query: other }) => other)).toEqual(['table']);
});

it('a phrase is looked up in the texts only: no number is told that could be too high', () => {
  const { query, savedSearches, saved, settle, valuesOf } = aids();
  savedSearches.value = ['"the settles"', '"settles"'];
  query.value = '"the settles"';
  settle();
  expect(saved.value.map(({ count }) => count)).toEqual([undefined, 3]);
  expect(valuesOf('site')).toEqual(['b.example undefined', 'a.example undefined']);
});

it('saved searches tell how much they find, now and later', () => {
  const { savedSearches, saved, settle, searched, kept } = aids();
  savedSearches.value = ['tag:css'];
  settle();
  expect(saved.value).toEqual([{ query: 'tag:css', count: 2 }]);
  searched.add([doc(9, ['css'])]);
  kept.value++;
  settle();
  expect(saved.value).toEqual([{ query: 'tag:css', count: 3 }]);
});

it('after the end nothing is asked any more', () => {
  const { end, kept, savedSearches, saved, settle } = aids();
  end.abort();
  savedSearches.value = ['tag:css'];
  kept.value++;
  settle();
  expect(saved.value).toEqual([{ query: 'tag:css', count: undefined }]);
});
