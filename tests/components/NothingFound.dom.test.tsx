import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { NothingFound, type NothingFoundProps } from '../../components/NothingFound.tsx';
import { mount } from './mount.ts';

const props = (): NothingFoundProps => ({ near: [], without: [], communities: [], onQuery: vi.fn(), onAsk: vi.fn() });
const guild = { id: 'one', name: 'Front-end guild' };
const circle = { id: 'two', name: 'Accessibility circle' };

test('where there is nothing to offer it says what one might try', () => {
  expect(mount(<NothingFound {...props()} />).textContent).toBe('Try fewer words, or a word from your why.');
});

test('words that are nearly the same are offered, with how many they find', async () => {
  const given = props();
  mount(<NothingFound {...given} near={[{ query: 'virtual grid', total: 1204 }]} />);
  await userEvent.click(page.getByRole('region', { name: 'Did you mean' }).getByRole('button', { name: 'virtual grid 1,204' }));
  expect(given.onQuery).toHaveBeenCalledExactlyOnceWith('virtual grid');
});

test('what a filter keeps away is a press away', async () => {
  const given = props();
  mount(<NothingFound {...given} without={[{ label: 'tag:css', query: 'grid', total: 12 }]} />);
  await userEvent.click(page.getByRole('region', { name: 'Found with fewer filters' }).getByRole('button', { name: '12 without tag:css' }));
  expect(given.onQuery).toHaveBeenCalledExactlyOnceWith('grid');
});

test('the one community is asked by its name', async () => {
  const given = props();
  mount(<NothingFound {...given} communities={[guild]} />);
  await userEvent.click(page.getByRole('button', { name: 'Ask Front-end guild' }));
  expect(given.onAsk).toHaveBeenCalledExactlyOnceWith('one');
});

test('of several one is chosen', async () => {
  const given = props();
  mount(<NothingFound {...given} communities={[guild, circle]} />);
  await expect.element(page.getByRole('button', { name: 'Ask Front-end guild' })).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: 'Ask a community' }));
  await userEvent.click(page.getByRole('button', { name: 'Ask Accessibility circle' }));
  expect(given.onAsk).toHaveBeenCalledExactlyOnceWith('two');
});

test('without a community nobody is asked', async () => {
  mount(<NothingFound {...props()} />);
  await expect.element(page.getByRole('button')).not.toBeInTheDocument();
});
