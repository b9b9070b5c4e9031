import { computed } from '@preact/signals';
import { render } from 'preact';
import { FailureNotice } from '../components/FailureNotice.tsx';
import '../components/styles/base.css';
import { openDatabase } from '../storage/open.ts';
import { databaseFailure } from '../storage/failures.ts';
import { audiencesOf } from './audiences.ts';
import { cardsInOrder } from '../finding/lists.ts';
import { liveSignal } from './live.ts';
import { liveLibrary } from './library.ts';
import { ShareSheet } from './ShareSheet.tsx';

export interface ShareWindow {
  readonly clipId: string;
  readonly communityId: string;
  readonly onDone: () => void;
}

/** The share window: the review of one clip's share, and nothing else. */
export async function mountShare(root: HTMLElement, { clipId, communityId, onDone }: ShareWindow): Promise<void> {
  const failed = (failure: Parameters<typeof FailureNotice>[0]['failure']): void =>
    render(<FailureNotice failure={failure} onDismiss={onDone} />, root);
  const opened = await openDatabase({ onOutdated: () => failed({ code: 'database-newer' }) });
  if (!opened.ok) {
    failed(opened.error);
    return;
  }
  const ending = new AbortController();
  addEventListener('pagehide', () => ending.abort(), { once: true });
  const onError = (error: unknown): void => failed(databaseFailure(error));
  const { library } = liveLibrary(opened.value, ending.signal, onError);
  const clips = liveSignal(() => cardsInOrder(opened.value, [{ kind: 'clip', id: clipId }], { own: true }), ending.signal, onError);
  const shown = computed(() => {
    if (!library.value || !clips.value) return undefined;
    const [card] = clips.value;
    return { audiences: audiencesOf(library.value), card: card?.kind === 'clip' ? card : undefined };
  });
  const Review = () => {
    if (!shown.value) return null;
    const { card, audiences } = shown.value;
    if (!card) return <FailureNotice failure={{ code: 'not-found' }} onDismiss={onDone} />;
    return <ShareSheet clip={card.clip} decision={card.decision} audiences={audiences} communityId={communityId} onDone={onDone} />;
  };
  render(<Review />, root);
}
