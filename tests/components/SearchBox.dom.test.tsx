import { useState } from 'preact/hooks';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SearchBox } from '../../components/SearchBox.tsx';
import { completions } from '../../search/query/index.ts';
import { saved } from './gallery/searchStates.tsx';
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
const box = () => page.getByRole('combobox', { name: 'Search your clips and communities' });

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

const known = { tags: ['performance', 'policy', 'grid', 'css/grid', 'css'], site: ['a.example'] };
const onForget = vi.fn();
const onPick = vi.fn();
const onEnter = vi.fn();

function Completing({ recent = [] as readonly string[], start = '' }) {
  const [query, setQuery] = useState(start);
  const [caret, setCaret] = useState(0);
  return (
    <>
      <SearchBox
        id="search"
        value={query}
        autoFocus
        listId="cards"
        completions={completions(query, caret, known)}
        recent={recent}
        saved={recent.length > 0 ? saved : []}
        onInput={setQuery}
        onCaret={setCaret}
        onComplete={({ text }) => setQuery(text)}
        onPick={onPick}
        onForget={onForget}
        onEnter={onEnter}
      />
      <button type="button">After</button>
      <button type="button" onClick={() => setQuery('tag:p grid tag:po')}>
        Another query
      </button>
      <div id="cards">
        <div data-card="" tabIndex={-1}>
          First card
        </div>
      </div>
    </>
  );
}
const options = () =>
  page
    .getByRole('option')
    .elements()
    .map((option) => option.querySelector('.search-option-text')?.textContent ?? '');
const list = () => page.getByRole('listbox', { name: 'Suggestions' });
const activeText = () => document.getElementById(box().element().getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';

beforeEach(() => {
  onForget.mockClear();
  onPick.mockClear();
  onEnter.mockClear();
});

test('while an operator’s value is typed its values are offered, each with what it means', async () => {
  mount(<Completing />);
  await userEvent.keyboard('tag:p');
  await expect.element(list()).toBeVisible();
  expect(options()).toEqual(['tag:performance', 'tag:policy']);
  await expect.element(page.getByRole('option', { name: 'tag:policy a tag' })).toBeVisible();
  await expect.element(box()).toHaveAttribute('aria-expanded', 'true');
});

test('while words are typed nothing is offered, and ArrowDown goes into what was found', async () => {
  mount(<Completing />);
  await userEvent.keyboard('ta');
  await expect.element(list()).not.toBeInTheDocument();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByText('First card')).toHaveFocus();
});

test('Alt+ArrowDown offers the operators that begin like the word', async () => {
  mount(<Completing />);
  await userEvent.keyboard('ta{Alt>}{ArrowDown}{/Alt}');
  await expect.poll(options).toEqual(['tag:']);
  await userEvent.keyboard('{Enter}');
  await expect.element(box()).toHaveValue('tag:');
  await expect.poll(options).toEqual(['tag:performance', 'tag:policy', 'tag:grid', 'tag:css/grid', 'tag:css']);
});

test('ArrowDown goes into the values; Enter takes one, and the caret stands behind it', async () => {
  mount(<Completing />);
  await userEvent.keyboard('tag:p grid');
  const input = document.querySelector('input');
  input?.setSelectionRange(5, 5);
  await userEvent.keyboard('o');
  await expect.poll(options).toEqual(['tag:policy']);
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(activeText).toContain('tag:policy');
  await userEvent.keyboard('{Enter}');
  await expect.element(box()).toHaveValue('tag:policy grid');
  expect(input?.selectionStart).toBe('tag:policy '.length);
  await expect.element(list()).not.toBeInTheDocument();
});

test('Tab takes the first value, and moves on when there is none to take', async () => {
  mount(<Completing />);
  await userEvent.keyboard('tag:gr{Tab}');
  await expect.element(box()).toHaveValue('tag:grid ');
  await expect.element(box()).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  await expect.element(box()).not.toHaveFocus();
});

test.each(['tag:css', 'tag:CSS', 'grid tag:css '])(
  'Tab moves on from “%s”, which is whole, and its value is offered first',
  async (typed) => {
    mount(<Completing />);
    await userEvent.keyboard(typed.trimEnd());
    await expect.poll(() => options()[0]).toBe('tag:css');
    await userEvent.keyboard('{Tab}');
    await expect.element(box()).toHaveValue(typed.trimEnd());
    await expect.element(box()).not.toHaveFocus();
  },
);

test('Tab takes the value that was gone to, also beside a whole one', async () => {
  mount(<Completing />);
  await userEvent.keyboard('tag:css{ArrowDown}{ArrowDown}{Tab}');
  await expect.element(box()).toHaveValue('tag:css/grid ');
});

