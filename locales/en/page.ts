/** What Whence says inside a web page. Kept apart from the rest: every page that is open loads it. */
export const page = {
  clip: 'Clip with why',
  notOnThisSite: 'No button on this site',
  composer: 'Whence: clip with why',
  dismiss: 'Dismiss',
  passageMissing: 'This passage is not in the page as it is now. Your clip still holds its text and your why.',
  noAnswer: 'Whence did not answer, and nothing was clipped. Try again; if it stays silent, reload this page.',
} as const;
