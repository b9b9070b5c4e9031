import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { QueryChips } from '../../components/QueryChips.tsx';
import { mount } from './mount.ts';

test('each part of a search can be taken out', async () => {
  const onQuery = vi.fn();
  mount(
    <QueryChips
      label="Understood as"
      chips={[
        { label: 'grid', removeLabel: 'Take out: grid', without: 'tag:css' },
        { label: 'tagged css', removeLabel: 'Take out: tagged css', without: 'grid' },
      ]}
      onQuery={onQuery}
    />,
  );
  await expect.element(page.getByRole('list', { name: 'Understood as' })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Take out: tagged css' }));
  expect(onQuery).toHaveBeenCalledExactlyOnceWith('grid');
});
