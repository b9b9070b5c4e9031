/** A line of text at its place, in points from the page's lower left corner. */
export interface PdfLine {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Letters of Latin-1 only: the standard fonts have no others. Or the codes of another font's, as they are. */
  readonly text: string | Uint8Array;
}

export interface MadePdf {
  readonly pages: readonly (readonly PdfLine[])[];
  /** As the document's own dictionary says it. */
  readonly info?: Readonly<Record<string, string>>;
  readonly font?: string;
}

const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
/** A Japanese font that is not in the file, in Shift JIS: only a reader's own tables tell what its codes mean. */
const JAPANESE =
  '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /90ms-RKSJ-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 6 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /StemV 80 /CapHeight 700 >> >>] >>';

const literal = (text: string | Uint8Array): string =>
  typeof text === 'string' ? `(${text.replace(/[\\()]/g, '\\$&')})` : `<${Buffer.from(text).toString('hex')}>`;

/** A PDF 1.4, as bytes: one standard font, A4 pages, no compression, so that it can be read in an editor. */
export function makePdf({ pages, info = {}, font: fontBody = HELVETICA }: MadePdf): Uint8Array<ArrayBuffer> {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  // the catalogue and the tree of pages know each other by number
  const catalogue = add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const font = add(fontBody);
  const kids = pages.map((lines) => {
    const shown = lines.map(({ x, y, size, text }) => `BT /F1 ${size} Tf ${x} ${y} Td ${literal(text)} Tj ET`).join('\n');
    const content = add(`<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`);
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${font} 0 R >> >> /Contents ${content} 0 R >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  const stated = Object.entries(info).map(([name, value]) => `/${name} ${literal(value)}`);
  const facts = add(`<< ${stated.join(' ')} >>`);

  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${catalogue} 0 R /Info ${facts} 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

const lines = (top: number, ...texts: readonly string[]): PdfLine[] =>
  texts.map((text, index) => ({ x: 72, y: top - index * 15, size: 11, text }));

/** Three pages on tides: paragraphs, a heading on each page, a word that is broken at a line's end, and a footer that repeats. */
export const tidesPdf = (): Uint8Array<ArrayBuffer> =>
  makePdf({
    info: { Title: 'Tides of the inner harbour', Author: 'Mara Lindqvist', CreationDate: "D:20240131093000+01'00'" },
    pages: [
      [
        { x: 72, y: 770, size: 22, text: 'Tides of the inner harbour' },
        ...lines(
          730,
          'The harbour fills through a single channel, so that high water comes forty',
          'minutes after the coast. We measured this on eleven days in spring, and the de-',
          'lay was the same within two minutes on every one of them.',
        ),
        ...lines(
          660,
          'Boats that draw more than a metre wait outside until the sill is covered. The',
          'harbour master keeps the table by the lock, and corrects it after each storm.',
        ),
        { x: 72, y: 40, size: 9, text: 'Harbour papers, number seven' },
      ],
      [
        { x: 72, y: 770, size: 15, text: 'What the gauges say' },
        ...lines(
          740,
          'Three gauges stand along the quay. The middle one is read by hand, twice a day,',
          'because its float sticks in frost. Its readings are kept apart from the others.',
        ),
        { x: 72, y: 40, size: 9, text: 'Harbour papers, number seven' },
      ],
      [
        { x: 72, y: 770, size: 15, text: 'What we decided' },
        ...lines(
          740,
          'The sill stays as it is. Raising it would keep the basin wet at low water, and',
          'would also shut out every boat for two more hours each day.',
        ),
        { x: 72, y: 40, size: 9, text: 'Harbour papers, number seven' },
      ],
    ],
  });

/** As many pages as asked for, each with about a hundred lines of its own. */
export const longPdf = (pages: number): Uint8Array<ArrayBuffer> =>
  makePdf({
    info: { Title: `${pages} pages` },
    pages: Array.from({ length: pages }, (_, page) =>
      Array.from({ length: 50 }, (__, line) => ({
        x: 60,
        y: 800 - line * 15,
        size: 10,
        text: `Entry ${page + 1}.${line + 1} of the log: wind ${(page * 7 + line * 3) % 36}0 degrees, water ${(page * 13 + line) % 97} centimetres over the sill, seen by watch ${(page + line) % 5}.`,
      })),
    ),
  });

/** 「港の潮」, in Shift JIS. */
export const japanesePdf = (): Uint8Array<ArrayBuffer> =>
  makePdf({
    font: JAPANESE,
    pages: [[{ x: 72, y: 700, size: 14, text: Uint8Array.of(0x8d, 0x60, 0x82, 0xcc, 0x92, 0xaa) }]],
  });
