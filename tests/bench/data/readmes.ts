import { globSync, readFileSync } from 'node:fs';
import { english } from './languages/latin.ts';
import type { Block, PageText, TokenSource } from './pageText.ts';

/** Shorter ones say too little; of longer ones, the beginning is taken. In characters. */
const SHORTEST = 6_000;
const LONGEST = 20_000;

/** The readmes of the packages that are installed: what people really wrote, with its repetitions. */
export function readmeFiles(): readonly string[] {
  return globSync(['node_modules/*/README.md', 'node_modules/@*/*/README.md'])
    .toSorted()
    .filter((file) => readFileSync(file, 'utf8').length >= SHORTEST);
}

/** A readme as the words that a reader sees. */
export function readReadme(file: string, source: TokenSource): PageText {
  const sections: Block[][] = [[]];
  for (const chunk of readFileSync(file, 'utf8')
    .slice(0, LONGEST)
    .split(/\r?\n\s*\r?\n/)) {
    const block = blockOf(chunk, source);
    if (!block) continue;
    if (block.kind === 'heading') sections.push([]);
    sections.at(-1)?.push(block);
  }
  return { language: english, sections: sections.filter((section) => section.length > 0) };
}

const LINK = /!?\[([^\]]*)\]\([^)]*\)/g;

function blockOf(chunk: string, source: TokenSource): Block | undefined {
  const kind = /^\s*#/.test(chunk) ? 'heading' : /^(?:```| {4}|\t)/.test(chunk) ? 'code' : /^\s*[-*+] /.test(chunk) ? 'item' : 'paragraph';
  // badges, tables and mark-up within are left out
  if (/^\s*(?:<|\[!|\||\[[^\]]*\]:)/.test(chunk)) return undefined;
  const pieces =
    kind === 'code'
      ? chunk.split('\n').filter((line) => !line.startsWith('```'))
      : chunk
          .replace(LINK, '$1')
          .replace(/<[^>]*>|[`*#]|^\s*[-+] /g, '')
          .split(/(?<=[.!?:])\s+(?=[\p{Lu}"'])/u);
  const parts = pieces.map((piece) => source.part(piece.split(/\s+/).filter((word) => word !== ''))).filter((part) => part.length > 0);
  return parts.length > 0 ? { kind, parts } : undefined;
}
