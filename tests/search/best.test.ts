import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Best, byRank, type Ranked } from '../../search/best.ts';

it('the best few are those that sorting all of them puts first', () => {
  const some = fc.uniqueArray(fc.record<Ranked>({ id: fc.uuid(), degree: fc.constantFrom(0.5, 1), score: fc.nat(4), at: fc.nat(3) }), {
    selector: ({ id }) => id,
    maxLength: 60,
  });
  fc.assert(
    fc.property(some, fc.nat(12), (all, limit) => {
      const best = new Best(limit);
      for (const one of all) if (!best.isBeyond(one.degree, one.score, one.at)) best.offer(one);
      expect(best.sorted()).toEqual(all.toSorted(byRank).slice(0, limit));
    }),
  );
});
