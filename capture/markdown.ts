import TurndownService from 'turndown';
import { addTables } from './markdownTables.ts';

const LANGUAGE = /(?:^|\s)(?:lang(?:uage)?-|highlight-(?:source-)?)([\w+#-]{1,20})/;

const languageOf = (block: Element): string =>
  [block, block.querySelector('code'), block.parentElement]
    .map((element) => LANGUAGE.exec(element?.className ?? '')?.[1])
    .find((language) => language !== undefined) ?? '';

/**
 * Code without what nobody sees of it: the ends of lines, and more than one empty line in a row. A run of white space that is
 * as long as a page may make it would be looked through once for each of its characters by whatever trims the text.
 */
const withoutVoids = (code: string): string =>
  code
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd().replace(/\s{200,}/g, ' '.repeat(200)))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();

/** A block of code as it stands, in a fence that is longer than any inside it. */
function fenced(block: Element): string {
  for (const line of block.querySelectorAll('br')) line.replaceWith('\n');
  const code = withoutVoids(block.textContent ?? '');
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return code === '' ? '' : `\n\n${fence}${languageOf(block)}\n${code}\n${fence}\n\n`;
}

/**
 * HTML that was sanitised before, as Markdown: tables in GitHub's manner, code with its white space, and a
 * picture as a link to where it is, since reading offline must not call anybody.
 */
export function toMarkdown(content: HTMLElement): string {
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  });
  service.addRule('code', { filter: 'pre', replacement: (_text, node) => (node instanceof Element ? fenced(node) : '') });
  service.addRule('picture', {
    filter: 'img',
    replacement(_text, node) {
      if (!(node instanceof HTMLImageElement)) return '';
      const alt = node.alt.replace(/\s+/g, ' ').trim();
      const words = service.escape(alt);
      if (!/^https?:/.test(node.src) || node.closest('a')) return words;
      return alt === '' ? '' : `[${words}](${node.src.replace(/[()\s]/g, encodeURIComponent)})`;
    },
  });
  addTables(service);
  return service
    .turndown(content)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
