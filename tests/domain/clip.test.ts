import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Address, parseTags, Tags } from '../../domain/clip.ts';
import { decisionKey } from '../../domain/decision.ts';

describe('tags as typed', () => {
  it.each([
    ['css, layout', ['css', 'layout']],
    ['#css #layout', ['css', 'layout']],
    ['css,, CSS ,css', ['css']],
    ['  design   system , c# ', ['design system', 'c#']],
    ['', []],
    ['##', []],
    ['## css', ['css']],
  ])('%s becomes %j', (typed, tags) => {
    expect(parseTags(typed)).toEqual(tags);
  });
  it('are always tags that can be stored', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (typed) => v.is(Tags, parseTags(typed))));
  });
  it('read again give the same tags', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (typed) => {
        const tags = parseTags(typed);
        expect(parseTags(tags.join(', '))).toEqual(tags);
      }),
    );
  });
});

it.each(['javascript:alert(1)', ' javascript:alert(1)', 'vbscript:x', 'x'])('%s is no address', (typed) => {
  expect(v.is(Address, typed)).toBe(false);
});

it('two spellings of a question are one decision', () => {
  expect(decisionKey('Which  router? ')).toBe(decisionKey('which router'));
  expect(decisionKey('Which router?')).not.toBe(decisionKey('Which store?'));
});
