import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SearchBox } from '../../components/SearchBox.tsx';
import { mount } from './mount.ts';

function Live() {
  const [query, setQuery] = useState('');
  return (
    <>
      <SearchBox id="search" value={query} autoFocus listId="cards" onInput={setQuery} />
      <p>Query: {query}</p>
      <div id="cards">
        <div data-card="" tabIndex={-1}>
          First card
        </div>
      </div>
    </>
  );
}
const box = () => page.getByRole('searchbox', { name: 'Search your clips and communities' });

test('it has a name and, when asked, the focus', async () => {
  mount(<Live />);
  await expect.element(box()).toHaveFocus();
});

test('Escape clears a query; on an empty one it is left to the browser', async () => {
  const seen: string[] = [];
  const onKeyDown = (event: KeyboardEvent) => seen.push(event.key);
  document.body.addEventListener('keydown', onKeyDown);
  mount(<Live />);
  await userEvent.type(box(), 'grid');
  seen.length = 0;
  await userEvent.keyboard('{Escape}');
  await expect.element(box()).toHaveValue('');
  expect(seen).toEqual([]);
  await userEvent.keyboard('{Escape}');
  expect(seen).toEqual(['Escape']);
  document.body.removeEventListener('keydown', onKeyDown);
});

test('the clear button empties it and gives the focus back', async () => {
  mount(<Live />);
  await userEvent.type(box(), 'grid');
  await userEvent.click(page.getByRole('button', { name: 'Clear the search' }));
  await expect.element(box()).toHaveValue('');
  await expect.element(box()).toHaveFocus();
});

test('ArrowDown goes into what was found', async () => {
  mount(<Live />);
  await userEvent.click(box());
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByText('First card')).toHaveFocus();
});
