import type { Selector } from './selector.ts';

/** The extension's own view of a PDF, from its root. */
export const PDF_VIEW = '/pdf.html';

/** What a fragment in a PDF's address means: RFC 3778, section 3. */
const PDF_FRAGMENT = 'http://tools.ietf.org/rfc/rfc3778';

/** Whether an address names a PDF, as far as can be told by its path. */
export const isPdfAddress = (typed: string): boolean => /\.pdf$/i.test(URL.parse(typed)?.pathname ?? '');

/** The address of a PDF view for a PDF; `view` is the view's own. */
export const pdfViewAddress = (view: string, address: string): string => `${view}?${new URLSearchParams({ file: address }).toString()}`;

/** The PDF that a view's address names; absent when it names none, or what no view opens. */
export function pdfOfView(viewAddress: string): string | undefined {
  const file = URL.parse(URL.parse(viewAddress)?.searchParams.get('file') ?? '');
  return file && /^(?:https?|file):$/.test(file.protocol) ? file.href : undefined;
}

/** The address of what a tab shows: in our PDF view that of the PDF. `view` is the view's own address. */
export const shownAddress = (address: string, view: string): string =>
  address.startsWith(`${view}?`) ? (pdfOfView(address) ?? address) : address;

/**
 * How a PDF that was chosen from the device is known when one comes back to it: browsers tell a file's
 * name, never where it is. `fingerprint` is what the PDF states of itself, or is made from its bytes.
 */
export const chosenPdfAddress = (name: string, fingerprint: string): string =>
  `file:///${encodeURIComponent(name)}?${new URLSearchParams({ pdf: fingerprint }).toString()}`;

export const pdfPageSelector = (page: number): Selector => ({
  type: 'FragmentSelector',
  value: `page=${page}`,
  conformsTo: PDF_FRAGMENT,
});

/** The page, from 1, of a passage that was clipped in a PDF view. Absent for every other passage. */
export function pdfPageOf(selectors: readonly Selector[]): number | undefined {
  const fragment = selectors.find((selector) => selector.type === 'FragmentSelector' && selector.conformsTo === PDF_FRAGMENT);
  const page = fragment?.type === 'FragmentSelector' ? /^page=(\d{1,6})$/.exec(fragment.value)?.[1] : undefined;
  return page === undefined ? undefined : Number(page);
}
