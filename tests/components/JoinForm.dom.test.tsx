import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { JoinForm, type JoinFormProps } from '../../components/JoinForm.tsx';
import { id, NOW } from './gallery/content.ts';
import { mount } from './mount.ts';

const look = {
  community: { id: id(4), name: 'Front-end guild', purpose: 'What we learn.', createdAt: NOW },
  members: 4,
  role: 'member',
  invitedBy: 'Tomasz Wilk',
} as const;

function show(over: Partial<JoinFormProps> = {}) {
  const calls = { onLink: vi.fn(), onName: vi.fn(), onLook: vi.fn(), onJoin: vi.fn(), onCancel: vi.fn() };
  mount(<JoinForm link="https://whence.example/join/x#y" memberName="Ines" busy={false} {...calls} {...over} />);
  return calls;
}

test('first one looks at what the link opens; nothing is joined by that', async () => {
  const { onLook, onJoin } = show();
  await expect.element(page.getByRole('textbox', { name: 'Invite link' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onLook).toHaveBeenCalledOnce();
  expect(onJoin).not.toHaveBeenCalled();
});

test('then one sees the community, who invites and as what one joins, and joins under a name', async () => {
  const { onLook, onJoin } = show({ look });
  await expect.element(page.getByText('What we learn.')).toBeVisible();
  await expect.element(page.getByText('4 members · invited by Tomasz Wilk · you join as member')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Your name there' })).toHaveFocus();
  await userEvent.click(page.getByRole('button', { name: 'Join Front-end guild' }));
  expect(onJoin).toHaveBeenCalledOnce();
  expect(onLook).not.toHaveBeenCalled();
});

test('while it is busy a second Enter does nothing', async () => {
  const { onJoin } = show({ look, busy: true });
  await userEvent.keyboard('{Enter}');
  expect(onJoin).not.toHaveBeenCalled();
});

test('a failure is said, and what was typed stays', async () => {
  show({ failure: { code: 'invite-expired' } });
  await expect.element(page.getByRole('alert')).toMatchTextContent(/^This invite has expired\./);
  await expect.element(page.getByRole('textbox', { name: 'Invite link' })).toHaveValue('https://whence.example/join/x#y');
});
