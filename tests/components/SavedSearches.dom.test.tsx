import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SavedSearches } from '../../components/SavedSearches.tsx';
import { SaveSearch } from '../../components/SaveSearch.tsx';
import { saved } from './gallery/searchStates.tsx';
import { mount } from './mount.ts';

test('each saved search says what it finds, and runs at a press', async () => {
  const onPick = vi.fn();
  mount(<SavedSearches saved={saved} onPick={onPick} onForget={() => undefined} />);
  await userEvent.click(page.getByRole('button', { name: 'is:missing-why 14 results' }));
  expect(onPick).toHaveBeenCalledExactlyOnceWith('is:missing-why');
});

test('one that is not counted has no number', async () => {
  mount(<SavedSearches saved={saved} onPick={() => undefined} onForget={() => undefined} />);
  await expect.element(page.getByRole('button', { name: 'in:guild is:unanswered', exact: true })).toBeVisible();
});

test('a long one is cut, and whole in its title', () => {
  const [, long] = saved;
  const root = mount(<SavedSearches saved={saved} onPick={() => undefined} onForget={() => undefined} />);
  const button = root.querySelector(`[title='${long?.query}']`);
  const label = button?.querySelector('.query-chip-label');
  expect(label?.scrollWidth).toBeGreaterThan(label?.clientWidth ?? Number.NaN);
});

test('a saved search is forgotten by its cross, reached by the keyboard', async () => {
  const onForget = vi.fn();
  mount(<SavedSearches saved={saved} onPick={() => undefined} onForget={onForget} />);
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(onForget).toHaveBeenCalledExactlyOnceWith('is:missing-why');
});

test('without any there is nothing', () => {
  expect(mount(<SavedSearches saved={[]} onPick={() => undefined} onForget={() => undefined} />).textContent).toBe('');
});

test('the star saves, and is pressed while the search is saved', async () => {
  const onSave = vi.fn();
  const onForget = vi.fn();
  const star = page.getByRole('button', { name: 'Save this search' });
  mount(<SaveSearch isSaved={false} onSave={onSave} onForget={onForget} />);
  await expect.element(star).toHaveAttribute('aria-pressed', 'false');
  await userEvent.click(star);
  expect([onSave.mock.calls.length, onForget.mock.calls.length]).toEqual([1, 0]);
  mount(<SaveSearch isSaved onSave={onSave} onForget={onForget} />);
  await expect.element(star).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(star);
  expect([onSave.mock.calls.length, onForget.mock.calls.length]).toEqual([1, 1]);
});
