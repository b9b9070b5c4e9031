/** What Whence says inside a web page. Kept apart from the rest: every page that is open loads it. */
export const page = {
  clip: 'Clip with why',
  notOnThisSite: 'No button on this site',
  composer: 'Whence: clip with why',
  dismiss: 'Dismiss',
  passageMissing: 'This passage is not in the page as it is now. Your clip still holds its text and your why.',
  regionHint: 'Drag over what to clip · Arrows move, Shift+Arrows size, Enter takes it · Esc cancels',
  noVideo: 'There is no video in this page that Whence can see.',
  noAnswer: 'Whence did not answer, and nothing was clipped. Try again; if it stays silent, reload this page.',
  card: 'Whence: a clip of this page',
  noCard: 'This page lets nothing be shown in it. The clip is in Whence’s popup and library.',
  nothingMarked: 'Nothing is clipped on this page, or its passages are no longer in it.',
  noWhy: 'No why yet.',
  by: (name: string) => `by ${name}`,
  perhapsHere: 'Perhaps here',
  ruledOut: 'Ruled out',
  position: (at: number, of: number) => `${at} of ${of} · Enter opens it`,
} as const;
