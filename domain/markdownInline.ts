/** Inline Markdown, read: text, or something with text in it. */
export type Inline =
  | string
  | { readonly type: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly address: string; readonly children: readonly Inline[] }
  | { readonly type: 'break' };

const DEEPEST = 6;
/** Characters that are looked through for a closing mark; a text without one costs no more than this per mark. */
const FARTHEST = 4_000;

const ESCAPED = /[\\`*_{}[\]()#+\-.!|<>~]/;
/** What leads out of the extension, and runs nothing. */
const OPENABLE = /^(?:https?:|mailto:)/i;

/** The inline content of a block's text. What does not close, and a link that leads nowhere safe, is text. */
export const parseInline = (text: string): Inline[] => parse(text, 0);

function parse(text: string, depth: number): Inline[] {
  const parts: Inline[] = [];
  let plain = '';
  /** The end of `plain`, apart: to look at the end of a long text that grows costs a copy of all of it. */
  let line = '';
  const endLine = (end: string): void => {
    plain += end;
    line = '';
  };
  const add = (...added: readonly Inline[]): void => {
    endLine(line);
    if (plain) parts.push(plain);
    plain = '';
    parts.push(...added);
  };
  for (let at = 0; at < text.length;) {
    const character = text[at] ?? '';
    const following = text[at + 1] ?? '';
    if (character === '\\' && ESCAPED.test(following)) {
      line += following;
      at += 2;
      continue;
    }
    if (character === '\n') {
      const isBreak = line.endsWith('  ');
      endLine(line.trimEnd());
      if (isBreak) add({ type: 'break' });
      else endLine(' ');
      at += 1;
      continue;
    }
    const marked = depth < DEEPEST && '`*['.includes(character) ? markedAt(text, at, depth) : undefined;
    if (marked) {
      add(...marked.parts);
      at = marked.next;
    } else {
      line += character;
      at += 1;
    }
  }
  add();
  return parts;
}

function markedAt(text: string, at: number, depth: number): { readonly parts: readonly Inline[]; readonly next: number } | undefined {
  if (text[at] === '`') {
    const [ticks = '`'] = /^`+/.exec(text.slice(at, at + 20)) ?? [];
    const end = indexOfMark(text, ticks, at + ticks.length, false);
    if (end < 0) return undefined;
    const code = text.slice(at + ticks.length, end).replaceAll('\n', ' ');
    return { parts: [{ type: 'code', text: /^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code }], next: end + ticks.length };
  }
  if (text[at] === '[') return linkAt(text, at, depth);
  const mark = text.startsWith('**', at) ? '**' : '*';
  const start = at + mark.length;
  if (/\s/.test(text[start] ?? ' ')) return undefined;
  let end = indexOfMark(text, mark, start, true);
  if (end < 0) return undefined;
  // of three marks the outer ones close what is outer
  while (text[end + mark.length] === '*') end += 1;
  const children = parse(text.slice(start, end), depth + 1);
  return { parts: [{ type: mark === '**' ? 'strong' : 'emphasis', children }], next: end + mark.length };
}

/** Where a closing mark stands, one that is not escaped, and for emphasis one that follows a word. */
function indexOfMark(text: string, mark: string, from: number, isAfterWord: boolean): number {
  const scope = text.slice(0, from + FARTHEST);
  for (let at = scope.indexOf(mark, from); at >= 0; at = scope.indexOf(mark, at + 1)) {
    if (!isAfterWord) return at;
    // a single star is not half of a double one
    const isHalf = mark === '*' && (text[at + 1] === '*' || text[at - 1] === '*') && !/\*{3}/.test(text.slice(at - 2, at + 3));
    if (at > from && text[at - 1] !== '\\' && !/\s/.test(text[at - 1] ?? '') && !isHalf) return at;
  }
  return -1;
}

function linkAt(text: string, at: number, depth: number): { readonly parts: readonly Inline[]; readonly next: number } | undefined {
  const scope = text.slice(at, at + FARTHEST);
  let open = 0;
  for (let index = 0; index < scope.length; index++) {
    if (scope[index] === '\\') index += 1;
    else if (scope[index] === '[') open += 1;
    else if (scope[index] === ']' && --open === 0) {
      const [whole, address = ''] = /^\]\(<?((?:[^\s()<>]|\([^\s()]*\))*)>?(?:\s+"(?:[^"\\]|\\.)*")?\)/.exec(scope.slice(index)) ?? [];
      if (whole === undefined) return undefined;
      const children = parse(scope.slice(1, index), depth + 1);
      const to = address.replace(/\\([()_*])/g, '$1');
      // without an address to go to, its words are left
      return { parts: OPENABLE.test(to) ? [{ type: 'link', address: to, children }] : children, next: at + index + whole.length };
    }
  }
  return undefined;
}
