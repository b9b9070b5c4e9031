import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { mount } from './mount.ts';

test('a failure interrupts a screen reader, with what to do next', async () => {
  mount(<FailureNotice failure={{ code: 'server-unreachable', detail: { host: 'whence.example' } }} />);
  await expect.element(page.getByRole('alert')).toMatchTextContent(/^whence\.example can’t be reached\..*waits on this device/);
});

test('an info waits its turn and can be dismissed', async () => {
  const onDismiss = vi.fn();
  mount(<Notice kind="info" title="Something to know" onDismiss={onDismiss} />);
  await expect.element(page.getByRole('status')).toHaveTextContent('Something to know');
  await userEvent.click(page.getByRole('button', { name: 'Dismiss' }));
  expect(onDismiss).toHaveBeenCalledOnce();
});
