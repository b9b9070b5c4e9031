/**
 * The Markdown that capture/markdown.ts writes, read again: CommonMark's headings, lists, quotes, fences and
 * rules, and GitHub's tables. Markup is never HTML: whatever else stands in the text is text. Texts of blocks
 * are inline Markdown (markdownInline.ts).
 */
export type Block =
  | { readonly type: 'heading'; readonly level: number; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'code'; readonly language: string; readonly text: string }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | { readonly type: 'list'; readonly start: number | undefined; readonly items: readonly (readonly Block[])[] }
  | { readonly type: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly type: 'rule' };

/** Quotes in lists in quotes: deeper ones are read as text. */
const DEEPEST = 12;

const HEADING = /^(#{1,6})\s+(.*)$/;
const FENCE = /^(`{3,})([\w+#-]*)\s*$/;
const ITEM = /^([-*+]|\d{1,9}[.)])(\s+)(?=\S)/;
const RULE = /^(?:-{3,}|\*{3,}|_{3,}|(?:\* ){2,}\*)\s*$/;
const ROW = /^\|.*\|\s*$/;
const UNDER_HEAD = /^\|(?:\s*:?-+:?\s*\|)+\s*$/;

/** The blocks of a Markdown text, in order. */
export const parseMarkdown = (markdown: string): Block[] => parseLines(markdown.replace(/\r\n?/g, '\n').split('\n'), 0);

function parseLines(lines: readonly string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const close = (): void => {
    if (paragraph.length > 0) blocks.push({ type: 'paragraph', text: paragraph.join('\n') });
    paragraph = [];
  };
  for (let at = 0; at < lines.length;) {
    const found = depth < DEEPEST ? blockAt(lines, at, depth) : undefined;
    const line = lines[at] ?? '';
    if (found) {
      close();
      blocks.push(found.block);
      at = found.next;
      continue;
    }
    if (line.trim() === '') close();
    else paragraph.push(line.trimStart());
    at += 1;
  }
  close();
  return blocks;
}

/** The block that begins in a line, and the line after it; nothing for a line of a paragraph. */
function blockAt(lines: readonly string[], at: number, depth: number): { readonly block: Block; readonly next: number } | undefined {
  const line = lines[at] ?? '';
  const heading = HEADING.exec(line);
  if (heading) return { block: { type: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' }, next: at + 1 };
  if (RULE.test(line)) return { block: { type: 'rule' }, next: at + 1 };
  const fence = FENCE.exec(line);
  if (fence) return codeAt(lines, at, fence[1] ?? '```', fence[2] ?? '');
  if (line.startsWith('>')) return quoteAt(lines, at, depth);
  if (ITEM.test(line)) return listAt(lines, at, depth);
  if (ROW.test(line) && UNDER_HEAD.test(lines[at + 1] ?? '')) return tableAt(lines, at);
  return undefined;
}

/** The first line from `at` on for which `isEnd` holds; the end when there is none. */
function lineWhere(lines: readonly string[], at: number, isEnd: (line: string) => boolean): number {
  let next = at;
  while (next < lines.length && !isEnd(lines[next] ?? '')) next += 1;
  return next;
}

function codeAt(lines: readonly string[], at: number, fence: string, language: string) {
  const end = lineWhere(lines, at + 1, (line) => line.trimEnd() === fence);
  return { block: { type: 'code', language, text: lines.slice(at + 1, end).join('\n') } as const, next: end + 1 };
}

function quoteAt(lines: readonly string[], at: number, depth: number) {
  const next = lineWhere(lines, at, (line) => !line.startsWith('>'));
  const inner = lines.slice(at, next).map((line) => line.replace(/^> ?/, ''));
  return { block: { type: 'quote', blocks: parseLines(inner, depth + 1) } as const, next };
}

function listAt(lines: readonly string[], at: number, depth: number) {
  const first = ITEM.exec(lines[at] ?? '')?.[1] ?? '-';
  const isOrdered = /\d/.test(first);
  const items: Block[][] = [];
  let next = at;
  for (;;) {
    const [prefix = '', marker = ''] = ITEM.exec(lines[next] ?? '') ?? [];
    if (prefix === '' || /\d/.test(marker) !== isOrdered) break;
    // what belongs to an item is indented, or blank with something indented after it
    const end = lineWhere(lines, next + 1, (line) => line.trim() !== '' && !/^(?: {2,}|\t)/.test(line));
    const indent = new RegExp(`^(?:\\t| {1,${prefix.length}})`);
    const inner = lines.slice(next + 1, end).map((line) => line.replace(indent, ''));
    items.push(parseLines([(lines[next] ?? '').slice(prefix.length), ...inner], depth + 1));
    next = end;
  }
  return { block: { type: 'list', start: isOrdered ? Number.parseInt(first, 10) : undefined, items } as const, next };
}

function tableAt(lines: readonly string[], at: number) {
  const next = lineWhere(lines, at, (line) => !ROW.test(line));
  const [head = [], , ...rows] = lines.slice(at, next).map(cellsOf);
  return { block: { type: 'table', head, rows } as const, next };
}

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
