/** Where Whence can't read a page's words, or can't stay in it. */
export const unread = {
  title: 'Whence can’t read the words of this page.',
  detail: 'Copy what matters and paste it here, or keep the page with your why alone.',
  use: 'Use what I copied',
  note: 'Write a note',
  copied: 'What you copied',
  copiedHint: 'Paste it here',
  take: 'Clip it',
  browserPage: 'A page of the browser',
  pdf: 'This is a PDF',
  pdfDetail:
    'In the browser’s own viewer a selected passage can be clipped by the context menu, without its place. In Whence’s view it is marked and found again.',
  openPdf: 'Open in Whence’s PDF view',
  withoutPosition: 'Without a position',
  withoutPositionHint: 'It can’t be marked in its page',
  restless: 'This page keeps taking the focus.',
  restlessDetail: 'What you typed is safe. In a window of its own nothing gets between you and your why.',
  toWindow: 'Continue in a window',
};
