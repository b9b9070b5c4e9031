import type { ComponentChildren } from 'preact';
import { Button } from '../../../components/Button.tsx';
import { CardList } from '../../../components/CardList.tsx';
import { ClipCard, type ClipCardProps } from '../../../components/ClipCard.tsx';
import { CommunityHeader } from '../../../components/CommunityHeader.tsx';
import { Composer, type ComposerProps } from '../../../components/Composer.tsx';
import { CreateCommunityForm } from '../../../components/CreateCommunityForm.tsx';
import { DraftList } from '../../../components/DraftList.tsx';
import { EditClip } from '../../../components/EditClip.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { FeedItem, type FeedItemProps } from '../../../components/FeedItem.tsx';
import type { MatchRange } from '../../../components/Highlight.tsx';
import { InviteMade } from '../../../components/InviteMade.tsx';
import { JoinForm } from '../../../components/JoinForm.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { OutboxStrip } from '../../../components/OutboxStrip.tsx';
import { ProgressBar } from '../../../components/ProgressBar.tsx';
import { SearchBox } from '../../../components/SearchBox.tsx';
import { SettingsForm } from '../../../components/SettingsForm.tsx';
import { SharePreview } from '../../../components/SharePreview.tsx';
import { Tabs } from '../../../components/Tabs.tsx';
import { UnreadNotice } from '../../../components/UnreadNotice.tsx';
import { Thread } from '../../../components/Thread.tsx';
import { Toast } from '../../../components/Toast.tsx';
import { EMPTY_FIELDS } from '../../../domain/draft.ts';
import { words } from '../../../locales/index.ts';
import { driftStates } from './driftStates.tsx';
import { audiences, body, clip, DAY, id, MINUTE, NOW, post, QUOTE, view, WHY } from './content.ts';
import { mediaStates } from './mediaStates.tsx';
import { searchStates } from './searchStates.tsx';

const nothing = (): void => undefined;
/** Where a piece of a text stands. */
const marked = (text: string, piece: string): MatchRange => [text.indexOf(piece), text.indexOf(piece) + piece.length];
const kept = async (): Promise<boolean> => true;

export const composer: ComposerProps = {
  state: { kind: 'passage', title: view.title, quote: QUOTE, site: view.site },
  fields: EMPTY_FIELDS,
  audiences,
  tagSuggestions: ['performance', 'grid', 'process', 'policy', 'accessibility'],
  decisionSuggestions: ['Which grid do we build the audit log on?', 'Do we drop Safari 16?', 'Where do the design tokens live?'],
  clipsHere: 0,
  saving: false,
  onFields: nothing,
  onKeep: nothing,
  onClose: nothing,
  onCopyWhy: nothing,
};

export const card: ClipCardProps = {
  view,
  createdAt: clip.createdAt,
  now: NOW,
  shares: [],
  tagSuggestions: [],
  decisionSuggestions: [],
  onOpen: nothing,
  onCopyLink: async () => undefined,
  onEdit: kept,
  onShare: nothing,
  onRemove: nothing,
};

export const feedItem: FeedItemProps = {
  post,
  authorName: 'Ines Carvalho',
  communityName: 'Front-end guild',
  memberId: id(6),
  replies: 2,
  now: NOW,
  mayPost: true,
  onReact: nothing,
  onThread: nothing,
  onOpen: nothing,
  onCopyLink: async () => undefined,
};

const thread = (
  <Thread
    replies={[
      {
        id: id(20),
        authorName: 'Tomasz Wilk',
        text: 'Same numbers here, on a slower machine. What did find-in-page do for you?',
        createdAt: NOW - 40 * MINUTE,
        isOwn: false,
        state: 'sent',
      },
      {
        id: id(21),
        authorName: 'You',
        text: 'It only finds rows in view. We put a search field above the grid.',
        createdAt: NOW - MINUTE,
        isOwn: true,
        state: 'waiting',
      },
    ]}
    now={NOW}
    communityName="Front-end guild"
    members={4}
    mayPost
    draft=""
    busy={false}
    onDraft={nothing}
    onSend={nothing}
    onRemove={nothing}
  />
);

const cards: readonly ClipCardProps[] = [
  { ...card, shares: [{ communityName: 'Front-end guild', state: 'sent' }] },
  {
    ...card,

    view: {
      why: 'Their rollback took four minutes. Ours takes an hour: the reason to keep the old schema readable for one release.',
      quote: 'We were back on the old version four minutes after the first alert.',
      tags: [],
      title: 'Post-mortem of the March outage',
      site: 'status.example',
    },
    createdAt: NOW - 9 * DAY,
    shares: [{ communityName: 'Architecture board', state: 'refused', failure: { code: 'role-too-low' } }],
  },
  {
    ...card,
    view: {
      why: '',
      quote: 'Nobody reads a changelog; everybody reads the error message.',
      tags: ['writing'],
      title: 'Error messages are documentation',
      site: 'smallwords.example',
    },
    createdAt: NOW - 200 * DAY,
  },
  {
    ...card,
    view: {
      why: 'The checklist that new people should get on their first day.',
      tags: [],
      title: 'Onboarding, week one',
      site: 'handbook.example',
    },
    createdAt: NOW - 2 * DAY,
    shares: [{ communityName: 'Front-end guild', state: 'waiting' }],
  },
];

