import type { Clip } from '../../domain/clip.ts';
import { useState } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SharePreview, type SharePreviewProps } from '../../components/SharePreview.tsx';
import type { Decision } from '../../domain/decision.ts';
import { SHARE_ALL, shareBody, type ShareChoice } from '../../domain/sharing.ts';
import { audiences, clip, id, NOW } from './gallery/content.ts';
import { mount, press } from './mount.ts';

const decision: Decision = {
  id: id(2),
  question: 'Which grid do we build the audit log on?',
  status: 'open',
  createdAt: NOW,
  updatedAt: NOW,
};

/** The preview of what the rules of sharing really send, as the choice changes. */
function show(over: Partial<SharePreviewProps> = {}, subject: Clip = clip) {
  const calls = { onConfirm: vi.fn(), onCancel: vi.fn(), onCommunity: vi.fn() };
  let latest = SHARE_ALL;
  function Live() {
    const [choice, setChoice] = useState<ShareChoice>(SHARE_ALL);
    latest = choice;
    const share = shareBody(subject, decision, choice);
    if (!share.ok) throw new Error(share.error.code);
    return (
      <SharePreview
        clip={subject}
        {...share.value}
        choice={choice}
        audiences={audiences}
        communityId={id(4)}
        busy={false}
        onChoice={setChoice}
        {...calls}
        {...over}
      />
    );
  }
  const root = mount(<Live />);
  return { ...calls, root, choice: () => latest };
}

test('who can read it is said before anything else', () => {
  const { root } = show();
  const text = root.textContent ?? '';
  expect(text.indexOf('4 members of Front-end guild can read this.')).toBeGreaterThan(-1);
  expect(text.indexOf('can read this.')).toBeLessThan(text.indexOf(clip.why));
});

test('every text that goes out is shown', () => {
  const { root } = show();
  root.querySelector('details')?.setAttribute('open', '');
  const share = shareBody(clip, decision, SHARE_ALL);
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null)
      Object.entries(value).forEach(([key, part]) => key !== 'type' && key !== 'kind' && key !== 'stance' && collect(part));
  };
  collect(share.ok ? share.value.body : undefined);
  expect(texts.length).toBeGreaterThan(12);
  const shown = root.textContent ?? '';
  expect(texts.filter((text) => !shown.includes(text.trim()))).toEqual([]);
});

test('what was taken off the address is named', async () => {
  show();
  await expect.element(page.getByText('2 parts of the address were taken off: utm_source, token')).toBeVisible();
  await expect.element(page.getByText('https://fieldnotes.example/virtual-tables', { exact: true })).toBeVisible();
});

test.each<[keyof ShareChoice, string, string]>([
  ['paragraph', 'Surrounding text', 'The rest of this note'],
  ['tags', 'Tags', 'performance, grid, audit-log'],
  ['decision', 'Decision', 'Which grid do we build the audit log on?'],
])('%s can be left out and put back, and shows nothing of itself meanwhile', async (part, label, text) => {
  const { root, choice } = show();
  const box = page.getByRole('checkbox', { name: label });
  await expect.element(box).toBeChecked();
  expect(root.textContent).toContain(text);
  await userEvent.click(box);
  expect(choice()[part]).toBe(false);
  expect(root.textContent).not.toContain(text);
  await userEvent.click(box);
  expect(root.textContent).toContain(text);
});

test('of a whole block, which is its own surroundings, it says what else goes along', async () => {
  const { root } = show({}, { ...clip, context: { ...clip.context, ...(clip.quote !== undefined && { paragraph: clip.quote }) } });
  const around = 'Some sentences before and after, to find it by';
  expect(root.textContent).toContain(around);
  await userEvent.click(page.getByRole('checkbox', { name: 'Surrounding text' }));
  expect(root.textContent).not.toContain(around);
});

test('Enter shares and Escape cancels', async () => {
  const { onConfirm, onCancel } = show();
  await userEvent.keyboard('{Enter}');
  expect(onConfirm).toHaveBeenCalledOnce();
  await userEvent.keyboard('{Escape}');
  expect(onCancel).toHaveBeenCalledOnce();
});

test('the Enter that is still held from keeping does not share', () => {
  const { root, onConfirm } = show();
  root.querySelector('h2')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, repeat: true }));
  expect(onConfirm).not.toHaveBeenCalled();
});

test('Enter on the button for cancelling cancels', async () => {
  const { onConfirm, onCancel } = show();
  page.getByRole('button', { name: 'Cancel' }).element().focus();
  await userEvent.keyboard('{Enter}');
  expect(onConfirm).not.toHaveBeenCalled();
  expect(onCancel).toHaveBeenCalledOnce();
});

test('while a share is under way another does not start', async () => {
  const { onConfirm } = show({ busy: true });
  await userEvent.keyboard('{Enter}');
  press(page.getByRole('button', { name: 'Share with Front-end guild' }).element());
  expect(onConfirm).not.toHaveBeenCalled();
});

test('another community can be picked, of those where one may post', async () => {
  const { onCommunity } = show();
  const picker = page.getByRole('combobox', { name: 'Share to' });
  expect(picker.getByRole('option').elements()).toHaveLength(2);
  await userEvent.selectOptions(picker, 'Accessibility circle: 127 members can read it');
  expect(onCommunity).toHaveBeenCalledExactlyOnceWith(id(8));
});

test('where one may only read there is nothing to confirm', async () => {
  const { onConfirm } = show({ communityId: id(9) });
  await expect.element(page.getByRole('button', { name: /^Share with/ })).not.toBeInTheDocument();
  await userEvent.keyboard('{Enter}');
  expect(onConfirm).not.toHaveBeenCalled();
});

test('of an image its address and its words are shown, and that the picture stays here', () => {
  const root = show(
    {},
    { ...clip, kind: 'image', media: { address: 'https://a.example/hill.png', alt: 'A hill', caption: 'In May' } },
  ).root;
  for (const part of ['An image', 'https://a.example/hill.png', 'A hill', 'In May', 'The picture itself stays on this device'])
    expect(root.textContent).toContain(part);
});

test('of a moment its time is shown', () => {
  const { root } = show({}, { ...clip, kind: 'moment', media: { seconds: 754, address: 'https://a.example/talk#t=754' } });
  for (const part of ['A moment in a video', '12:34', 'https://a.example/talk#t=754']) expect(root.textContent).toContain(part);
});

test('of a page it is said that the text kept for reading is not shared', () => {
  expect(show({}, { ...clip, kind: 'page' }).root.textContent).toContain('The page’s text that is kept for offline reading');
});

test('every further passage is shown', () => {
  const { root } = show({}, { ...clip, morePassages: [{ quote: 'the second of them', selectors: [], context: {} }] });
  expect(root.textContent).toContain('Passage 2');
  expect(root.textContent).toContain('the second of them');
});
