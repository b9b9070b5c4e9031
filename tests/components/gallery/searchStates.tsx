import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { AskForm } from '../../../components/AskForm.tsx';
import { CardList } from '../../../components/CardList.tsx';
import { ClipCard, type ClipCardProps } from '../../../components/ClipCard.tsx';
import { Composer, type ComposerProps } from '../../../components/Composer.tsx';
import { DecisionCard, type DecisionCardProps } from '../../../components/DecisionCard.tsx';
import type { Facet } from '../../../components/FacetGroup.tsx';
import { FacetList } from '../../../components/FacetList.tsx';
import { FeedItem, type FeedItemProps } from '../../../components/FeedItem.tsx';
import type { MatchRange } from '../../../components/Highlight.tsx';
import { NothingFound } from '../../../components/NothingFound.tsx';
import { QueryChips } from '../../../components/QueryChips.tsx';
import { RelatedList, type RelatedEntry } from '../../../components/RelatedList.tsx';
import { SavedSearches } from '../../../components/SavedSearches.tsx';
import { SaveSearch } from '../../../components/SaveSearch.tsx';
import { SearchBox, type SearchBoxProps } from '../../../components/SearchBox.tsx';
import type { SavedSearch } from '../../../components/searchRows.ts';
import { words } from '../../../locales/index.ts';
import { completions } from '../../../search/query/index.ts';
import { DAY, NOW, QUOTE, view, WHY } from './content.ts';

const nothing = (): void => undefined;
const LONG_QUERY = 'tag:performance -site:forum.example "first paint" (grid OR table) after:"last month"';

export const saved: readonly SavedSearch[] = [
  { query: 'is:missing-why', count: 14 },
  { query: LONG_QUERY, count: 3 },
  { query: 'in:guild is:unanswered', count: undefined },
];

const known = {
  site: [
    'fieldnotes.example',
    'status.example',
    'handbook.example',
    'smallwords.example',
    'a-very-long-name-of-a-site.documentation.example',
  ],
  tags: ['performance', 'process', 'policy', 'grid', 'css', 'css/grid', 'accessibility', 'machine learning', 'writing', 'people'],
};

/** A field whose list is there without anybody having asked. */
function Opened({ press, ...box }: SearchBoxProps & { readonly press: 'click' | 'input' }) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const input = frame.current?.querySelector('input');
    input?.dispatchEvent(new Event(press, { bubbles: true }));
    // once the list is there
    void Promise.resolve().then(() => input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })));
  }, []);
  return (
    <div ref={frame} style={{ height: '330px', padding: '12px' }}>
      <SearchBox {...box} />
    </div>
  );
}

const box = (value: string): SearchBoxProps => ({
  id: `search-${value.length}`,
  value,
  completions: completions(value, value.length, known),
  saved,
  recent: ['first paint grid', 'why did we drop Safari 16', 'is:missing-why'],
  onInput: nothing,
  onComplete: nothing,
  onPick: nothing,
  onForget: nothing,
});

const value = (name: string, count: number | undefined, isChosen = false) => ({ value: name, count, isChosen });

export const facets: readonly Facet[] = [
  {
    name: 'site',
    values: [
      value('fieldnotes.example', 1284, true),
      value('a-very-long-name-of-a-site.documentation.example', 212),
      value('status.example', 96),
      value('smallwords.example', 0),
      value('old.example', 0, true),
    ],
  },
  { name: 'tag', values: Array.from({ length: 24 }, (_, index) => value(`topic ${index + 1}`, 240 - index * 10)) },
  { name: 'status', values: [value('accepted', 12), value('open', 3)] },
  { name: 'year', values: [] },
];

export const related: readonly RelatedEntry[] = [
  { id: 'one', line: 'Which grid do we build the audit log on, and who keeps it running afterwards?', source: 'Decision · Accepted' },
  { id: 'two', line: WHY, source: 'fieldnotes.example' },
  { id: 'three', line: 'The checklist that new people should get on their first day.', source: 'handbook.example' },
];

export const decision: DecisionCardProps = {
  question: 'Which grid do we build the audit log on?',
  status: 'accepted',
  evidence: 5,
  updatedAt: NOW - 40 * DAY,
  now: NOW,
  matches: [[6, 10]],
  onOpen: nothing,
};

const question = { communityName: 'Front-end guild', members: 12, onText: nothing, onSend: nothing, onCancel: nothing };

/** Where a piece of a text stands. */
const marked = (text: string, piece: string): MatchRange => [text.indexOf(piece), text.indexOf(piece) + piece.length];
const REPLIES = ['Thanks, that settles it for us.', 'We went for a virtual list in the end; the rows keep their height that way.'];
const SHORT = 'With 10,000 rows the grid’s first paint fell from 1.9 s to 140 ms on our reference laptop';

