import { formatNumber } from '../format.ts';

const results = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'result' : 'results'}`;

/** What Whence says around the search field, and of what was found. */
export const search = {
  label: 'Search your clips and communities',
  hint: 'Search by why…',
  clear: 'Clear the search',
  found: (count: number) => (count === 0 ? 'Nothing found' : results(count)),

  offers: 'Ways to go on',
  recent: 'recent',
  saved: 'saved',
  forgetRecent: 'Forget this search (Delete)',
  save: 'Save this search',
  savedSearches: 'Saved searches',
  news: (count: number) => `${formatNumber(count)} new`,
  forgetSaved: (query: string) => `Forget: ${query}`,

  waiting: (count: number) => `The search is being put in order: ${formatNumber(count)} to go. What is newest is found already.`,

  nothing: 'Nothing found',
  nothingHint: 'Try fewer words, or a word from your why.',
  didYouMean: 'Did you mean',
  leftOut: 'Found when one thing is left out',
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
} as const;

/** Decisions, as cards among what was found. */
export const decision = {
  label: (question: string, status: string) => `Decision: ${question}, ${status}`,
  kind: 'Decision',
  open: 'Open this decision',
  status: { open: 'Open', proposed: 'Proposed', accepted: 'Accepted', rejected: 'Rejected', superseded: 'Superseded' },
  because: 'Because:',
  evidence: (clips: number) =>
    clips === 0 ? 'No clip leads to it yet' : clips === 1 ? '1 clip leads to it' : `${formatNumber(clips)} clips lead to it`,
} as const;

/** What is like something: beside a card, and while a why is written. */
export const related = {
  show: 'What is like this',
  none: 'Nothing like it is kept yet.',
  title: 'Related',
  whileWriting: 'You decided something like this',
  more: (count: number) => `${formatNumber(count)} more`,
  fewer: 'Fewer',
} as const;
