import { globSync, readFileSync } from 'node:fs';

/** What people wrote, in the order in which they did. */
export interface Prose {
  readonly sentences: readonly string[];
  readonly headings: readonly string[];
}

/** Shorter ones are labels, longer ones lists and tables. In characters. */
const SHORTEST = 30;
const LONGEST = 400;

/** Every sentence once of the documents of the installed packages, and of the comments that document their types. */
export function installedProse(): Prose {
  const sentences = new Set<string>();
  const headings = new Set<string>();
  for (const file of globSync(['node_modules/**/*.md', 'node_modules/**/*.d.ts']).toSorted()) {
    if (/licen[cs]e/i.test(file)) continue;
    const text = readFileSync(file, 'utf8');
    for (const block of (file.endsWith('.md') ? withoutCode(text) : commentsOf(text)).split(/\r?\n\s*\r?\n/)) {
      const [first = ''] = block.trim().split('\n');
      if (first.startsWith('#')) headings.add(plain(first));
      // badges, tables, references and code
      if (/^\s*(?:<|\[!|\||\[[^\]]*\]:|@)|^ {4}|^\t/.test(block)) continue;
      for (const sentence of plain(block).split(/(?<=[.!?:])\s+(?=[\p{Lu}"'])/u))
        if (sentence.length >= SHORTEST && sentence.length <= LONGEST) sentences.add(sentence);
    }
  }
  return { sentences: [...sentences], headings: [...headings].filter((heading) => heading !== '') };
}

const withoutCode = (text: string): string => text.replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, '');

const commentsOf = (text: string): string =>
  [...text.matchAll(/\/\*\*([\s\S]*?)\*\//g)].map(([, comment = '']) => comment.replace(/^\s*\* ?/gm, '')).join('\n\n');

const plain = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>|[`*#]|^\s*[-+] /gm, '')
    .replace(/\s+/g, ' ')
    .trim();
