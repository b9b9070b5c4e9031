import type { Decision } from '../../domain/decision.ts';
import { formatNumber } from '../format.ts';

const results = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'result' : 'results'}`;

/** What Whence says around the search field, and of what was found. */
export const search = {
  label: 'Search your clips and communities',
  hint: 'Search by why…',
  clear: 'Clear the search',
  found: (count: number, isAtLeast: boolean) => (count === 0 ? 'Nothing found' : results(count) + (isAtLeast ? ' or more' : '')),

  offers: 'Suggestions',
  recent: 'recent',
  saved: 'saved',
  forgetRecent: 'Forget this search (Delete)',
  save: 'Save this search',
  savedSearches: 'Saved searches',
  forgetSaved: (query: string) => `Forget: ${query}`,

  waiting: (count: number) =>
    `Indexing ${formatNumber(count)} more ${count === 1 ? 'clip or post' : 'clips and posts'}. The newest can be found already.`,

  nothingHint: 'Try fewer words, or a word from your why.',
  didYouMean: 'Did you mean',
  leftOut: 'Found with fewer filters',
  without: (total: number, label: string) => `${formatNumber(total)} without ${label}`,
  withoutFilters: 'any filter',
  quoted: (label: string) => `“${label}”`,
  total: results,
  ask: (community: string) => `Ask ${community}`,
  askOne: 'Ask a community',

  samePage: (count: number) => `${formatNumber(count)} more from this page`,
  samePageList: 'From the same page',
} as const;

/** A question to a community. */
export const ask = { label: 'What do you want to know?', send: 'Ask' } as const;

/** Where a decision stands. */
const STATUS: Readonly<Record<Decision['status'], string>> = {
  open: 'Open',
  proposed: 'Proposed',
  accepted: 'Accepted',
  rejected: 'Rejected',
  superseded: 'Superseded',
};

/** The values of filters that come from closed lists. */
const VALUES: Readonly<Record<string, string>> = {
  'kind:passage': 'Passage',
  'kind:page': 'Page',
  'kind:image': 'Image',
  'kind:region': 'Region',
  'kind:link': 'Link',
  'kind:moment': 'Moment',
  'kind:clip': 'Clip',
  'kind:decision': 'Decision',
  'kind:question': 'Question',
  'kind:idea': 'Idea',
  'kind:note': 'Note',
  'kind:answer': 'Answer',
  ...Object.fromEntries(Object.entries(STATUS).map(([value, name]) => [`status:${value}`, name])),
};

/** What narrows a search down, beside the results. */
export const facets = {
  title: 'Filters',
  bar: (chosen: number) => (chosen > 0 ? `Filters (${formatNumber(chosen)})` : 'Filters'),
  names: {
    site: 'Site',
    tag: 'Tag',
    kind: 'Kind',
    status: 'Status',
    in: 'Community or initiative',
    year: 'Year',
  },
  chosen: (count: number) => `${formatNumber(count)} chosen`,
  more: (count: number) => `${formatNumber(count)} more`,
  fewer: 'Fewer',
  narrow: 'Narrow the list',
  none: 'None like this',
  /** A value as cards name it; what a person made up is named as they did. */
  value: (facet: string, value: string): string => VALUES[`${facet}:${value}`] ?? value,
} as const;

/** Decisions, as cards among what was found. */
export const decision = {
  label: (question: string, status: string) => `Decision: ${question}, ${status}`,
  kind: 'Decision',
  open: 'Open this decision',
  status: STATUS,
  evidence: (clips: number) =>
    clips === 0 ? 'No clip leads to it yet' : clips === 1 ? '1 clip leads to it' : `${formatNumber(clips)} clips lead to it`,
} as const;

/** What is like something: beside a card, and while a why is written. */
export const related = {
  show: 'Related',
  none: 'Nothing like it is kept yet.',
  failed: 'What is like it could not be read. Ask again in a moment.',
  title: 'Related',
  whileWriting: 'You decided something like this',
  /** Where an entry comes from; of a decision, where it stands. */
  source: ({ source, status: stands }: { readonly source: string; readonly status?: Decision['status'] | undefined }): string =>
    stands === undefined ? source : `${decision.kind} · ${decision.status[stands]}`,
  more: (count: number) => `${formatNumber(count)} more`,
  fewer: 'Fewer',
} as const;
