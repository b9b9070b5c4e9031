import { signal } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CardFrame } from '../../components/CardFrame.tsx';
import type { OpenedCard } from '../../surfaces/openedCard.ts';
import { OnlyCard, type OnlyCardProps } from '../../surfaces/OnlyCard.tsx';
import { mount } from '../components/mount.ts';

const X: OpenedCard = { kind: 'clip', id: 'x' };

function show(card: OnlyCardProps['card'], { only = X, isSearching = false } = {}) {
  const back = vi.fn();
  const model: OnlyCardProps['model'] = { only: signal(only), isSearching: signal(isSearching), view: signal('mine' as const), back };
  mount(<OnlyCard model={model} card={card} />);
  return back;
}
const button = (name: string) => page.getByRole('button', { name });

it.each<[string, OpenedCard, boolean]>([
  ['Back to “Mine”', X, false],
  ['Back to what was found', X, true],
  ['Back to the card before', { ...X, before: X }, true],
])('%s is the way back when that was there before', async (name, only, isSearching) => {
  const back = show(undefined, { only, isSearching });
  await userEvent.click(button(name));
  expect(back).toHaveBeenCalledOnce();
});

it('Escape on the card is the way back too, not in a field of it', async () => {
  const back = show(
    <CardFrame label="a card">
      <input aria-label="a field" />
    </CardFrame>,
  );
  page.getByRole('textbox', { name: 'a field' }).element().focus();
  await userEvent.keyboard('{Escape}');
  expect(back).not.toHaveBeenCalled();
  page.getByRole('article', { name: 'a card' }).element().focus();
  await userEvent.keyboard('{Escape}');
  expect(back).toHaveBeenCalledOnce();
});

it('a card is not said to be gone before that is known', async () => {
  show(undefined);
  await expect.element(button('Back to “Mine”')).toBeVisible();
  expect(page.getByText('This is no longer here').elements()).toEqual([]);
  show(null);
  await expect.element(page.getByText('This is no longer here')).toBeVisible();
});
