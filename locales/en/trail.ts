import { formatNumber } from '../format.ts';

const counted = (count: number, thing: string): readonly string[] =>
  count > 0 ? [`${formatNumber(count)} ${count === 1 ? thing : `${thing}s`}`] : [];

/** What Whence says of how one came to a page. */
export const trail = {
  label: 'How you came here',
  /** `query`: what was searched for, or empty. */
  summary: (query: string, pages: number, clips: number) =>
    [...(query ? [`“${query}”`] : []), ...counted(pages, 'page'), ...counted(clips, 'clip')].join(' · '),
  searched: 'Searched for',
  removeQuery: 'Leave out what you searched for',
  removePage: (title: string) => `Leave out ${title}`,
  clipped: 'Clipped just before:',
  removeClip: (why: string) => `Leave out that you clipped “${why}”`,
  leaveOut: 'Leave all of it out',
  setting: 'Note how I came to a page',
  settingHint:
    'A clip can then say what you had searched for, which pages led you there and what you had clipped just before. Pages are noted in this browser’s memory only, on pages opened to Whence, for a day at most; never in private windows, never shared. You see it before you keep it, and can take out what you like.',
} as const;
