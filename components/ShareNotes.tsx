import { tell, words } from '../locales/index.ts';
import { Button } from './Button.tsx';
import { useCardTabIndex } from './CardFrame.tsx';
import type { ShareNote } from './cardView.ts';
import { Icon, type IconName } from './Icon.tsx';
import './styles/ShareNotes.css';

const ICONS: Readonly<Record<ShareNote['state'], IconName>> = { sent: 'people', waiting: 'waiting', refused: 'failure' };

const say = ({ communityName, state, failure }: ShareNote): string => {
  if (state === 'sent') return words.share.sharedWith(communityName);
  if (state === 'waiting') return words.share.waitingFor(communityName);
  return words.share.refusedBy(communityName, failure ? tell(failure).sentence : '');
};

/** Where each share of a clip stands, with what was said of it there; nothing when it was never shared. */
export function ShareNotes({ shares }: { readonly shares: readonly ShareNote[] }) {
  const tabIndex = useCardTabIndex();
  return (
    <ul class="share-notes">
      {shares.map((share) => (
        <li key={`${share.communityName} ${share.state}`} class={`share-note share-note-${share.state}`}>
          <Icon name={ICONS[share.state]} />
          <span>{say(share)}</span>
          {share.onThread && share.replies ? (
            <Button look="quiet" icon="reply" expanded={Boolean(share.thread)} tabIndex={tabIndex} onClick={share.onThread}>
              {words.feed.replies(share.replies)}
            </Button>
          ) : null}
          {share.thread && <div class="share-thread">{share.thread}</div>}
        </li>
      ))}
    </ul>
  );
}
