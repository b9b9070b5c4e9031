import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AskForm, type AskFormProps } from '../../components/AskForm.tsx';
import { mount } from './mount.ts';

const props = (): AskFormProps => ({
  communityName: 'Front-end guild',
  members: 12,
  text: 'Which grid?',
  busy: false,
  onText: vi.fn(),
  onSend: vi.fn(),
  onCancel: vi.fn(),
});
const field = () => page.getByRole('textbox', { name: 'What do you want to know?' });

test('it says who can read the question, and has the caret at its end', async () => {
  mount(<AskForm {...props()} />);
  await expect.element(page.getByText('12 members of Front-end guild can read this.')).toBeVisible();
  await expect.element(field()).toHaveFocus();
  expect(document.querySelector('textarea')?.selectionStart).toBe('Which grid?'.length);
});

test('Escape goes back, and is no one else’s: a popup would close on it', async () => {
  const given = props();
  const heard = vi.fn();
  document.addEventListener('keydown', heard);
  mount(<AskForm {...given} />);
  await userEvent.keyboard('{Escape}');
  document.removeEventListener('keydown', heard);
  expect(given.onCancel).toHaveBeenCalledOnce();
  expect(heard).not.toHaveBeenCalled();
});

test('Escape that ends a composition of letters goes nowhere', () => {
  const given = props();
  const root = mount(<AskForm {...given} />);
  const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, isComposing: true });
  root.querySelector('textarea')?.dispatchEvent(key);
  expect([given.onCancel, key.defaultPrevented].map((one) => (typeof one === 'function' ? vi.mocked(one).mock.calls.length : one))).toEqual(
    [0, false],
  );
});

test('Ctrl+Enter sends it; an empty one is not sent', async () => {
  const given = props();
  mount(<AskForm {...given} />);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(given.onSend).toHaveBeenCalledOnce();
  mount(<AskForm {...given} text="  " />);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(given.onSend).toHaveBeenCalledOnce();
});
