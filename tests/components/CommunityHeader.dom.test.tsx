import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CommunityHeader } from '../../components/CommunityHeader.tsx';
import { mount } from './mount.ts';

const community = { name: 'Front-end guild', purpose: 'What we learn.' };

test('leaving asks first and says what stays', async () => {
  const onLeave = vi.fn();
  mount(<CommunityHeader community={community} members={4} live="live" onLeave={onLeave} />);
  await userEvent.click(page.getByRole('button', { name: 'Leave', exact: true }));
  expect(onLeave).not.toHaveBeenCalled();
  await expect.element(page.getByText(/Your own clips stay/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Leave the community' }));
  expect(onLeave).toHaveBeenCalledOnce();
});

test('only who may invite can, and not once this device is out', async () => {
  const invite = () => page.getByRole('button', { name: 'Invite' });
  mount(<CommunityHeader community={community} members={4} live="live" onLeave={vi.fn()} />);
  await expect.element(invite()).not.toBeInTheDocument();
  mount(<CommunityHeader community={community} members={4} live="live" onInvite={vi.fn()} onLeave={vi.fn()} />);
  await expect.element(invite()).toBeVisible();
  mount(<CommunityHeader community={{ ...community, revoked: true }} members={4} live="offline" onInvite={vi.fn()} onLeave={vi.fn()} />);
  await expect.element(invite()).not.toBeInTheDocument();
  await expect.element(page.getByText(/no longer a member/)).toBeVisible();
});

test.each([
  ['live', 'Up to date'],
  ['connecting', 'Connecting…'],
  ['offline', 'Offline; showing what was synced'],
] as const)('%s is said in words, not by a colour alone', async (live, said) => {
  mount(<CommunityHeader community={community} members={1} live={live} onLeave={vi.fn()} />);
  await expect.element(page.getByText(said)).toBeVisible();
  await expect.element(page.getByText('1 member', { exact: true })).toBeVisible();
});
