import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FacetList } from '../../components/FacetList.tsx';
import { facets } from './gallery/searchStates.tsx';
import { mount } from './mount.ts';

const onToggle = vi.fn();
const box = (name: string) => page.getByRole('checkbox', { name });
const tags = () => page.getByRole('region', { name: 'Tag' });

beforeEach(async () => {
  onToggle.mockClear();
  await page.viewport(1000, 800);
  mount(<FacetList facets={facets} onToggle={onToggle} />);
});
afterEach(async () => {
  await page.viewport(414, 896);
});

test('a value is a checkbox, named with how many results have it', async () => {
  await expect.element(box('fieldnotes.example 1,284')).toBeChecked();
  await userEvent.click(box('status.example 96'));
  expect(onToggle).toHaveBeenCalledExactlyOnceWith('site', 'status.example');
});

test('what would find nothing can’t be chosen, but can be taken back', async () => {
  await expect.element(box('smallwords.example 0')).toBeDisabled();
  await expect.element(box('old.example 0')).toBeEnabled();
});

test('a group without values is not there', async () => {
  await expect.element(page.getByRole('region', { name: 'Year' })).not.toBeInTheDocument();
});

test('of a long group the first six are shown, then all', async () => {
  expect(tags().getByRole('checkbox').elements()).toHaveLength(6);
  await userEvent.click(tags().getByRole('button', { name: '18 more' }));
  expect(tags().getByRole('checkbox').elements()).toHaveLength(24);
  await userEvent.click(tags().getByRole('button', { name: 'Fewer' }));
  expect(tags().getByRole('checkbox').elements()).toHaveLength(6);
});

test('of a group of thousands fifty more are drawn at a time, also of those that fit what is typed', async () => {
  const values = Array.from({ length: 10_000 }, (_, at) => ({ value: `tag ${at}`, count: 1, isChosen: false }));
  mount(<FacetList facets={[{ name: 'tag', values }]} onToggle={onToggle} />);
  await userEvent.click(tags().getByRole('button', { name: '9,994 more' }));
  expect(tags().getByRole('checkbox').elements()).toHaveLength(56);
  await userEvent.click(tags().getByRole('button', { name: '9,944 more' }));
  expect(tags().getByRole('checkbox').elements()).toHaveLength(106);
  await userEvent.type(page.getByRole('textbox', { name: 'Narrow the list: Tag' }), 'tag 9');
  await expect.poll(() => tags().getByRole('checkbox').elements().length).toBe(50);
  await expect.element(tags().getByRole('button', { name: '1,061 more' })).toBeVisible();
});

test('what a closed list names is called as on cards', async () => {
  mount(<FacetList facets={[{ name: 'kind', values: [{ value: 'region', count: 2, isChosen: false }] }, ...facets]} onToggle={onToggle} />);
  await userEvent.click(box('Region 2'));
  expect(onToggle).toHaveBeenCalledExactlyOnceWith('kind', 'region');
  await expect.element(box('Accepted 12')).toBeVisible();
});

test('a value whose number is not known has none, and can be chosen', async () => {
  mount(<FacetList facets={[{ name: 'tag', values: [{ value: 'css', count: undefined, isChosen: false }] }]} onToggle={onToggle} />);
  const tag = page.getByRole('checkbox', { name: 'css', exact: true });
  await userEvent.click(tag);
  expect(onToggle).toHaveBeenCalledExactlyOnceWith('tag', 'css');
});

test('a very long group is narrowed by typing', async () => {
  await userEvent.type(page.getByRole('textbox', { name: 'Narrow the list: Tag' }), 'TOPIC 2');
  await expect.poll(() => tags().getByRole('checkbox').elements().length).toBe(6);
  await userEvent.type(page.getByRole('textbox', { name: 'Narrow the list: Tag' }), '4');
  await expect.element(box('topic 24 10')).toBeVisible();
  await userEvent.type(page.getByRole('textbox', { name: 'Narrow the list: Tag' }), '5');
  await expect.element(tags().getByText('None like this')).toBeVisible();
});

test('what is chosen stays in sight, wherever it stands', async () => {
  const values = Array.from({ length: 12 }, (_, at) => ({ value: `tag ${at}`, count: 12 - at, isChosen: at === 11 }));
  mount(<FacetList facets={[{ name: 'tag', values }]} onToggle={onToggle} />);
  await expect.element(box('tag 11 1')).toBeVisible();
  await expect.element(tags().getByRole('button', { name: '5 more' })).toBeVisible();
  const seven = values.slice(5);
  mount(<FacetList facets={[{ name: 'tag', values: seven }]} onToggle={onToggle} />);
  expect(tags().getByRole('checkbox').elements()).toHaveLength(7);
  await expect.element(tags().getByRole('button', { name: /more/ })).not.toBeInTheDocument();
});

test('a group folds at its heading, and says what is chosen in it', async () => {
  await userEvent.click(page.getByRole('button', { name: 'Site' }));
  await expect.element(box('status.example 96')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Site 2 chosen' })).toHaveAttribute('aria-expanded', 'false');
});

test('in a narrow window there is a bar that unfolds', async () => {
  await page.viewport(400, 600);
  const bar = page.getByRole('button', { name: 'Filters (2)' });
  await expect.element(bar).toHaveAttribute('aria-expanded', 'false');
  await expect.element(box('status.example 96')).not.toBeInTheDocument();
  await userEvent.click(bar);
  await expect.element(box('status.example 96')).toBeVisible();
});
