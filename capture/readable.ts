import { Readability } from '@mozilla/readability';
import DOMPurify from 'dompurify';
import { clipped } from './clippedText.ts';
import { toMarkdown } from './markdown.ts';
import { shownText } from './shownText.ts';

/** Elements of a page that are sorted into content and the rest; a larger page is kept as its shown text. */
const MOST_ELEMENTS = 100_000;

/** A page's own words without what surrounds them. */
export interface ReadableText {
  /** Empty when the page shows no text. */
  readonly markdown: string;
  /** Whether the page had more than `max` characters. */
  readonly isCut: boolean;
}

/** The readable text of a page as Markdown of at most `max` characters. Works on a copy: the page stays as it is. Never throws. */
export function readableText(document: Document, max: number): ReadableText {
  const markdown = articleOf(document) || escaped(allShown(document, max + 1));
  return { markdown: clipped(markdown, max), isCut: markdown.length > max };
}

function articleOf(document: Document): string {
  try {
    // by type: a clone is a document as well
    const copy = document.cloneNode(true) as Document;
    const article = new Readability<HTMLElement>(copy, {
      maxElemsToParse: MOST_ELEMENTS,
      charThreshold: 200,
      keepClasses: true,
      serializer: (content) => content as HTMLElement, // Readability makes it an element
    }).parse();
    if (!article?.content) return '';
    // no markup is ever parsed again: elements go in, elements stay
    DOMPurify.sanitize(article.content, {
      IN_PLACE: true,
      USE_PROFILES: { html: true },
      FORBID_TAGS: ['style', 'form', 'input', 'button', 'select', 'textarea', 'audio', 'video', 'dialog'],
      FORBID_ATTR: ['style', 'id', 'name'],
    });
    return toMarkdown(article.content);
  } catch {
    return ''; // too large, or built so that the page's own names hide the document's methods
  }
}

function allShown(document: Document, max: number): string {
  try {
    const range = document.createRange();
    range.selectNodeContents(document.body);
    return shownText(range, max).trim();
  } catch {
    return '';
  }
}

/** Text that is no Markdown, so that none of it reads as such; each line a paragraph. */
const escaped = (text: string): string =>
  text
    .replace(/([\\`*_[\]<>#|~])/g, '\\$1')
    .replace(/^([^\S\n]*\d*)([-+.)])(?=\s)/gm, '$1\\$2')
    .replace(/\n+/g, '\n\n');
