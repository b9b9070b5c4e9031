import { describe, expect, it } from 'vitest';
import {
  chosenPdfAddress,
  isPdfAddress,
  pdfOfView,
  pdfPageOf,
  pdfPageSelector,
  pdfViewAddress,
  shownAddress,
} from '../../domain/pdfView.ts';
import { pageKey, siteOf } from '../../domain/pageAddress.ts';

const VIEW = 'chrome-extension://abc/pdf.html';

describe('the address of a PDF view', () => {
  it.each(['https://a.example/b.pdf?x=1&y=2#page=3', 'http://a.example/%C3%A9.pdf', 'file:///home/me/b.pdf'])(
    'gives %s back',
    (address) => {
      expect(pdfOfView(pdfViewAddress(VIEW, address))).toBe(address);
    },
  );
  it.each(['javascript:alert(1)', 'data:application/pdf,x', 'chrome://version', 'no address', ''])('opens nothing for %j', (address) => {
    expect(pdfOfView(pdfViewAddress(VIEW, address))).toBeUndefined();
  });
  it('opens nothing when it names nothing', () => {
    expect(pdfOfView(VIEW)).toBeUndefined();
  });
  it('stands for the PDF, in our own view only', () => {
    expect(shownAddress(pdfViewAddress(VIEW, 'https://a.example/b.pdf'), VIEW)).toBe('https://a.example/b.pdf');
    const imitation = pdfViewAddress('https://evil.example/pdf.html', 'https://a.example/b.pdf');
    expect(shownAddress(imitation, VIEW)).toBe(imitation);
    expect(shownAddress('https://a.example/', VIEW)).toBe('https://a.example/');
  });
});

describe('an address', () => {
  it.each(['https://a.example/b.pdf', 'https://a.example/B.PDF?download=1#page=2', 'file:///home/me/b.pdf'])(
    '%s names a PDF',
    (address) => {
      expect(isPdfAddress(address)).toBe(true);
    },
  );
  it.each(['https://a.example/pdf', 'https://a.example/?file=b.pdf', 'https://a.example/b.pdf.html', 'b.pdf'])('%s does not', (address) => {
    expect(isPdfAddress(address)).toBe(false);
  });
});

describe('a PDF that was chosen from the device', () => {
  it('is one page by its name and fingerprint, with its name as its site', () => {
    const address = chosenPdfAddress('a b.pdf', 'f00');
    expect(siteOf(address)).toBe('a b.pdf');
    expect(pageKey(address)).toBe(pageKey(chosenPdfAddress('a b.pdf', 'f00')));
    expect(pageKey(address)).not.toBe(pageKey(chosenPdfAddress('a b.pdf', 'f01')));
    expect(pdfOfView(pdfViewAddress(VIEW, address))).toBe(address);
  });
});

describe('the page of a passage', () => {
  it('is told by the selector of PDF fragments', () => {
    expect(pdfPageOf([{ type: 'TextQuoteSelector', exact: 'x' }, pdfPageSelector(12)])).toBe(12);
  });
  it('is told by no other', () => {
    expect(pdfPageOf([{ type: 'FragmentSelector', value: 'page=12' }])).toBeUndefined();
    expect(pdfPageOf([{ ...pdfPageSelector(1), value: 'page=one' } as never])).toBeUndefined();
    expect(pdfPageOf([])).toBeUndefined();
  });
});
