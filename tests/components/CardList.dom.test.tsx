import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CardList } from '../../components/CardList.tsx';
import { ClipCard } from '../../components/ClipCard.tsx';
import { view } from './gallery/content.ts';
import { card } from './gallery/states.tsx';
import { mount } from './mount.ts';

const list = (names: readonly string[]) => (
  <>
    <input id="search" aria-label="Search" />
    <CardList
      label="Mine"
      items={names}
      keyOf={(name) => name}
      render={(name) => <ClipCard {...card} view={{ ...view, why: name }} />}
      searchId="search"
    />
    <button type="button">After</button>
  </>
);
const article = (name: string) => page.getByRole('article', { name });

beforeEach(() => {
  mount(list(['one', 'two', 'three']));
});

test('it is one list of three items for a screen reader', async () => {
  await expect.element(page.getByRole('list', { name: 'Mine' })).toBeVisible();
  expect(page.getByRole('article').elements()).toHaveLength(3);
});

test('the arrow keys, Home and End walk through the cards', async () => {
  article('one').element().focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(article('two')).toHaveFocus();
  await userEvent.keyboard('{End}');
  await expect.element(article('three')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(article('three')).toHaveFocus();
  await userEvent.keyboard('{Home}');
  await expect.element(article('one')).toHaveFocus();
});

test('ArrowUp on the first card goes back to the search', async () => {
  article('one').element().focus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(page.getByRole('textbox', { name: 'Search' })).toHaveFocus();
});

test('only the card one is at is in the tab order, with its buttons', async () => {
  article('one').element().focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => article('two').element().getAttribute('tabindex')).toBe('0');
  const reached: string[] = [];
  for (let presses = 0; presses < 12; presses++) {
    await userEvent.tab();
    const now = document.activeElement;
    if (now?.textContent === 'After') break;
    reached.push(now?.closest('article')?.getAttribute('aria-label') ?? '');
  }
  expect(new Set(reached)).toEqual(new Set(['two']));
  await expect.element(page.getByRole('button', { name: 'After' })).toHaveFocus();
});

test('the arrow keys stay the text’s own while a card is edited', async () => {
  await userEvent.click(article('one').getByRole('button', { name: 'Edit why and tags' }));
  await userEvent.keyboard('{ArrowDown}{Home}');
  await expect.element(page.getByRole('textbox', { name: 'Why does this matter?' })).toHaveFocus();
});

test('of many cards the first are there at once, and the others soon', async () => {
  const names = Array.from({ length: 30 }, (_, at) => `card ${at}`);
  const root = mount(
    <CardList
      key="long"
      label="Long"
      items={names}
      keyOf={(name) => name}
      render={(name) => <ClipCard {...card} view={{ ...view, why: name }} />}
    />,
  );
  expect(root.querySelectorAll('article').length).toBe(8);
  await expect.poll(() => root.querySelectorAll('article').length).toBe(30);
});

test('when the card with the focus goes, the one in its place has it, else the last', async () => {
  article('two').element().focus();
  mount(list(['one', 'three']));
  await expect.element(article('three')).toHaveFocus();
  mount(list(['one']));
  await expect.element(article('one')).toHaveFocus();
});

test('when a visited card goes while the focus is elsewhere, that stays, and the first one is the tab stop', async () => {
  article('three').element().focus();
  page.getByRole('textbox', { name: 'Search' }).element().focus();
  mount(list(['one', 'two']));
  await expect.poll(() => article('one').element().getAttribute('tabindex')).toBe('0');
  await expect.element(page.getByRole('textbox', { name: 'Search' })).toHaveFocus();
});

test('a group has a heading before its first card, and the arrow keys walk on into it', async () => {
  const root = mount(
    <CardList
      label="This page"
      items={['one', 'two', 'three']}
      keyOf={(name) => name}
      headingOf={(name) => (name === 'two' ? 'No longer in the page' : undefined)}
      render={(name) => <ClipCard {...card} view={{ ...view, why: name }} />}
    />,
  );
  const [first, second] = root.querySelectorAll('.card-item');
  expect(first?.querySelector('h2')).toBeNull();
  expect(second?.firstElementChild?.textContent).toBe('No longer in the page');
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(article('two')).toHaveFocus();
});

