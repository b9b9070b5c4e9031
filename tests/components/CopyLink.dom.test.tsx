import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CopyLink } from '../../components/CopyLink.tsx';
import { mount } from './mount.ts';

test('copies the link, and says so once it is copied', async () => {
  let settle = (): void => undefined;
  const onCopy = vi.fn(() => new Promise<void>((resolve) => (settle = resolve)));
  mount(<CopyLink onCopy={onCopy} tabIndex={0} />);
  await userEvent.click(page.getByRole('button', { name: 'Copy a link to this passage' }));
  expect(onCopy).toHaveBeenCalledOnce();
  await expect.element(page.getByRole('status')).toHaveTextContent('');
  settle();
  await expect.element(page.getByRole('status')).toHaveTextContent('Link copied');
  await expect.element(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
});
