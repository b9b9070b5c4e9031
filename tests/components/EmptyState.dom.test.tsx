import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { mount } from './mount.ts';

test('an empty place says what is not there and offers the way on', async () => {
  const onClick = vi.fn();
  mount(
    <EmptyState icon="people" sentence="No community yet" hint="Join one with an invite link.">
      <Button onClick={onClick}>Join with a link</Button>
    </EmptyState>,
  );
  await expect.element(page.getByText('No community yet')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Join with a link' }));
  expect(onClick).toHaveBeenCalledOnce();
});
