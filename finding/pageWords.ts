/** Characters of one page's text that are searched: five minutes' reading. */
export const SEARCHED = 10_000;

/** The words of a page's text (Markdown), without the addresses of its links and the marks that shape it. */
export const pageWords = (markdown: string): string =>
  markdown
    .replace(/^(?:```.*|\|(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*)$/gm, '')
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+\.)[ \t]+/gm, '')
    .replace(/!?\[([^[\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/\*\*|`/g, '')
    .replace(/(?<![\p{L}\p{N}_\\])_(?=\S)|(?<=[^\s\\])_(?![\p{L}\p{N}_])/gu, '')
    .replace(/\\([\p{P}\p{S}])/gu, '$1')
    .replace(/^\|(.*)\|[ \t]*$/gm, (_, cells: string) => cells.replaceAll('|', ' '));
