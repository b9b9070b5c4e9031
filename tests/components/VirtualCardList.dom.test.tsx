import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CardList, type CardListProps } from '../../components/CardList.tsx';
import { CardFrame } from '../../components/CardFrame.tsx';
import { mount } from './mount.ts';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
/** Heights that no guess meets: 40 to 320 pixels. */
const heightOf = (number: number): number => 40 + ((number * 97) % 15) * 20;

const MANY = numbers(100_000);

const list = (items: readonly number[], more: Partial<CardListProps<number>> = {}, above = 0) => (
  <>
    <input id="search" aria-label="Search" />
    <div id="scroller" style={{ height: '500px', overflowY: 'auto' }}>
      <div style={{ height: `${above}px` }} />
      <CardList
        label="All"
        items={items}
        keyOf={String}
        searchId="search"
        render={(number) => (
          <CardFrame label={`card ${number}`}>
            <div style={{ height: `${heightOf(number)}px` }}>{number}</div>
          </CardFrame>
        )}
        {...more}
      />
    </div>
    <button type="button">After</button>
  </>
);

const card = (number: number) => page.getByRole('article', { name: `card ${number}`, exact: true });
const element = (number: number): HTMLElement | null => document.querySelector(`[aria-label="card ${number}"]`);
const scroller = (): HTMLElement => {
  const found = document.getElementById('scroller');
  if (!found) throw new Error('the list is not there');
  return found;
};
/** Where a card's top is in the scrolled box. */
const topOf = (number: number): number =>
  (element(number)?.getBoundingClientRect().top ?? Number.NaN) - scroller().getBoundingClientRect().top;
const drawn = (): number => document.querySelectorAll('article').length;
const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
async function scrollTo(top: number): Promise<void> {
  scroller().scrollTop = top;
  for (let frames = 0; frames < 6; frames++) await frame();
}

test('of a hundred thousand cards a few are in the document, from the first paint on', () => {
  mount(list(MANY));
  expect(element(0)).not.toBeNull();
  expect(drawn()).toBeLessThan(40);
});

test('those that nobody looks at yet are drawn once the cards stay the same for a while', async () => {
  mount(list(MANY));
  const first = drawn();
  await expect.poll(drawn).toBeGreaterThan(first + 2);
  // the same cards, read again
  mount(list([...MANY]));
  expect(drawn()).toBeGreaterThan(first + 2);
});

test('a list of thirty is plain, one of forty that may be more is not', async () => {
  mount(list(numbers(30)));
  await expect.poll(drawn).toBe(30);
  expect(document.querySelector('[aria-posinset]')).toBeNull();
  mount(list(numbers(40), { total: 'unknown' }));
  await expect.poll(drawn).toBeLessThan(25);
});

test('a list grows from plain to long and back with the focus where it is', async () => {
  mount(list(numbers(30)));
  await expect.poll(drawn).toBe(30);
  card(3).element().focus();
  await scrollTo(200);
  const top = topOf(3);
  mount(list(numbers(60)));
  await expect.poll(drawn).toBeLessThan(30);
  await expect.element(card(3)).toHaveFocus();
  expect(Math.abs(topOf(3) - top)).toBeLessThanOrEqual(1);
  mount(list(numbers(10)));
  await expect.poll(drawn).toBe(10);
  await expect.element(card(3)).toHaveFocus();
});

test('cards stand below each other without gaps, whatever their heights', async () => {
  mount(list(MANY, {}, 120));
  await scrollTo(3_000);
  await scrollTo(6_500);
  const rows = [...document.querySelectorAll<HTMLElement>('.card-item')];
  expect(rows.length).toBeGreaterThan(5);
  rows.forEach((row, index) => {
    const next = rows[index + 1];
    // the tab stop is drawn too, far above
    if (!next || Number(next.dataset['index']) !== Number(row.dataset['index']) + 1) return;
    expect(Math.abs(next.getBoundingClientRect().top - row.getBoundingClientRect().bottom)).toBeLessThanOrEqual(1);
  });
});

test('what is in sight does not move while cards above it become known', async () => {
  mount(list(MANY));
  await scrollTo(2_000_000);
  for (let step = 0; step < 12; step++) {
    const first = [...document.querySelectorAll<HTMLElement>('article')].find(
      (one) => one.getBoundingClientRect().top >= scroller().getBoundingClientRect().top,
    );
    const number = Number(first?.textContent);
    const before = topOf(number);
    scroller().scrollTop -= 100;
    for (let frames = 0; frames < 4; frames++) await frame();
    expect(Math.abs(topOf(number) - (before + 100))).toBeLessThanOrEqual(2);
  }
});

test('End and Home go to the real last and first card', async () => {
  mount(list(MANY));
  card(0).element().focus();
  await userEvent.keyboard('{End}');
  await expect.element(card(99_999)).toHaveFocus();
  await expect.poll(() => Math.round(topOf(99_999) + (element(99_999)?.offsetHeight ?? 0))).toBeLessThanOrEqual(500);
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(card(99_998)).toHaveFocus();
  await userEvent.keyboard('{Home}');
  await expect.element(card(0)).toHaveFocus();
  await expect.poll(() => scroller().scrollTop).toBe(0);
});

