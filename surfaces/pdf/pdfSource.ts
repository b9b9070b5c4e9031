import type { Source } from '../../domain/clip.ts';
import { KEPT } from '../../domain/limits.ts';
import { siteOf } from '../../domain/pageAddress.ts';
import type { PdfDocument } from './pdfDocument.ts';

const LONGEST = { author: 300, date: 60, language: 40, doi: 200 } as const;

/** A stated text on one line; absent when nothing was stated. A control character is what a wrong encoding leaves. */
function stated(value: unknown, max: number): string | undefined {
  const text = Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(', ') : value;
  if (typeof text !== 'string') return undefined;
  const line = text
    .slice(0, max * 4)
    .replace(/[\s\p{Cc}\ufffd]+/gu, ' ')
    .trim()
    .slice(0, max);
  return line.replace(/[\ud800-\udbff]$/, '') || undefined;
}

/** A PDF's date (`D:20240131120000+01'00'`: ISO 32000-1, section 7.9.4) as ISO 8601; XMP's is that already. */
export function pdfDate(value: unknown): string | undefined {
  const text = stated(value, LONGEST.date);
  const [, year, month, day, time, zone, hours, minutes] =
    /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{6})?\d*(?:([Zz]|[+-])(\d{2})?'?(\d{2})?'?)?/.exec(text ?? '') ?? [];
  if (text && /^\d{4}-/.test(text)) return text;
  if (!year) return undefined;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  if (!time || !day) return date;
  const clock = (time.match(/../g) ?? []).join(':');
  return `${date}T${clock}${/[+-]/.test(zone ?? '') && hours ? `${zone}${hours}:${minutes ?? '00'}` : zone ? 'Z' : ''}`;
}

/** The title that writing programs leave in a PDF when nobody gave one. */
const NO_TITLE = /^(?:untitled|microsoft (?:word|powerpoint|excel) ?-.*|.*\.(?:docx?|pptx?|xlsx?|odt|indd|qxd|dvi|tex|pdf|rtf))$/i;

/** What a PDF says of itself. What it does not say is absent; its title falls back on the file's name. */
export async function pdfSource(pdf: Pick<PdfDocument, 'metadata'>, address: string): Promise<Source> {
  const kept = withoutFragment(address);
  const { info, xmp } = await pdf.metadata().catch(() => ({ info: {}, xmp: (): unknown => undefined }));
  const read = (name: string): unknown => (typeof info === 'object' && info !== null ? Reflect.get(info, name) : undefined);
  const titles = [xmp('dc:title'), read('Title')].map((title) => stated(title, KEPT.title));
  const author = stated(xmp('dc:creator'), LONGEST.author) ?? stated(read('Author'), LONGEST.author);
  const published = pdfDate(xmp('prism:publicationdate')) ?? pdfDate(read('CreationDate'));
  const modified = pdfDate(read('ModDate'));
  const language = languageOf(read('Language'));
  const doi = stated(xmp('prism:doi') ?? read('doi'), LONGEST.doi);
  return {
    address: kept,
    title: titles.find((title) => title !== undefined && !NO_TITLE.test(title)) ?? fileName(kept),
    ...(author && { author }),
    ...(published && { published }),
    ...(modified && modified !== published && { modified }),
    ...(language && { language }),
    ...(doi && /^10\.\d{4,9}\/\S+$/.test(doi) && { citation: { doi } }),
  };
}

function languageOf(value: unknown): string | undefined {
  try {
    return Intl.getCanonicalLocales(stated(value, LONGEST.language) ?? [])[0];
  } catch {
    return undefined; // not a language tag
  }
}

const withoutFragment = (address: string): string => address.split('#', 1)[0] ?? address;

/** The last part of an address's path, as a person reads it. */
export function fileName(address: string): string {
  const name =
    URL.parse(address)
      ?.pathname.split('/')
      .findLast((part) => part !== '') ?? '';
  try {
    return decodeURIComponent(name).slice(0, KEPT.title) || siteOf(address);
  } catch {
    return name.slice(0, KEPT.title);
  }
}
