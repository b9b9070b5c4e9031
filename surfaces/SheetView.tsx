import type { Audience } from '../components/audience.ts';
import type { Settings } from '../domain/settings.ts';
import type { AppModel, Sheet } from './appModel.ts';
import { AskSheet } from './AskSheet.tsx';
import { ComposerSurface } from './ComposerSurface.tsx';
import { CreateSheet } from './CreateSheet.tsx';
import { InviteSheet } from './InviteSheet.tsx';
import { JoinSheet } from './JoinSheet.tsx';
import { ShareSheet } from './ShareSheet.tsx';

export interface SheetViewProps {
  readonly sheet: Sheet;
  readonly model: AppModel;
  readonly audiences: readonly Audience[];
  readonly settings: Settings | undefined;
}

/** What stands in the place of the lists while one thing is done. */
export function SheetView({ sheet, model, audiences, settings }: SheetViewProps) {
  const close = (): void => {
    model.sheet.value = undefined;
  };
  const toCommunity = (): void => model.show('community');
  switch (sheet.at) {
    case 'share': {
      const card = model.cardOf(sheet.clipId);
      return card?.kind === 'clip' ? (
        <ShareSheet clip={card.clip} decision={card.decision} audiences={audiences} communityId={sheet.communityId} onDone={close} />
      ) : null;
    }
    case 'join':
      return <JoinSheet link={sheet.link} memberName={settings?.memberName ?? ''} onJoined={toCommunity} onCancel={close} />;
    case 'create':
      return <CreateSheet memberName={settings?.memberName ?? ''} onCreated={toCommunity} onCancel={close} />;
    case 'invite':
      return <InviteSheet communityId={sheet.communityId} onDone={close} />;
    case 'ask': {
      const audience = audiences.find(({ communityId }) => communityId === sheet.communityId);
      return audience ? <AskSheet audience={audience} query={model.query.value} onAsked={toCommunity} onCancel={close} /> : null;
    }
    case 'compose':
      return <ComposerSurface draftId={sheet.draftId} isPasting={sheet.isPasting} onClose={close} />;
  }
}
