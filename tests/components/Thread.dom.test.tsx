import { useState } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Thread, type ThreadProps, type ThreadReply } from '../../components/Thread.tsx';
import { id, NOW } from './gallery/content.ts';
import { mount, press } from './mount.ts';

const reply: ThreadReply = { id: id(20), authorName: 'Tomasz Wilk', text: 'Same here.', createdAt: NOW, isOwn: false, state: 'sent' };

function show(over: Partial<ThreadProps> = {}) {
  const onSend = vi.fn();
  const onRemove = vi.fn();
  function Live() {
    const [draft, setDraft] = useState('');
    return (
      <Thread
        replies={[reply]}
        now={NOW}
        communityName="Front-end guild"
        members={4}
        mayPost
        draft={draft}
        busy={false}
        onDraft={setDraft}
        onSend={onSend}
        onRemove={onRemove}
        {...over}
      />
    );
  }
  mount(<Live />);
  return { onSend, onRemove };
}
const box = () => page.getByRole('textbox', { name: 'Write a reply' });

test('Control and Enter send, Enter alone begins a new line', async () => {
  const { onSend } = show();
  await userEvent.type(box(), 'one{Enter}two');
  expect(onSend).not.toHaveBeenCalled();
  await expect.element(box()).toHaveValue('one\ntwo');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(onSend).toHaveBeenCalledOnce();
});

test('an empty reply is not sent, nor one that is being sent', async () => {
  const first = show();
  await userEvent.type(box(), '   ');
  await userEvent.click(page.getByRole('button', { name: 'Reply', exact: true }));
  expect(first.onSend).not.toHaveBeenCalled();
  const second = show({ busy: true, draft: 'text' });
  press(page.getByRole('button', { name: 'Reply', exact: true }).element());
  expect(second.onSend).not.toHaveBeenCalled();
});

test('who can read a reply is said where it is written', async () => {
  show();
  await expect.element(page.getByText(/^4 members of Front-end guild can read it/)).toBeVisible();
});

test('only one’s own reply can be removed', async () => {
  const { onRemove } = show({ replies: [reply, { ...reply, id: id(21), isOwn: true }] });
  await userEvent.click(page.getByRole('button', { name: 'Remove this reply' }));
  expect(onRemove).toHaveBeenCalledExactlyOnceWith(id(21));
});

test('a reply that waits or was refused says so', async () => {
  show({
    replies: [
      { ...reply, id: id(21), state: 'waiting' },
      { ...reply, id: id(22), state: 'refused', failure: { code: 'post-gone' } },
    ],
  });
  await expect.element(page.getByText('Waiting to be sent')).toBeVisible();
  await expect.element(page.getByText('This post was removed from the community.')).toBeVisible();
});

test('who may only read is told', async () => {
  show({ mayPost: false });
  await expect.element(box()).not.toBeInTheDocument();
  await expect.element(page.getByText('Your role in this community lets you read, not reply.')).toBeVisible();
});
