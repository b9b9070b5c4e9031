import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DriftNotice, type DriftNoticeProps } from '../../components/DriftNotice.tsx';
import { drifts } from './gallery/driftStates.tsx';
import { NOW } from './gallery/content.ts';
import { mount } from './mount.ts';

function show(over: Partial<DriftNoticeProps> & Pick<DriftNoticeProps, 'drift'>) {
  const calls = { onConfirm: vi.fn(), onRefuse: vi.fn(), onAttach: vi.fn() };
  const context = { paragraph: `Before. ${drifts.gone.clipped} After.`, headings: ['Virtual tables', 'Results'] };
  const root = mount(<DriftNotice context={context} now={NOW} isOwn {...calls} {...over} />);
  return { ...calls, root };
}
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('a change is told, and shows then and now when asked', async () => {
  const { onConfirm, root } = show({ drift: drifts.changed });
  expect(root.textContent).toContain('Changed since you clipped it');
  expect(root.querySelector('del')).toBeNull();
  await userEvent.click(button('Show then and now'));
  expect(root.querySelectorAll('.diff-text del').length).toBeGreaterThan(0);
  await userEvent.click(button('This is still it'));
  expect(onConfirm).toHaveBeenCalledOnce();
});

test('a confirmed change is told, and asks for nothing more', async () => {
  const { root } = show({ drift: drifts.confirmed });
  await userEvent.click(button('Show then and now'));
  expect([...root.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['Hide']);
});

test('what only may be the passage is asked about, with both texts in sight', async () => {
  const { onConfirm, onRefuse, root } = show({ drift: drifts.perhaps });
  expect(root.querySelector('.diff')).not.toBeNull();
  await userEvent.click(button('Yes, this is it'));
  expect(onConfirm).toHaveBeenCalledOnce();
  await userEvent.click(button('No'));
  expect(onRefuse).toHaveBeenCalledOnce();
});

test('what is gone says when that was seen, shows where it stood, and can be attached to a selection', async () => {
  const { onAttach, root } = show({ drift: drifts.gone });
  expect(root.textContent).toContain('No longer in the page(checked 3 days ago)');
  await userEvent.click(button('Show where it stood'));
  expect(root.textContent).toContain('Virtual tables › Results');
  expect(root.querySelector('mark')?.textContent).toBe(drifts.gone.clipped);
  await userEvent.click(button('Attach here'));
  expect(onAttach).toHaveBeenCalledOnce();
});

test('without its page in front there is nothing to attach to', () => {
  const { root } = show({ drift: drifts.gone, onAttach: undefined });
  expect(root.textContent).toContain('Open its page to attach it again.');
});

test('of what another shared it is told, and nothing is asked', () => {
  const { root } = show({ drift: drifts.perhaps, isOwn: false });
  expect([...root.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['Hide']);
});
