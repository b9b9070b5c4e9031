import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DecisionCard } from '../../components/DecisionCard.tsx';
import { decision } from './gallery/searchStates.tsx';
import { mount } from './mount.ts';

test('what was found in its question is marked', () => {
  const root = mount(<DecisionCard {...decision} />);
  expect([...root.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['grid']);
});

test('it says where the decision stands, and how many clips lead to it', async () => {
  mount(<DecisionCard {...decision} />);
  await expect.element(page.getByRole('article', { name: `Decision: ${decision.question}, Accepted` })).toBeVisible();
  await expect.element(page.getByText('5 clips lead to it')).toBeVisible();
  mount(<DecisionCard {...decision} evidence={1} />);
  await expect.element(page.getByText('1 clip leads to it')).toBeVisible();
  mount(<DecisionCard {...decision} evidence={0} />);
  await expect.element(page.getByText('No clip leads to it yet')).toBeVisible();
});

test('it opens by a click on its question and by Enter', async () => {
  const onOpen = vi.fn();
  mount(<DecisionCard {...decision} onOpen={onOpen} />);
  await userEvent.click(page.getByRole('button', { name: decision.question }));
  page.getByRole('article').element().focus();
  await userEvent.keyboard('{Enter}');
  expect(onOpen).toHaveBeenCalledTimes(2);
});
