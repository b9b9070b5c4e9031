import { formatNumber } from '../format.ts';

/** What the view of PDFs says. */
export const pdf = {
  title: 'PDF',
  page: (number: number) => `Page ${formatNumber(number)}`,
  pageField: 'Page',
  ofPages: (pages: number) => `of ${formatNumber(pages)}`,
  previous: 'Previous page',
  next: 'Next page',
  smaller: 'Smaller',
  larger: 'Larger',
  zoom: (percent: number) => `${formatNumber(percent)} %`,
  width: 'As wide as the window',
  clip: 'Clip with why',
  toolbar: 'This PDF',
  browserView: 'Open in the browser’s own viewer',
  choose: 'Open a PDF from this device',
  chooseThis: 'Choose the file',
  opening: 'Opening the PDF…',
  openingShare: (percent: number) => `Opening the PDF… ${formatNumber(percent)} %`,
  noText: 'This PDF holds pictures of its text, so nothing in it can be selected.',
  noTextNext: 'You can still clip it as a whole, with your why.',
  start: 'Clip passages of a PDF',
  startHint: 'Choose a PDF, or drop one here. It is read on this device and goes nowhere.',
  onDevice: (name: string) => `${name} is a file on your device`,
  onDeviceNext: 'The browser lets no extension open it by its address. Choose it once more, and your marks are in it again.',
  allow: (site: string) => `Allow on ${site}`,
} as const;
