import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ClipCard, type ClipCardProps } from '../../components/ClipCard.tsx';
import { NOW, view, WHY } from './gallery/content.ts';
import { card } from './gallery/states.tsx';
import { mount } from './mount.ts';

function show(over: Partial<ClipCardProps> = {}) {
  const calls = { onOpen: vi.fn(), onEdit: vi.fn(async () => true), onShare: vi.fn(), onRemove: vi.fn() };
  return { ...calls, root: mount(<ClipCard {...card} {...calls} {...over} />) };
}

/** Where each text stands in what is read from top to bottom. */
const order = (root: HTMLElement, ...texts: readonly string[]): readonly number[] =>
  texts.map((text) => root.textContent?.indexOf(text) ?? -1);

test('the decision and the reason come first, then the quote, then the source', () => {
  const { root } = show();
  const places = order(root, 'Which grid do we build', WHY, 'Row virtualisation', 'fieldnotes.example', 'What virtualising a table');
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((one, other) => one - other));
});

test('a clip without a why says so and lets one write it', async () => {
  show({ view: { ...view, why: '  ' } });
  await expect.element(page.getByText('No why yet')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Add why' }));
  await expect.element(page.getByRole('textbox', { name: 'Why does this matter?' })).toHaveFocus();
});

test('Enter on the card, its title and its button open the passage', async () => {
  const { onOpen } = show();
  await userEvent.tab();
  await expect.element(page.getByRole('article')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('button', { name: view.title }));
  await userEvent.click(page.getByRole('button', { name: 'Open at the passage' }));
  expect(onOpen).toHaveBeenCalledTimes(3);
});

test('a click on the quote opens the passage; one that ends a selection does not', async () => {
  const { root, onOpen } = show();
  const quote = root.querySelector('.quote-text');
  if (!quote) throw new Error('no quote');
  await userEvent.click(quote);
  expect(onOpen).toHaveBeenCalledOnce();
  getSelection()?.selectAllChildren(quote);
  quote.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(onOpen).toHaveBeenCalledOnce();
  getSelection()?.removeAllRanges();
});

test('unfolding the quote does not open the passage', async () => {
  const { root, onOpen } = show({ view: { ...view, quote: 'word '.repeat(400) } });
  root.style.width = '400px';
  await userEvent.click(page.getByRole('button', { name: 'Show all' }));
  expect(onOpen).not.toHaveBeenCalled();
});

test('the actions are reached with Tab though the eye sees them on hover only', async () => {
  const { onRemove, onShare } = show();
  const button = page.getByRole('button', { name: 'Delete' });
  for (let presses = 0; presses < 10 && document.activeElement !== button.element(); presses++) await userEvent.tab();
  await expect.element(button).toHaveFocus();
  const actions = button.element().parentElement;
  await expect.poll(() => actions && getComputedStyle(actions).opacity).toBe('1');
  await userEvent.keyboard('{Enter}');
  expect(onRemove).toHaveBeenCalledOnce();
  await userEvent.click(page.getByRole('button', { name: 'Share' }));
  expect(onShare).toHaveBeenCalledOnce();
});

test('without a community there is nothing to share with', async () => {
  show({ onShare: undefined });
  await expect.element(page.getByRole('button', { name: 'Share' })).not.toBeInTheDocument();
});

test('edited in its place, it gives back why, tags, decision and stance', async () => {
  const { onEdit } = show();
  await userEvent.click(page.getByRole('button', { name: 'Edit why and tags' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'Why does this matter?' }), 'A better reason');
  await userEvent.fill(page.getByRole('combobox', { name: 'Tags' }), '#one, two');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(onEdit).toHaveBeenCalledExactlyOnceWith({
    why: 'A better reason',
    tags: ['one', 'two'],
    decision: 'Which grid do we build the audit log on?',
    stance: 'supports',
  });
  await expect.element(page.getByRole('article')).toHaveFocus();
});

test('an edit that was not kept stays open with what was typed', async () => {
  show({ onEdit: vi.fn(async () => false) });
  await userEvent.click(page.getByRole('button', { name: 'Edit why and tags' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'Why does this matter?' }), 'Do not lose me');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('textbox', { name: 'Why does this matter?' })).toHaveValue('Do not lose me');
});

test('where its shares stand is said in words', async () => {
  show({
    shares: [
      { communityName: 'Front-end guild', state: 'sent' },
      { communityName: 'Circle', state: 'waiting' },
      { communityName: 'Board', state: 'refused', failure: { code: 'role-too-low' } },
    ],
  });
  await expect.element(page.getByText('Shared with Front-end guild')).toBeVisible();
  await expect.element(page.getByText('Waiting to be sent to Circle')).toBeVisible();
  await expect.element(page.getByText('Not taken by Board: Your role in this community doesn’t allow that.')).toBeVisible();
});

test('a match in the text around is shown in its surroundings', () => {
  const paragraph = `${'before '.repeat(60)}needle ${'after '.repeat(60)}`;
  const at = paragraph.indexOf('needle');
  const { root } = show({ view: { ...view, paragraph }, matches: { paragraph: [[at, at + 6]] } });
  expect(root.querySelector('mark')?.textContent).toBe('needle');
  expect(root.querySelector('.card-around')?.textContent).toMatch(/^In the text around it: … before .*before needle after/);
});

test('a match far inside a long quote is brought into sight', () => {
  const quote = `${'before '.repeat(200)}needle ${'after '.repeat(200)}`;
  const at = quote.indexOf('needle');
  const { root } = show({ view: { ...view, quote }, matches: { quote: [[at, at + 6]] } });
  const mark = root.querySelector('mark');
  const box = root.querySelector('.quote-text');
  expect(mark?.textContent).toBe('needle');
  expect(mark?.getBoundingClientRect().bottom).toBeLessThan(box?.getBoundingClientRect().bottom ?? 0);
});

test('when it was kept is told from now', async () => {
  show({ createdAt: NOW - 5 * 60_000 });
  await expect.element(page.getByText('5 min. ago')).toBeVisible();
});

test('how the person came to the page stands on the card, folded, and is no longer changed', async () => {
  const root = mount(<ClipCard {...card} trail={{ query: 'virtual tables', pages: [] }} />);
  await userEvent.click(page.getByRole('button', { name: '“virtual tables”' }));
  await expect.element(page.getByText('Searched for “virtual tables”')).toBeVisible();
  expect(root.querySelectorAll('.trail button')).toHaveLength(1);
});
