import { describe, expect, it } from 'vitest';
import { areSameWords, clipDrifts, gravest, sharedDrifts } from '../../domain/drift.ts';
import type { Selector } from '../../domain/selector.ts';
import type { KeptSighting } from '../../domain/sighting.ts';

const looking = (exact: string): Selector[] => [{ type: 'TextQuoteSelector', exact }];
const clip = { quote: 'Mow in June.', selectors: looking('Mow in June.') };
const sighting = (over: Partial<KeptSighting>): KeptSighting => ({
  id: '0190a000-0000-7000-8000-000000000001',
  part: 0,
  quality: 'exact',
  seenAt: 9,
  ...over,
});

describe('what is told of a clip', () => {
  it('is nothing while its words stand in the page, also elsewhere in it, or when the page was not looked at', () => {
    expect(clipDrifts(clip, [])).toEqual([]);
    expect(clipDrifts(clip, [sighting({})])).toEqual([]);
    expect(clipDrifts(clip, [sighting({ quality: 'moved' })])).toEqual([]);
    expect(clipDrifts(clip, [sighting({ quality: 'fuzzy', now: ' Mow  in\nJune.' })])).toEqual([]);
  });

  it('is then and now when its words changed', () => {
    expect(clipDrifts(clip, [sighting({ quality: 'fuzzy', now: 'Mow in July.' })])).toEqual([
      { part: 0, at: 'changed', clipped: 'Mow in June.', now: 'Mow in July.', isConfirmed: false, seenAt: 9 },
    ]);
  });

  it('asks when something only may be it', () => {
    expect(clipDrifts(clip, [sighting({ quality: 'uncertain', now: 'Mow.' })])).toMatchObject([{ at: 'perhaps', now: 'Mow.' }]);
    expect(clipDrifts(clip, [sighting({ quality: 'uncertain' })])).toMatchObject([{ at: 'perhaps', now: 'Mow in June.' }]);
  });

  it('is that it is gone when nothing was found, or when the person refused what was', () => {
    expect(clipDrifts(clip, [sighting({ quality: 'missing' })])).toMatchObject([{ at: 'gone', clipped: 'Mow in June.' }]);
    expect(clipDrifts(clip, [sighting({ quality: 'uncertain', now: 'Mow.', refused: 'Mow.' })])).toMatchObject([{ at: 'gone' }]);
  });

  it('asks again when other words than the refused ones are found', () => {
    expect(clipDrifts(clip, [sighting({ quality: 'uncertain', now: 'Cut in June.', refused: 'Mow.' })])).toMatchObject([{ at: 'perhaps' }]);
  });

  it('still shows then and now after the person confirmed the words of now', () => {
    const confirmed = { ...clip, selectors: looking('Mow in July.'), formerAnchors: [{ part: 0, selectors: clip.selectors, until: 5 }] };
    expect(clipDrifts(confirmed, [sighting({})])).toEqual([
      { part: 0, at: 'changed', clipped: 'Mow in June.', now: 'Mow in July.', isConfirmed: true, seenAt: 9 },
    ]);
  });

  it('tells the words that were clipped first after the passage was attached elsewhere, and nothing where they are the same', () => {
    const former = [{ part: 0, selectors: clip.selectors, quote: 'Mow in June.', until: 5 }];
    const attached = { quote: 'Mow in May.', selectors: looking('Mow in May.'), formerAnchors: former };
    expect(clipDrifts(attached, [])).toMatchObject([{ clipped: 'Mow in June.', now: 'Mow in May.', isConfirmed: true }]);
    expect(clipDrifts({ ...clip, formerAnchors: former }, [])).toEqual([]);
  });

  it('is told of each of its passages', () => {
    const two = { ...clip, morePassages: [{ quote: 'Never early.', selectors: looking('Never early.'), context: {} }] };
    const drifts = clipDrifts(two, [sighting({ part: 1, quality: 'missing' })]);
    expect(drifts).toMatchObject([{ part: 1, at: 'gone', clipped: 'Never early.' }]);
  });
});

it('a shared clip is told of like an own one', () => {
  const target = { type: 'SpecificResource' as const, source: 'https://a.example/', selector: clip.selectors };
  const morePassages = [{ quote: 'Never early.', selector: looking('Never early.') }];
  const body = { kind: 'clip' as const, why: '', title: '', tags: [], quote: clip.quote, target, morePassages };
  expect(sharedDrifts(body, [sighting({ quality: 'missing' })])).toMatchObject([{ part: 0, at: 'gone', clipped: 'Mow in June.' }]);
  expect(sharedDrifts(body, [sighting({ part: 1, quality: 'missing' })])).toMatchObject([{ part: 1, clipped: 'Never early.' }]);
  expect(sharedDrifts({ kind: 'note', text: 'a note' }, [sighting({ quality: 'missing' })])).toEqual([]);
});

it('the gravest of several drifts is that something is gone', () => {
  const drift = { part: 0, clipped: '', isConfirmed: false };
  expect(gravest([])).toBeUndefined();
  expect(
    gravest([
      { ...drift, at: 'gone' },
      { ...drift, at: 'changed' },
    ]),
  ).toBe('gone');
  expect(
    gravest([
      { ...drift, at: 'changed' },
      { ...drift, at: 'perhaps' },
    ]),
  ).toBe('perhaps');
});

it('the same words are the same over line breaks and soft hyphens', () => {
  expect(areSameWords('mead\u00adow  grass\n', 'meadow grass')).toBe(true);
  expect(areSameWords('meadow', 'meadows')).toBe(false);
});
