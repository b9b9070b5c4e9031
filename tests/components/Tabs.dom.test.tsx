import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Tabs } from '../../components/Tabs.tsx';
import { mount } from './mount.ts';

function Live() {
  const [chosen, setChosen] = useState<'page' | 'mine' | 'community'>('page');
  return (
    <Tabs
      label="What to show"
      tabs={[
        { key: 'page', label: 'This page', count: 2 },
        { key: 'mine', label: 'Mine', count: 1248 },
        { key: 'community', label: 'Community', news: '3 new posts' },
      ]}
      chosen={chosen}
      onChoose={setChosen}
    >
      <p>Panel of {chosen}</p>
    </Tabs>
  );
}
const tab = (name: RegExp) => page.getByRole('tab', { name });

test('a click opens a tab, whose panel carries its name', async () => {
  mount(<Live />);
  await userEvent.click(tab(/Mine/));
  await expect.element(tab(/Mine/)).toHaveAttribute('aria-selected', 'true');
  await expect.element(page.getByRole('tabpanel', { name: /Mine/ })).toHaveTextContent('Panel of mine');
});

test('arrow keys move, wrap around and open at once; only the open tab is a tab stop', async () => {
  mount(<Live />);
  tab(/This page/)
    .element()
    .focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(tab(/Mine/)).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(tab(/This page/)).toHaveFocus();
  await userEvent.keyboard('{End}');
  await expect.element(page.getByText('Panel of community')).toBeVisible();
  expect(
    page
      .getByRole('tab')
      .elements()
      .map((element) => element.getAttribute('tabindex')),
  ).toEqual(['-1', '-1', '0']);
});

test('counts are written as numbers are, and news is said in words', async () => {
  mount(<Live />);
  await expect.element(tab(/Mine\s*1,248/)).toBeVisible();
  await expect.element(tab(/Community\s*3 new posts/)).toBeVisible();
});
