import fc from 'fast-check';
import { expect, it } from 'vitest';
import { omniboxLine } from '../../entrypoints/background/omniboxLine.ts';

const suggestion = { id: 'x', kind: 'clip', reason: 'a <b> & grid', matches: [[8, 12]], source: 'x & y' } as const;

it('is marked up for Chrome, and plain for Firefox', () => {
  expect(omniboxLine(suggestion, true)).toBe('a &#60;b&#62; &#38; <match>grid</match> <dim>x &#38; y</dim>');
  expect(omniboxLine(suggestion, false)).toBe('a <b> & grid — x & y');
});

it('a decision is told from a clip by where it stands', () => {
  expect(omniboxLine({ ...suggestion, source: '', status: 'accepted' }, false)).toBe('a <b> & grid — Decision · Accepted');
});

it('nothing that a page or a member wrote is markup', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (reason, source) => {
      const line = omniboxLine({ ...suggestion, reason, source, matches: reason.length > 1 ? [[0, 1]] : [] }, true);
      expect(line.replace(/<\/?(?:match|dim)>/g, '')).not.toMatch(/[<>"']|&(?!#\d+;)/);
    }),
  );
});

/** Text that a page may hold: each of its units any at all, half a pair included. */
const units = fc
  .array(fc.oneof(fc.nat(0xffff), fc.constantFrom(0, 0xb, 0x1f, 0xd83e, 0xdded, 0xfffe)))
  .map((all) => String.fromCharCode(...all));

it('Chrome gets nothing that XML has no way to write', () => {
  fc.assert(
    fc.property(units, units, fc.nat(12), fc.nat(12), (reason, source, start, length) => {
      const line = omniboxLine({ ...suggestion, reason, source, matches: [[start, start + length]] }, true);
      expect(line.isWellFormed()).toBe(true);
      // XML 1.0, section 2.2
      expect(line).toMatch(/^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u);
    }),
  );
});
