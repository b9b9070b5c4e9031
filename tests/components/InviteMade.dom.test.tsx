import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { InviteMade } from '../../components/InviteMade.tsx';
import { NOW } from './gallery/content.ts';
import { mount } from './mount.ts';

const invite = { link: 'https://whence.example/join/a#b', uses: 25, expiresAt: NOW };

test('the link is whole, selected on focus, and said to be shown once', async () => {
  mount(<InviteMade invite={invite} isCopied={false} onCopy={vi.fn()} onDone={vi.fn()} />);
  const link = page.getByRole('textbox', { name: 'Invite link' });
  await expect.element(link).toHaveValue(invite.link);
  link.element().focus();
  expect(getSelection()?.toString()).toBe(invite.link);
  await expect.element(page.getByText(/^Shown once/)).toBeVisible();
  await expect.element(page.getByText(/^Lets 25 people in, until November 23, 2026/)).toBeVisible();
});

test('copying is confirmed, to the ear as well', async () => {
  const onCopy = vi.fn();
  mount(<InviteMade invite={invite} isCopied={false} onCopy={onCopy} onDone={vi.fn()} />);
  await userEvent.click(page.getByRole('button', { name: 'Copy the link' }));
  expect(onCopy).toHaveBeenCalledOnce();
  mount(<InviteMade invite={invite} isCopied onCopy={onCopy} onDone={vi.fn()} />);
  await expect.element(page.getByRole('status')).toHaveTextContent('Copied');
});