test('Escape on a card goes back to the search, and is kept from the popup', async () => {
  const onKeyDown = vi.fn();
  document.body.addEventListener('keydown', onKeyDown);
  article('two').element().focus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('textbox', { name: 'Search' })).toHaveFocus();
  expect(onKeyDown).not.toHaveBeenCalled();
  document.body.removeEventListener('keydown', onKeyDown);
});

test('Enter opens the card one is at, Ctrl+Enter shares it', async () => {
  const [onOpen, onShare] = [vi.fn(), vi.fn()];
  mount(
    <CardList
      label="Mine"
      items={['one']}
      keyOf={(name) => name}
      render={(name) => <ClipCard {...card} view={{ ...view, why: name }} onOpen={onOpen} onShare={onShare} />}
    />,
  );
  article('one').element().focus();
  await userEvent.keyboard('{Enter}');
  expect([onOpen.mock.calls.length, onShare.mock.calls.length]).toEqual([1, 0]);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect([onOpen.mock.calls.length, onShare.mock.calls.length]).toEqual([1, 1]);
  await expect.element(article('one')).toHaveAttribute('aria-keyshortcuts', 'Enter Control+Enter Meta+Enter');
});

test('without a community to share with Ctrl+Enter does nothing', async () => {
  const onOpen = vi.fn();
  mount(
    <CardList
      label="Mine"
      items={['one']}
      keyOf={(name) => name}
      render={(name) => <ClipCard {...card} view={{ ...view, why: name }} onOpen={onOpen} onShare={undefined} />}
    />,
  );
  article('one').element().focus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(onOpen).not.toHaveBeenCalled();
});

const grouped = () =>
  mount(
    <CardList
      key="grouped"
      label="Found"
      items={['one', 'four']}
      keyOf={(name) => name}
      moreOf={(name) => (name === 'one' ? ['two', 'three'] : [])}
      render={(name) => <ClipCard {...card} view={{ ...view, why: name }} />}
    />,
  );
const more = () => page.getByRole('button', { name: '2 more from this page' });

test('further cards of one page are folded under the first, and unfold in place', async () => {
  grouped();
  expect(page.getByRole('article').elements()).toHaveLength(2);
  await userEvent.click(more());
  await expect.element(more()).toHaveAttribute('aria-expanded', 'true');
  await expect.element(page.getByRole('list', { name: 'From the same page' })).toBeVisible();
  expect(
    page
      .getByRole('article')
      .elements()
      .map((one) => one.getAttribute('aria-label')),
  ).toEqual(['one', 'two', 'three', 'four']);
  await userEvent.click(more());
  expect(page.getByRole('article').elements()).toHaveLength(2);
});

test('the arrow keys walk through unfolded cards, up and down', async () => {
  grouped();
  await userEvent.click(more());
  article('one').element().focus();
  const walked: (string | null | undefined)[] = [];
  for (const key of ['{ArrowDown}', '{ArrowDown}', '{ArrowDown}', '{ArrowUp}', '{ArrowUp}', '{ArrowUp}']) {
    await userEvent.keyboard(key);
    walked.push(document.activeElement?.getAttribute('aria-label'));
  }
  expect(walked).toEqual(['two', 'three', 'four', 'three', 'two', 'one']);
});

test('an unfolded card that one is at is the tab stop, until it is folded again', async () => {
  const root = grouped();
  await userEvent.click(more());
  article('two').element().focus();
  const stops = () => [...root.querySelectorAll('article[tabindex="0"]')].map((one) => one.getAttribute('aria-label'));
  await expect.poll(stops).toEqual(['two']);
  await userEvent.click(more());
  await expect.poll(stops).toEqual(['one']);
});