/** One component in one state. */
export interface State {
  readonly name: string;
  readonly show: () => ComponentChildren;
}

export const states: readonly State[] = [
  { name: 'Composer, new', show: () => <Composer {...composer} /> },
  {
    name: 'Composer, filled',
    show: () => (
      <Composer
        {...composer}
        clipsHere={2}
        fields={{
          why: WHY,
          tags: 'performance, gr',
          decision: 'Which grid do we build the audit log on?',
          stance: 'supports',
          shareTo: id(4),
        }}
      />
    ),
  },
  {
    name: 'Composer, failed',
    show: () => (
      <Composer
        {...composer}
        state={{ kind: 'page', title: view.title, site: view.site }}
        hasPosition={false}
        fields={{ ...EMPTY_FIELDS, why: WHY }}
        failure={{ code: 'quota-exceeded' }}
      />
    ),
  },
  { name: 'Toast', show: () => <Toast message={words.kept} onUndo={nothing} onReview={nothing} onClose={nothing} /> },
  { name: 'Toast, failed', show: () => <Toast message="" failure={{ code: 'background-gone' }} onClose={nothing} /> },
  {
    name: 'Popup',
    show: () => (
      <>
        <div style={{ padding: '10px 10px 2px' }}>
          <SearchBox id="gallery-search" value="" listId="gallery-list" onInput={nothing} />
        </div>
        <Tabs
          label={words.views.label}
          tabs={[
            { key: 'page', label: words.views.page, count: 1 },
            { key: 'mine', label: words.views.mine, count: 1248 },
            { key: 'community', label: words.views.community, news: words.views.news(3) },
          ]}
          chosen="mine"
          onChoose={nothing}
        >
          <CardList
            id="gallery-list"
            label={words.views.mine}
            items={cards}
            keyOf={(one) => one.view.title}
            render={(one) => <ClipCard {...one} />}
            searchId="gallery-search"
          />
        </Tabs>
      </>
    ),
  },
  {
    name: 'ClipCard, found',
    show: () => (
      <ClipCard
        {...card}
        matches={{
          why: [marked(WHY, 'draws every row')],
          quote: [marked(QUOTE, 'Row virtualisation'), marked(QUOTE, 'rows')],
          title: [marked(view.title, 'virtualising')],
        }}
      />
    ),
  },
  {
    name: 'ClipCard, found in the text around',
    show: () => (
      <ClipCard
        {...card}
        view={{ ...view, quote: 'We left it off.', paragraph: QUOTE }}
        matches={{ paragraph: [marked(QUOTE, 'find-in-page')] }}
      />
    ),
  },
  {
    name: 'EditClip',
    show: () => (
      <EditClip
        initial={{ why: WHY, tags: view.tags, decision: '', stance: 'informs' }}
        tagSuggestions={[]}
        decisionSuggestions={[]}
        onSave={kept}
        onClose={nothing}
      />
    ),
  },
  {
    name: 'FeedItem with thread',
    show: () => (
      <FeedItem {...feedItem} isThreadOpen>
        {thread}
      </FeedItem>
    ),
  },
  {
    name: 'FeedItem, note of a reader',
    show: () => (
      <FeedItem
        {...feedItem}
        post={{ ...post, body: { kind: 'note', text: 'Does anybody know why we pinned the compiler in spring?' } }}
        mayPost={false}
        replies={0}
        memberId={id(99)}
        onOpen={undefined}
      />
    ),
  },
  {
    name: 'CommunityHeader',
    show: () => (
      <CommunityHeader
        community={{
          name: 'Front-end guild',
          purpose: 'What we learn about building interfaces that last, and why we chose what we chose.',
        }}
        members={4}
        live="live"
        onInvite={nothing}
        onLeave={nothing}
      />
    ),
  },
  {
    name: 'CommunityHeader, revoked',
    show: () => (
      <CommunityHeader
        community={{ name: 'Architecture board', purpose: '', revoked: true }}
        members={9}
        live="offline"
        onLeave={nothing}
      />
    ),
  },
  {
    name: 'OutboxStrip',
    show: () => (
      <OutboxStrip
        waiting={1}
        failure={{ code: 'server-unreachable', detail: { host: 'whence.example' } }}
        nextAttemptAt={NOW + 20_000}
        now={NOW}
        refused={[{ id: id(30), communityName: 'Architecture board', text: WHY, failure: { code: 'role-too-low' } }]}
        onSendNow={nothing}
        onDiscard={nothing}
        onCopy={nothing}
      />
    ),
  },
  {
    name: 'SharePreview',
    show: () => (
      <SharePreview
        clip={clip}
        body={body}
        droppedFromAddress={['utm_source', 'token']}
        choice={{ paragraph: true, tags: true, decision: true }}
        audiences={audiences}
        communityId={id(4)}
        busy={false}
        onChoice={nothing}
        onCommunity={nothing}
        onConfirm={nothing}
        onCancel={nothing}
      />
    ),
  },
  {
    name: 'SharePreview, parts left out',
    show: () => {
      const { decision: _, paragraph: __, ...rest } = body;
      return (
        <SharePreview
          clip={clip}
          body={{ ...rest, tags: [], why: '' }}
          droppedFromAddress={[]}
          choice={{ paragraph: false, tags: false, decision: false }}
          audiences={audiences.slice(0, 1)}
          communityId={id(4)}
          busy
          failure={{ code: 'server-unreachable', detail: { host: 'whence.example' } }}
          onChoice={nothing}
          onCommunity={nothing}
          onConfirm={nothing}
          onCancel={nothing}
        />
      );
    },
  },
  {
    name: 'JoinForm',
    show: () => (
      <JoinForm
        link="https://mail.example/not-an-invite"
        memberName=""
        busy={false}
        failure={{ code: 'invite-not-a-link' }}
        onLink={nothing}
        onName={nothing}
        onLook={nothing}
        onJoin={nothing}
        onCancel={nothing}
      />
    ),
  },
  {
    name: 'JoinForm, looked at',
    show: () => (
      <JoinForm
        link="https://whence.example/join/01890a5d-ac96-774b-bcce-b302099a0004#dGhpcyBpcyBub3QgYSBzZWNyZXQgYXQgYWxsISEhISE"
        memberName="Ines"
        look={{
          community: { id: id(4), name: 'Front-end guild', purpose: 'What we learn about building interfaces that last.', createdAt: NOW },
          members: 4,
          role: 'member',
          invitedBy: 'Tomasz Wilk',
        }}
        busy={false}
        onLink={nothing}
        onName={nothing}
        onLook={nothing}
        onJoin={nothing}
        onCancel={nothing}
      />
    ),
  },
  {
    name: 'CreateCommunityForm',
    show: () => (
      <CreateCommunityForm
        fields={{ server: '', creationKey: '', name: '', purpose: '', memberName: 'Ines' }}
        busy={false}
        onFields={nothing}
        onCreate={nothing}
        onCancel={nothing}
      />
    ),
  },
  {
    name: 'InviteMade',
    show: () => (
      <InviteMade
        invite={{
          link: 'https://whence.example/join/01890a5d-ac96-774b-bcce-b302099a0004#dGhpcyBpcyBub3QgYSBzZWNyZXQgYXQgYWxsISEhISE',
          uses: 25,
          expiresAt: NOW + 14 * DAY,
        }}
        isCopied={false}
        onCopy={nothing}
        onDone={nothing}
      />
    ),
  },
  {
    name: 'DraftList',
    show: () => (
      <DraftList
        drafts={[
          {
            id: id(40),
            pageKey: '',
            capture: clip,
            fields: { ...EMPTY_FIELDS, why: 'This is the number we were missing in' },
            createdAt: NOW,
            updatedAt: NOW - 5 * MINUTE,
          },
          { id: id(41), pageKey: '', capture: clip, fields: { ...EMPTY_FIELDS, tags: 'css' }, createdAt: NOW, updatedAt: NOW - 2 * DAY },
        ]}
        now={NOW}
        onContinue={nothing}
        onDiscard={nothing}
      />
    ),
  },
  {
    name: 'EmptyState',
    show: () => (
      <EmptyState icon="people" sentence={words.empty.community} hint={words.empty.communityHint}>
        <Button look="primary" onClick={nothing}>
          {words.empty.join}
        </Button>
        <Button onClick={nothing}>{words.empty.create}</Button>
      </EmptyState>
    ),
  },
  {
    name: 'Notice',
    show: () => (
      <>
        <Notice kind="info" title="This page forbids marks in its text." onDismiss={nothing} />
        <Notice kind="warning" title="The browser may clear the library when the disk runs full." detail="Ask it to keep the library." />
      </>
    ),
  },
  ...driftStates,
  ...mediaStates(composer, card),
  ...searchStates(composer, card, feedItem),
  {
    name: 'UnreadNotice',
    show: () => (
      <>
        <UnreadNotice onQuote={nothing} onOpenPdf={nothing} />
        <UnreadNotice onQuote={nothing} onRegion={nothing} />
        <UnreadNotice isPasting onQuote={nothing} />
      </>
    ),
  },
  { name: 'ProgressBar', show: () => <ProgressBar label={words.loading} /> },
  {
    name: 'SettingsForm',
    show: () => (
      <SettingsForm
        settings={{ button: true, buttonOffSites: ['mail.example', 'docs.example'], highlights: true, trail: false }}
        hasAccess={false}
        storage={{ persisted: false, usage: 12_345_678, quota: 64_000_000_000 }}
        onSettings={nothing}
        onAccess={nothing}
        onPersist={nothing}
      />
    ),
  },
];
