import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Card } from '../../finding/cards.ts';
import type { Suggestion } from '../../finding/suggestion.ts';
import { RelatedBox } from '../../surfaces/RelatedBox.tsx';
import { mount, press } from '../components/mount.ts';

const decision = { id: 'd', question: 'Grid or flexbox?', status: 'open', createdAt: 1, updatedAt: 1 } as const;
const card: Card = { kind: 'decision', id: 'd', decision, evidence: 0, drifts: [] };
const post: Suggestion = { kind: 'post', id: 'community/p', reason: 'grid for two dimensions', matches: [], source: 'Guild' };

it('what is like a card opens by its kind and the whole id of its card', async () => {
  const onOpen = vi.fn();
  mount(<RelatedBox card={card} related={() => Promise.resolve([post])} onOpen={onOpen} />);
  const entry = page.getByRole('button', { name: /grid for two dimensions/ });
  await expect.element(entry).toBeVisible();
  press(entry.element());
  expect(onOpen.mock.lastCall?.[0]).toMatchObject({ kind: 'post', id: 'community/p' });
});

it('when it can’t be read, that is said', async () => {
  mount(<RelatedBox card={card} related={() => Promise.reject(new Error('closed'))} onOpen={vi.fn()} />);
  await expect.element(page.getByText(/could not be read/)).toBeVisible();
});
