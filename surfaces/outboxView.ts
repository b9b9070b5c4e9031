import type { OutboxStripProps } from '../components/OutboxStrip.tsx';
import type { Membership } from '../domain/community.ts';
import type { OutboxItem } from '../domain/outbox.ts';

/** A person's own words in an item, to recognise and to copy. */
const wordsOf = ({ mutation }: OutboxItem): string => {
  if (mutation.type !== 'post') return '';
  return mutation.body.kind === 'note' ? mutation.body.text : mutation.body.why || mutation.body.quote || mutation.body.title;
};

/** The outbox as its strip shows it: how much waits and since when it fails, and each refusal with its words. */
export function outboxView(
  items: readonly OutboxItem[],
  memberships: readonly Membership[],
): Pick<OutboxStripProps, 'waiting' | 'failure' | 'nextAttemptAt' | 'refused'> {
  const names = new Map(memberships.map(({ id, name }) => [id, name]));
  const waiting = items.filter(({ state }) => state === 'waiting');
  const failing = waiting.find(({ failure }) => failure);
  return {
    waiting: waiting.length,
    failure: failing?.failure,
    nextAttemptAt: failing?.nextAttemptAt,
    refused: items
      .filter(({ state }) => state === 'refused')
      .map((item) => ({ id: item.id, communityName: names.get(item.communityId) ?? '', text: wordsOf(item), failure: item.failure })),
  };
}
