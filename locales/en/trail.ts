import { formatNumber } from '../format.ts';

/** What Whence says of how one came to a page. */
export const trail = {
  label: 'How you came here',
  /** `query`: what was searched for, or empty. */
  summary: (query: string, pages: number) =>
    [...(query ? [`“${query}”`] : []), ...(pages > 0 ? [`${formatNumber(pages)} ${pages === 1 ? 'page' : 'pages'}`] : [])].join(' · '),
  searched: 'Searched for',
  removeQuery: 'Leave out what you searched for',
  removePage: (title: string) => `Leave out ${title}`,
  leaveOut: 'Leave all of it out',
  setting: 'Note how I came to a page',
  settingHint:
    'A clip can then say what you had searched for and which pages led you there. Noted in this browser’s memory only, on pages opened to Whence, for a day at most; never in private windows, never shared. You see it before you keep it, and can take out what you like.',
} as const;
