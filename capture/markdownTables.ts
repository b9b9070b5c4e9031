import type TurndownService from 'turndown';

const rowsOf = (table: Element): Element[] => [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
const cellsOf = (row: Element): Element[] => [...row.children].filter((cell) => /^t[dh]$/i.test(cell.localName));
/** A table of one column, or with blocks or tables in its cells, lays a page out, and is read as text. */
const isData = (table: Element): boolean =>
  !table.querySelector('table, pre, ul, ol, h1, h2, h3, blockquote') && rowsOf(table).some((row) => cellsOf(row).length > 1);
const tableOf = (node: Node): Element | null => (node instanceof Element ? node.closest('table') : null);
const isIn = (node: Node): boolean => {
  const table = tableOf(node);
  return table !== null && isData(table);
};

/** Tables as GitHub writes them: the first row is the heading, a cell is one line. */
export function addTables(service: TurndownService): void {
  service.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (text, node) =>
      isIn(node)
        ? ` ${text
            .replace(/\s*\n\s*/g, ' ')
            .replace(/(?<!\\)\|/g, '\\|')
            .trim()} |`
        : `\n\n${text}\n\n`,
  });
  service.addRule('row', {
    filter: 'tr',
    replacement(text, node) {
      const table = tableOf(node);
      if (!(node instanceof Element) || !table || !isData(table)) return text;
      const isFirst = rowsOf(table)[0] === node;
      return `|${text}\n${isFirst ? `|${' --- |'.repeat(cellsOf(node).length)}\n` : ''}`;
    },
  });
  service.addRule('section', { filter: ['thead', 'tbody', 'tfoot'], replacement: (text) => text });
  service.addRule('table', { filter: 'table', replacement: (text) => `\n\n${text}\n\n` });
}
