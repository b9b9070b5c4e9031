import { expect, it } from 'vitest';
import { createIndex, type Doc } from '../../search/index.ts';

const doc = (id: string, facts: Doc['facts']): Doc => ({ id, kind: 'clip', at: 0, fields: { why: id }, facts });

it('what can be typed behind operators is what the documents that are there have, the most used first', () => {
  const index = createIndex();
  index.add([
    doc('a', { site: 'a.example', tags: ['css', 'grid'], by: ['Ada'], in: ['Guild'] }),
    doc('b', { site: 'b.example', tags: ['grid'], by: ['Ben'] }),
    doc('c', { site: 'b.example', tags: ['old'], by: ['Ben'] }),
    doc('d', undefined),
  ]);
  expect(index.known()).toEqual({ site: ['b.example', 'a.example'], tags: ['grid', 'css', 'old'], by: ['Ben', 'Ada'], in: ['Guild'] });
  index.remove(['c']);
  index.add([doc('b', { tags: ['css'] })]);
  expect(index.known()).toEqual({ site: ['a.example'], tags: ['css', 'grid'], by: ['Ada'], in: ['Guild'] });
});

it('an empty index knows nothing', () => {
  expect(createIndex().known()).toEqual({ site: [], tags: [], by: [], in: [] });
});
