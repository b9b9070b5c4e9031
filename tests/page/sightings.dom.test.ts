import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { describeRange } from '../../anchoring/index.ts';
import type { Sighting } from '../../domain/sighting.ts';
import type { Mark } from '../../messaging/pageProtocol.ts';
import type { FoundMark } from '../../page/foundMark.ts';
import { createSightings, type Sightings } from '../../page/sightings.ts';
import { one } from './present.ts';

let end: AbortController;
let sightings: Sightings;
const told = vi.fn<(sightings: Sighting[]) => void>();
beforeEach(() => {
  told.mockReset();
  end = new AbortController();
  sightings = createSightings(document, end.signal, told);
  document.body.innerHTML =
    '<p id="a">The board kept the sluice for another ten years.</p><p id="b">Nobody under sixty has learnt to turn it.</p>';
});
afterEach(() => {
  end.abort();
  document.body.replaceChildren();
});

/** Longer than the page is left to be idle before passages are described. */
const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5_000 });

const rangeOf = (selector: string): Range => {
  const range = document.createRange();
  range.selectNodeContents(one(selector));
  return range;
};
function foundAt(selector: string, quality: FoundMark['quality'], exact?: string): FoundMark {
  const range = rangeOf(selector);
  const selectors = exact === undefined ? describeRange(range) : [{ type: 'TextQuoteSelector' as const, exact }];
  const mark: Mark = { id: selector, part: 0, why: '', colour: 'mine', selectors };
  return { mark, quality, range, text: range.toString() };
}

test('a passage that stands where it stood is told in three words', async () => {
  sightings.tell([foundAt('#a', 'exact')], [], false);
  await soon(() => expect(told.mock.calls).toEqual([[[{ id: '#a', part: 0, quality: 'exact' }]]]));
});

test('of one that moved, it is told how it is found now; of one that changed, what stands there too', async () => {
  sightings.tell([foundAt('#a', 'moved'), foundAt('#b', 'fuzzy', 'No one under fifty has learnt to turn it.')], [], false);
  await soon(() => expect(told).toHaveBeenCalledOnce());
  const [moved, changed] = told.mock.calls[0]?.[0] ?? [];
  expect(moved).toEqual({ id: '#a', part: 0, quality: 'moved', selectors: describeRange(rangeOf('#a')) });
  expect(changed).toMatchObject({ id: '#b', quality: 'fuzzy', now: 'Nobody under sixty has learnt to turn it.' });
});

test('the same again is no news; another standing, or other selectors, are', async () => {
  sightings.tell([foundAt('#a', 'exact')], [], false);
  sightings.tell([foundAt('#a', 'exact')], [], false);
  sightings.tell([foundAt('#a', 'exact', 'attached anew')], [], false);
  await soon(() => expect(told).toHaveBeenCalledTimes(2));
  sightings.tell([foundAt('#a', 'moved', 'attached anew')], [], false);
  await soon(() => expect(told).toHaveBeenCalledTimes(3));
});

test('what is absent is missing once it had the time to come, and news when it comes', async () => {
  const { mark } = foundAt('#a', 'exact');
  sightings.tell([], [mark], false);
  expect(told).not.toHaveBeenCalled();
  sightings.tell([], [mark], true);
  await soon(() => expect(told.mock.calls).toEqual([[[{ id: '#a', part: 0, quality: 'missing' }]]]));
  sightings.tell([foundAt('#a', 'exact')], [], true);
  await soon(() => expect(told).toHaveBeenCalledTimes(2));
});

test('a passage that the page takes away meanwhile is told once it was found again', async () => {
  const found = foundAt('#a', 'fuzzy', 'The board kept the old sluice.');
  sightings.tell([found, foundAt('#b', 'moved')], [], false);
  one('#a').replaceChildren();
  await soon(() => expect(told).toHaveBeenCalledOnce());
  expect(told.mock.calls[0]?.[0].map(({ id }) => id)).toEqual(['#b']);
  one('#a').append('The board kept the sluice for another ten years.');
  sightings.tell([foundAt('#a', 'fuzzy', 'The board kept the old sluice.')], [], false);
  await soon(() => expect(told).toHaveBeenCalledTimes(2));
});
