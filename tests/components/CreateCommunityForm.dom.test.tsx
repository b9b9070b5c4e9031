import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CreateCommunityForm } from '../../components/CreateCommunityForm.tsx';
import { mount } from './mount.ts';

const fields = { server: 'whence.example', creationKey: 'key', name: 'Guild', purpose: '', memberName: 'Ines' };

test('each field gives back all of them with its own changed', async () => {
  const onFields = vi.fn();
  mount(<CreateCommunityForm fields={fields} busy={false} onFields={onFields} onCreate={vi.fn()} onCancel={vi.fn()} />);
  await userEvent.fill(page.getByRole('textbox', { name: 'Purpose' }), 'To learn');
  expect(onFields).toHaveBeenLastCalledWith({ ...fields, purpose: 'To learn' });
  await userEvent.fill(page.getByRole('textbox', { name: 'Server' }), 'other.example');
  expect(onFields).toHaveBeenLastCalledWith({ ...fields, server: 'other.example' });
});

test('Enter creates, unless it is under way', async () => {
  const onCreate = vi.fn();
  const form = (busy: boolean) => (
    <CreateCommunityForm fields={fields} busy={busy} onFields={vi.fn()} onCreate={onCreate} onCancel={vi.fn()} />
  );
  mount(form(false));
  await userEvent.keyboard('{Enter}');
  expect(onCreate).toHaveBeenCalledOnce();
  mount(form(true));
  await userEvent.keyboard('{Enter}');
  expect(onCreate).toHaveBeenCalledOnce();
});
