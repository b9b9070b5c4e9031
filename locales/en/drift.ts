/** What Whence says of passages that are no longer as they were clipped. */
export const drift = {
  changed: 'Changed since you clipped it',
  changedShared: 'Changed since it was clipped',
  confirmed: 'Changed since you clipped it, as you confirmed',
  perhaps: 'Perhaps changed',
  perhapsAsk: 'Is this still the passage?',
  gone: 'No longer in the page',
  /** `when`: yesterday, 23 Nov */
  looked: (when: string) => `checked ${when}`,
  show: 'Show then and now',
  hide: 'Hide',
  before: 'Then',
  now: 'Now',
  went: 'went:',
  came: 'came:',
  stillIt: 'This is still it',
  confirm: 'Yes, this is it',
  refuse: 'No',
  showContext: 'Show where it stood',
  attach: 'Attach here',
  attachHint: 'Select the passage in the page, then:',
  attachElsewhere: 'Open its page to attach it again.',
  part: (number: string) => `Passage ${number}`,
  groups: { perhaps: 'Perhaps changed', gone: 'No longer in the page' },
  done: {
    confirmed: 'Confirmed: it is found there from now on',
    refused: 'It is listed as no longer in the page',
    attached: 'Attached to what you selected',
  },
} as const;

/** The card of a clip in its page. */
export const cardFrame = {
  label: 'What was kept here',
  close: 'Close',
  openLibrary: 'Open in the library',
  gone: 'This is no longer here',
  goneHint: 'It was deleted, or it belongs to another page.',
  backToCard: 'Back to the card before',
  backToFound: 'Back to what was found',
  backToView: (view: string) => `Back to “${view}”`,
  sharedBy: (name: string, community: string) => `${name} in ${community}`,
} as const;
