import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Toast } from '../../components/Toast.tsx';
import { mount } from './mount.ts';

test('it says what was done without taking the focus', async () => {
  const input = document.createElement('input');
  document.body.append(input);
  input.focus();
  mount(<Toast message="Kept on this device" onUndo={() => undefined} />);
  await expect.element(page.getByRole('status')).toHaveTextContent('Kept on this device');
  expect(document.activeElement).toBe(input);
  input.remove();
});

test('what was done can be undone, and a share reviewed', async () => {
  const onUndo = vi.fn();
  const onReview = vi.fn();
  mount(<Toast message="Kept on this device" onUndo={onUndo} onReview={onReview} />);
  await userEvent.click(page.getByRole('button', { name: 'Undo' }));
  await userEvent.click(page.getByRole('button', { name: 'Review and share' }));
  expect([onUndo, onReview].map((call) => call.mock.calls.length)).toEqual([1, 1]);
});

test('a failure is an alert, in words', async () => {
  mount(<Toast message="Kept on this device" failure={{ code: 'not-found' }} />);
  await expect.element(page.getByRole('alert')).toMatchTextContent(/^This is no longer here\. It may/);
  await expect.element(page.getByText('Kept on this device')).not.toBeInTheDocument();
});
