import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { OutboxStrip, type OutboxStripProps } from '../../components/OutboxStrip.tsx';
import { NOW } from './gallery/content.ts';
import { mount } from './mount.ts';

function show(over: Partial<OutboxStripProps>) {
  const calls = { onSendNow: vi.fn(), onDiscard: vi.fn(), onCopy: vi.fn() };
  return { ...calls, root: mount(<OutboxStrip waiting={0} now={NOW} refused={[]} {...calls} {...over} />) };
}

test('an empty outbox shows nothing', () => {
  expect(show({}).root.childElementCount).toBe(0);
});

test('what waits says how many, why, and when it is tried again', async () => {
  const { onSendNow } = show({
    waiting: 3,
    failure: { code: 'server-unreachable', detail: { host: 'whence.example' } },
    nextAttemptAt: NOW + 20_000,
  });
  await expect.element(page.getByRole('status')).toHaveTextContent('3 waiting. whence.example can’t be reached.');
  await expect.element(page.getByText('again in 20 s')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Try now' }));
  expect(onSendNow).toHaveBeenCalledOnce();
});

test('an attempt that is due is not counted down', async () => {
  show({ waiting: 1, failure: { code: 'server-slow' }, nextAttemptAt: NOW - 1 });
  await expect.element(page.getByText(/again in/)).not.toBeInTheDocument();
});

test('what was refused says by whom and why, and can be copied or discarded', async () => {
  const { onCopy, onDiscard } = show({
    refused: [{ id: 'a', communityName: 'Board', text: 'my words', failure: { code: 'role-too-low' } }],
  });
  await expect.element(page.getByText('Not taken by Board: Your role in this community doesn’t allow that.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Copy' }));
  expect(onCopy).toHaveBeenCalledExactlyOnceWith('my words');
  await userEvent.click(page.getByRole('button', { name: 'Discard' }));
  expect(onDiscard).toHaveBeenCalledExactlyOnceWith('a');
});
