import { expect, it } from 'vitest';
import type { Doc } from '../../search/doc.ts';
import { COLUMNS, FactPacker, membersOf, valueAt } from '../../search/packedFacts.ts';

const doc = (facts: Doc['facts']): Doc => ({ id: 'it', kind: 'post', fields: {}, at: 0, facts });
const pack = (...docs: Doc[]) => {
  const packer = new FactPacker();
  for (const one of docs) packer.add(one);
  return packer.pack();
};

it('packed facts are what the documents said', () => {
  const facts = pack(doc({ site: 'a.example', tags: ['css', 'ui'], relied: 3, language: 'de-AT' }), doc(undefined));
  const said = (place: number) =>
    Object.fromEntries(COLUMNS.map((name) => [name, membersOf(valueAt(facts[name], place))]).filter(([, members]) => members?.length));
  expect([said(0), said(1)]).toEqual([
    { type: ['post'], site: ['a.example'], tags: ['css', 'ui'], relied: ['3'], language: ['de'] },
    { type: ['post'] },
  ]);
});

it('an address is kept as far as it tells pages apart', () => {
  expect(pack(doc({ address: 'https://a.example/b/c?utm_source=x#y' })).address.values).toEqual(['a.example/b/c']);
});

it('a fact in which no two documents differ takes no room', () => {
  const { site, kind } = pack(doc({ kind: 'page' }), doc({ kind: 'page' }));
  expect([site.codes.length, kind.codes.length, valueAt(kind, 1), valueAt(site, 1)]).toEqual([0, 0, 'page', '']);
});

it('more values than a byte can tell take two, and more than two can tell take four', () => {
  const sites = (count: number) => pack(...Array.from({ length: count }, (_, n) => doc({ site: `s${n}` }))).site;
  expect([sites(256), sites(257), sites(65_537)].map(({ codes }) => codes.BYTES_PER_ELEMENT)).toEqual([1, 2, 4]);
});
