import type TurndownService from 'turndown';

const rowsOf = (table: Element): Element[] => [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
const cellsOf = (row: Element): Element[] => [...row.children].filter((cell) => /^t[dh]$/i.test(cell.localName));
/** A table of one column, or with blocks or tables in its cells, lays a page out, and is read as text. */
const isData = (table: Element): boolean =>
  !table.querySelector('table, pre, ul, ol, h1, h2, h3, blockquote') && rowsOf(table).some((row) => cellsOf(row).length > 1);

interface Table {
  readonly isData: boolean;
  readonly first: Element | undefined;
}

/** What is known of the table around a node. Each table is looked through once: it may have thousands of rows. */
function tableReader(): (node: Node) => Table | undefined {
  const known = new WeakMap<Element, Table>();
  return (node) => {
    const table = node instanceof Element ? node.closest('table') : null;
    if (!table) return undefined;
    const read = known.get(table) ?? { isData: isData(table), first: rowsOf(table)[0] };
    known.set(table, read);
    return read;
  };
}

/** Tables as GitHub writes them: the first row is the heading, a cell is one line. */
export function addTables(service: TurndownService): void {
  const tableOf = tableReader();
  service.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (text, node) =>
      tableOf(node)?.isData
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
      if (!(node instanceof Element) || !table?.isData) return text;
      const isFirst = table.first === node;
      return `|${text}\n${isFirst ? `|${' --- |'.repeat(cellsOf(node).length)}\n` : ''}`;
    },
  });
  service.addRule('section', { filter: ['thead', 'tbody', 'tfoot'], replacement: (text) => text });
  service.addRule('table', { filter: 'table', replacement: (text) => `\n\n${text}\n\n` });
}