/** What a search shows; `composer`, `card` and `feedItem` are those of the other states. */
export const searchStates = (
  composer: ComposerProps,
  card: ClipCardProps,
  feedItem: FeedItemProps,
): readonly { readonly name: string; readonly show: () => ComponentChildren }[] => [
  { name: 'SearchBox, start', show: () => <Opened press="click" {...box('')} /> },
  { name: 'SearchBox, values of an operator', show: () => <Opened press="input" {...box('first paint tag:p')} /> },
  { name: 'SearchBox, dates', show: () => <Opened press="input" {...box('after:')} /> },
  {
    name: 'SavedSearches',
    show: () => <SavedSearches saved={saved} onPick={nothing} onForget={nothing} />,
  },
  {
    name: 'SaveSearch',
    show: () => (
      <>
        <QueryChips
          label={words.query.understood}
          chips={[{ label: 'tagged css', removeLabel: 'Take out: tagged css', without: '' }]}
          onQuery={nothing}
        />
        <p style={{ paddingInline: '16px' }}>
          12 results <SaveSearch isSaved={false} onSave={nothing} onForget={nothing} />
        </p>
        <p style={{ paddingInline: '16px' }}>
          12 results <SaveSearch isSaved onSave={nothing} onForget={nothing} />
        </p>
      </>
    ),
  },
  {
    name: 'NothingFound',
    show: () => (
      <NothingFound
        near={[
          { query: 'virtual grid', total: 12 },
          { query: 'virtualised grid', total: 1204 },
        ]}
        without={[
          { label: 'tag:css', query: 'vritual grid', total: 12 },
          { label: 'site:a-very-long-name-of-a-site.documentation.example', query: 'vritual tag:css', total: 1 },
        ]}
        communities={[{ id: 'one', name: 'Front-end guild' }]}
        onQuery={nothing}
        onAsk={nothing}
      />
    ),
  },
  {
    name: 'NothingFound, nothing like it',
    show: () => (
      <NothingFound
        near={[]}
        without={[]}
        communities={[
          { id: 'one', name: 'Front-end guild' },
          { id: 'two', name: 'Accessibility circle' },
        ]}
        onQuery={nothing}
        onAsk={nothing}
      />
    ),
  },
  { name: 'FacetList', show: () => <FacetList facets={facets} onToggle={nothing} /> },
  {
    name: 'FacetList, without counts',
    show: () => (
      <FacetList
        facets={[{ name: 'kind', values: [value('passage', undefined, true), value('decision', undefined)] }]}
        onToggle={nothing}
      />
    ),
  },
  {
    name: 'AskForm',
    show: () => <AskForm {...question} text="Which grid did you choose?" busy={false} />,
  },
  {
    name: 'AskForm, not sent',
    show: () => <AskForm {...question} text="Which grid did you choose?" busy={false} failure={{ code: 'background-gone' }} />,
  },
  {
    name: 'RelatedList',
    show: () => (
      <div style={{ padding: '12px' }}>
        <RelatedList entries={related} onOpen={nothing} />
      </div>
    ),
  },
  {
    name: 'Composer, with what was decided before',
    show: () => <Composer {...composer} fields={{ ...composer.fields, why: 'The audit log must not draw every row' }} related={related} />,
  },
  {
    name: 'DecisionCard',
    show: () => (
      <>
        <DecisionCard {...decision} />
        <DecisionCard {...decision} matches={undefined} question="Do we drop Safari 16?" status="open" evidence={0} />
        <DecisionCard {...decision} matches={undefined} question="Where do the design tokens live?" status="superseded" evidence={1} />
      </>
    ),
  },
  {
    name: 'ClipCard, found in its sentence',
    show: () => (
      <ClipCard
        {...card}
        view={{ ...view, quote: SHORT, paragraph: QUOTE }}
        matches={{ quote: [marked(SHORT, 'first paint')], why: [marked(WHY, 'audit log')] }}
      />
    ),
  },
  {
    name: 'FeedItem, found by a reply, a tag and its author',
    show: () => (
      <FeedItem
        {...feedItem}
        foundReplies={REPLIES}
        matches={{
          replies: [marked(REPLIES.join('\n'), 'virtual')],
          tags: [[0, 4]],
          author: [[0, 4]],
        }}
      />
    ),
  },
  {
    name: 'ClipCard, with what is like it',
    show: () => <ClipCard {...card} onRelated={nothing} related={<RelatedList entries={related} onOpen={nothing} />} />,
  },
  {
    name: 'CardList, several of one page',
    show: () => (
      <CardList
        label="Found"
        items={['one', 'two']}
        keyOf={(key) => key}
        moreOf={(key) => (key === 'one' ? ['three', 'four'] : [])}
        render={(key) => <ClipCard {...card} view={{ ...view, why: `${key}: ${WHY}` }} />}
      />
    ),
  },
];
