import type { Random } from '../measure/random.ts';
import type { Language } from './languages/language.ts';
import type { Block, PageText, Part, TokenSource } from './pageText.ts';
import { writerOf, type Writer } from './sentences.ts';

/** Kinds of pages that people clip from. */
export const PAGE_KINDS = ['article', 'documentation', 'thread', 'list', 'catalogue'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

const VERBS = 'open retry flush resolve append collect merge trim watch defer encode split'.split(' ');
const THINGS = 'Queue Ledger Signal Archive Session Window Cursor Bucket Header Lease Route Token Batch Shard Digest Frame'.split(' ');
const MONTHS = ['01', '04', '07', '09', '11', '12'];

interface Desk {
  readonly random: Random;
  readonly source: TokenSource;
  readonly writer: Writer;
}

/** A page of one kind, of about so many sections. */
export function writePage(kind: PageKind, language: Language, sections: number, random: Random, source: TokenSource): PageText {
  const desk = { random, source, writer: writerOf(language, random) };
  const write = WRITERS[kind];
  return { language, sections: [[heading(desk)], ...Array.from({ length: sections }, () => write(desk))] };
}

/** A number of things from `least` to `most`. */
const some = <T>({ below }: Random, least: number, most: number, make: () => T): T[] =>
  Array.from({ length: least + below(most - least + 1) }, make);

const sentence = ({ source, writer }: Desk): Part => source.part(writer.sentence());
export const paragraph = (desk: Desk, kind: 'paragraph' | 'item' = 'paragraph'): Block => ({
  kind,
  parts: some(desk.random, 2, 6, () => sentence(desk)),
});
export const heading = ({ source, writer }: Desk): Block => ({ kind: 'heading', parts: [source.part(writer.title())] });
const byline = ({ random, source, writer }: Desk): Block => ({
  kind: 'byline',
  parts: [
    source.part([
      ...writer.name().split(' '),
      `20${10 + random.below(15)}-${MONTHS[random.below(MONTHS.length)]}-${10 + random.below(18)}`,
    ]),
  ],
});

function code({ random, source }: Desk): Block {
  const thing = (): string => THINGS[random.below(THINGS.length)] ?? 'Queue';
  const call = (): string => `${VERBS[random.below(VERBS.length)] ?? 'open'}${thing()}`;
  const value = (): string => `${thing().toLowerCase()}${thing()}`;
  const main = value();
  const lines: readonly (() => string)[] = [
    () => `await ${main}.${call()}( ${value()} );`,
    () => `const ${value()} = ${call()}( ${random.below(99)} );`,
    () => `if ( ! ${value()} ) return ${main};`,
    () => '} );',
  ];
  return { kind: 'code', parts: some(random, 3, 8, () => source.part((lines[random.below(lines.length)]?.() ?? '').split(' '))) };
}

/** The same words in every row but for a name and some figures, which is how templates read. */
function row(desk: Desk): Block {
  const { random, source, writer } = desk;
  const cell = (words: readonly string[]): Part => source.part(words);
  return {
    kind: 'row',
    parts: [
      cell(writer.title()),
      cell([`${random.below(400) + 1}`, 'kg']),
      cell(['No.', `${random.below(9_000) + 1_000}`]),
      cell(random.below(3) === 0 ? ['–'] : [`${random.below(5) + 1}`, '/', '5']),
    ],
  };
}

const WRITERS: Readonly<Record<PageKind, (desk: Desk) => readonly Block[]>> = {
  article: (desk) => [heading(desk), ...some(desk.random, 2, 5, () => paragraph(desk))],
  documentation: (desk) => {
    const rows = some(desk.random, 3, 9, () => row(desk));
    return [heading(desk), paragraph(desk), code(desk), paragraph(desk), ...(desk.random.below(2) === 0 ? rows : []), code(desk)];
  },
  thread: (desk) => {
    const asked = paragraph(desk);
    const answers = some(desk.random, 1, 3, () => [
      byline(desk),
      // an answer quotes what it answers
      ...(desk.random.below(2) === 0
        ? [{ kind: 'quotation', parts: asked.parts.slice(0, 1).map((part) => desk.source.part(part.map(({ text }) => text))) } as const]
        : []),
      paragraph(desk),
    ]);
    return [byline(desk), asked, ...answers.flat()];
  },
  list: (desk) => [heading(desk), ...some(desk.random, 4, 12, () => ({ kind: 'item', parts: [sentence(desk)] }) as const)],
  catalogue: (desk) => {
    const note = desk.random.below(3) === 0 ? desk.writer.sentence() : [];
    return [
      heading(desk),
      ...some(desk.random, 6, 16, () => {
        const template = row(desk);
        // the small print of each row is the same, where there is any
        return note.length === 0 ? template : { ...template, parts: [...template.parts, desk.source.part(note)] };
      }),
    ];
  },
};