test.each(['{ArrowLeft}{ArrowLeft}', '{Home}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}'])(
  'values are offered for the place that %s leads to',
  async (keys) => {
    mount(<Completing start="tag:p b" />);
    expect(options()).toEqual([]);
    await userEvent.keyboard(`${keys}{Alt>}{ArrowDown}{/Alt}`);
    await expect.poll(options).toEqual(['tag:performance', 'tag:policy']);
  },
);

test('a query that the field begins with is completed at its end', async () => {
  mount(<Completing start="tag:po" />);
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.poll(options).toEqual(['tag:policy']);
});

test('a query that comes from elsewhere has the caret at its end', async () => {
  mount(<Completing start="tag:p" />);
  await userEvent.click(page.getByRole('button', { name: 'Another query' }));
  await expect.element(box()).toHaveValue('tag:p grid tag:po');
  document.querySelector('input')?.focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.poll(options).toEqual(['tag:policy']);
});

test('a value that is there already puts the caret behind it at once, and never later', async () => {
  mount(<Completing start="tag:css grid" />);
  const input = document.querySelector('input');
  input?.setSelectionRange(7, 7);
  await expect.poll(options).toEqual([]);
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.poll(activeText).toContain('tag:css');
  await userEvent.keyboard('{Enter}');
  await expect.element(box()).toHaveValue('tag:css grid');
  expect(input?.selectionStart).toBe('tag:css '.length);
  await userEvent.keyboard('{End}s');
  await expect.element(box()).toHaveValue('tag:css grids');
  expect(input?.selectionStart).toBe('tag:css grids'.length);
});

test('Enter says that the query is meant as it stands, unless it takes what is offered', async () => {
  mount(<Completing />);
  await userEvent.keyboard('{Enter}');
  expect(onEnter).not.toHaveBeenCalled();
  await userEvent.keyboard('tag:p{ArrowDown}{Enter}');
  expect(onEnter).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(onEnter).toHaveBeenCalledExactlyOnceWith('tag:performance ');
  await expect.element(box()).toHaveFocus();
});

test('Shift+Tab takes nothing', async () => {
  mount(<Completing />);
  await userEvent.keyboard('tag:gr{Shift>}{Tab}{/Shift}');
  await expect.element(box()).toHaveValue('tag:gr');
});

test('Escape closes the list, then clears', async () => {
  mount(<Completing />);
  await userEvent.keyboard('tag:p');
  await expect.element(list()).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(list()).not.toBeInTheDocument();
  await expect.element(box()).toHaveValue('tag:p');
  await userEvent.keyboard('{Escape}');
  await expect.element(box()).toHaveValue('');
  await expect.element(list()).not.toBeInTheDocument();
});

test('a value is taken by a click, and the focus stays in the field', async () => {
  mount(<Completing />);
  await userEvent.keyboard('tag:p');
  await userEvent.click(page.getByRole('option', { name: 'tag:policy a tag' }));
  await expect.element(box()).toHaveValue('tag:policy ');
  await expect.element(box()).toHaveFocus();
});

test('a field that has the focus from the start covers nothing; a click offers what was saved and searched before', async () => {
  mount(<Completing recent={['grid', 'is:missing-why']} />);
  await expect.element(list()).not.toBeInTheDocument();
  await userEvent.click(box());
  await expect.poll(() => options().slice(0, 5)).toEqual([...saved.map(({ query }) => query), 'grid', 'site:']);
  await userEvent.click(page.getByRole('option', { name: 'grid recent' }));
  expect(onPick).toHaveBeenCalledExactlyOnceWith('grid');
  await expect.element(list()).not.toBeInTheDocument();
});

test('a recent search is forgotten by Delete and by its cross, without being run', async () => {
  mount(<Completing recent={['grid']} />);
  await userEvent.click(box());
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Delete}');
  expect(onForget).toHaveBeenCalledExactlyOnceWith('grid');
  await userEvent.click(page.getByTitle('Forget this search (Delete)'));
  expect(onForget).toHaveBeenCalledTimes(2);
  expect(onPick).not.toHaveBeenCalled();
});

test('the list lies over what follows, eight lines high at most', async () => {
  const root = mount(<Completing recent={['one', 'two', 'three']} />);
  const top = root.querySelector('#cards')?.getBoundingClientRect().top;
  await userEvent.click(box());
  await expect.element(list()).toBeVisible();
  expect(root.querySelector('#cards')?.getBoundingClientRect().top).toBe(top);
  expect(page.getByRole('option').elements().length).toBeGreaterThan(8);
  expect(list().element().clientHeight).toBeLessThanOrEqual(8 * 32 + 8);
});
