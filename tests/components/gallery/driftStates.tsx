import type { ComponentChildren } from 'preact';
import { CardList } from '../../../components/CardList.tsx';
import { ClipCard } from '../../../components/ClipCard.tsx';
import { DriftNotice, type DriftNoticeProps } from '../../../components/DriftNotice.tsx';
import { StoredContext } from '../../../components/StoredContext.tsx';
import { TrailField } from '../../../components/TrailField.tsx';
import { WordDiff } from '../../../components/WordDiff.tsx';
import type { Drift } from '../../../domain/drift.ts';
import { clip, DAY, NOW, QUOTE, view } from './content.ts';

const nothing = (): void => undefined;

const CHANGED = QUOTE.replace('1.9 s to 140 ms', '2.4 s to 90 ms').replace(
  'broke the find-in-page that our support team lives by',
  'broke find-in-page',
);
const REPLACED = 'This measurement was withdrawn: see the new note on tables.';

export const drifts: Readonly<Record<'changed' | 'confirmed' | 'perhaps' | 'gone', Drift>> = {
  changed: { part: 0, at: 'changed', clipped: QUOTE, now: CHANGED, isConfirmed: false, seenAt: NOW },
  confirmed: { part: 0, at: 'changed', clipped: QUOTE, now: CHANGED, isConfirmed: true, seenAt: NOW },
  perhaps: { part: 0, at: 'perhaps', clipped: QUOTE, now: CHANGED.slice(0, 180), isConfirmed: false, seenAt: NOW },
  gone: { part: 0, at: 'gone', clipped: QUOTE, isConfirmed: false, seenAt: NOW - 3 * DAY },
};

const notice: Omit<DriftNoticeProps, 'drift'> = {
  context: clip.context,
  language: 'en',
  now: NOW,
  isOwn: true,
  onConfirm: nothing,
  onRefuse: nothing,
  onAttach: nothing,
};

const card = (drift: Drift) => (
  <ClipCard
    view={view}
    createdAt={clip.createdAt}
    now={NOW}
    shares={[]}
    tagSuggestions={[]}
    decisionSuggestions={[]}
    drift={<DriftNotice {...notice} drift={drift} />}
    onOpen={nothing}
    onEdit={async () => true}
    onRemove={nothing}
  />
);

export const driftStates: readonly { readonly name: string; readonly show: () => ComponentChildren }[] = [
  { name: 'DriftNotice, changed', show: () => <DriftNotice {...notice} drift={drifts.changed} /> },
  { name: 'DriftNotice, perhaps', show: () => <DriftNotice {...notice} drift={drifts.perhaps} /> },
  { name: 'DriftNotice, gone', show: () => <DriftNotice {...notice} drift={drifts.gone} /> },
  { name: 'DriftNotice, gone, its page not in front', show: () => <DriftNotice {...notice} drift={drifts.gone} onAttach={undefined} /> },
  { name: 'DriftNotice, shared by another', show: () => <DriftNotice {...notice} drift={drifts.changed} isOwn={false} /> },
  {
    name: 'CardList, in groups',
    show: () => (
      <CardList
        label="This page"
        items={Object.keys(drifts) as (keyof typeof drifts)[]} // the keys of a literal
        keyOf={(at) => at}
        headingOf={(at) => (at === 'perhaps' ? 'Perhaps changed' : at === 'gone' ? 'No longer in the page' : undefined)}
        render={(at) => card(drifts[at])}
      />
    ),
  },
  { name: 'WordDiff', show: () => <WordDiff before={QUOTE} now={CHANGED} language="en" /> },
  { name: 'WordDiff, all is new', show: () => <WordDiff before={QUOTE} now={REPLACED} language="en" /> },
  {
    name: 'WordDiff, from right to left',
    show: () => <WordDiff before="نحن نقص العشب في يونيو." now="نحن نقص العشب في يوليو." language="ar" />,
  },
  { name: 'StoredContext', show: () => <StoredContext quote={QUOTE} context={clip.context} language="en" /> },
  {
    name: 'TrailField',
    show: () => (
      <TrailField
        trail={{
          query: 'virtual table performance',
          pages: [
            { address: 'https://forum.example/t/tables', title: 'Which table for 40,000 rows? A long title of a thread that goes on' },
            { address: 'https://fieldnotes.example/', title: 'Field notes' },
          ],
          clips: [{ id: clip.id, why: 'Rules out the grid that draws every row, and says by how much', title: 'Grids compared' }],
        }}
        onTrail={nothing}
      />
    ),
  },
];
