import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DraftList } from '../../components/DraftList.tsx';
import type { Draft } from '../../domain/draft.ts';
import { EMPTY_FIELDS } from '../../domain/draft.ts';
import { clip, id, NOW } from './gallery/content.ts';
import { mount } from './mount.ts';

const draft: Draft = {
  id: id(40),
  pageKey: '',
  capture: clip,
  fields: { ...EMPTY_FIELDS, why: 'Half a reason' },
  createdAt: NOW,
  updatedAt: NOW,
};

test('an unfinished why is there to go on with, or to discard', async () => {
  const onContinue = vi.fn();
  const onDiscard = vi.fn();
  mount(<DraftList drafts={[draft]} now={NOW} onContinue={onContinue} onDiscard={onDiscard} />);
  await expect.element(page.getByText('Half a reason')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Continue' }));
  expect(onContinue).toHaveBeenCalledExactlyOnceWith(draft.id);
  await userEvent.click(page.getByRole('button', { name: 'Discard' }));
  expect(onDiscard).toHaveBeenCalledExactlyOnceWith(draft.id);
});

test('without drafts there is nothing', () => {
  expect(mount(<DraftList drafts={[]} now={NOW} onContinue={vi.fn()} onDiscard={vi.fn()} />).childElementCount).toBe(0);
});