test('ArrowDown walks on beyond what was drawn, and each card comes into sight', async () => {
  mount(list(MANY));
  card(0).element().focus();
  for (let number = 1; number <= 30; number++) {
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(card(number)).toHaveFocus();
  }
  await expect.poll(() => topOf(30)).toBeGreaterThanOrEqual(0);
  expect(topOf(30)).toBeLessThan(500);
});

test('the focus survives scrolling away, and the arrow keys go on from there', async () => {
  mount(list(MANY));
  card(3).element().focus();
  await scrollTo(500_000);
  await expect.element(card(3)).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(card(4)).toHaveFocus();
  await expect.poll(() => topOf(4)).toBeLessThan(500);
});

test('the tab stop is one card, also when it is out of sight', async () => {
  mount(list(MANY));
  card(2).element().focus();
  await scrollTo(500_000);
  const stops = [...document.querySelectorAll<HTMLElement>('article[tabindex="0"]')];
  expect(stops.map((stop) => stop.textContent)).toEqual(['2']);
});

test('before a card was visited the first one is the tab stop, wherever the list is scrolled to', async () => {
  mount(list(MANY));
  await scrollTo(500_000);
  const stops = [...document.querySelectorAll<HTMLElement>('article[tabindex="0"]')];
  expect(stops.map((stop) => stop.textContent)).toEqual(['0']);
});

test('a screen reader hears the place of a card among all', async () => {
  mount(list(numbers(200), { total: 100_000 }));
  const row = document.querySelector('[data-index="3"]');
  expect([row?.getAttribute('aria-posinset'), row?.getAttribute('aria-setsize')]).toEqual(['4', '100000']);
});

test('how many there are is unknown to a screen reader as long as it is to the list', () => {
  mount(list(numbers(40), { total: 'unknown' }));
  expect(document.querySelector('[data-index="3"]')?.getAttribute('aria-setsize')).toBe('-1');
  mount(list(numbers(40)));
  expect(document.querySelector('[data-index="3"]')?.getAttribute('aria-setsize')).toBe('40');
});

test('of a few cards that are not all the end is told too', async () => {
  const onReach = vi.fn();
  mount(list(numbers(2), { onReach, total: 'unknown' }));
  await expect.poll(() => onReach.mock.lastCall?.[0]).toBe(1);
  const onWhole = vi.fn();
  mount(list(numbers(3), { onReach: onWhole }));
  await frame();
  expect(onWhole).not.toHaveBeenCalled();
});

test('a list that starts at a card has the focus on it, in sight', async () => {
  mount(list(MANY, { startAt: '70000' }, 120));
  await expect.element(card(70_000)).toHaveFocus();
  await expect.poll(() => topOf(70_000)).toBeGreaterThanOrEqual(0);
  await expect.poll(() => topOf(70_000) + heightOf(70_000)).toBeLessThanOrEqual(501);
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(card(70_001)).toHaveFocus();
});

test('a list that starts at a card folded under another one unfolds it', async () => {
  mount(list(numbers(12), { startAt: '1002', moreOf: (number) => (number === 9 ? [1001, 1002] : []) }));
  await expect.element(card(1002)).toHaveFocus();
  expect(element(1001)).not.toBeNull();
});

test('how far one has come is told, so that more can be loaded', async () => {
  const onReach = vi.fn();
  const items = numbers(200);
  mount(list(items, { onReach }));
  await expect.poll(() => onReach.mock.lastCall?.[0]).toBeLessThan(20);
  await scrollTo(scroller().scrollHeight);
  await scrollTo(scroller().scrollHeight);
  await expect.poll(() => onReach.mock.lastCall?.[0]).toBe(199);
});

test('more items at the end leave the scroll position as it is', async () => {
  mount(list(numbers(200), { total: 400 }));
  await scrollTo(9_000);
  const before = scroller().scrollTop;
  const number = Number(document.querySelectorAll('article')[10]?.textContent);
  const top = topOf(number);
  mount(list(numbers(400), { total: 400 }));
  await frame();
  expect(scroller().scrollTop).toBe(before);
  expect(topOf(number)).toBe(top);
});

test('Escape goes back to the search', async () => {
  mount(list(MANY));
  card(1).element().focus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('textbox', { name: 'Search' })).toHaveFocus();
});

test('while one scrolls a card that is there is not drawn again; what it shows of a signal is', async () => {
  const times = new Map<number, number>();
  const unread = signal('unread');
  mount(
    list(MANY, {
      render: (number) => {
        times.set(number, (times.get(number) ?? 0) + 1);
        return (
          <CardFrame label={`card ${number}`}>
            <div style={{ height: '100px' }}>{unread.value}</div>
          </CardFrame>
        );
      },
    }),
  );
  await scrollTo(60);
  const before = times.get(2);
  await scrollTo(160);
  await scrollTo(320);
  expect(times.get(2)).toBe(before);
  unread.value = 'read';
  await expect.poll(() => element(2)?.textContent).toBe('read');
});
