import type { Random } from '../measure/random.ts';
import type { Block, PageText, Part, Token, TokenSource } from './pageText.ts';
import { writerOf, type Writer } from './sentences.ts';

/** How much of a page an editor changes: how many of a thousand sentences, blocks or sections meet with each. */
interface Manner {
  /** One or two words are replaced, left out or put in. */
  readonly touched: number;
  /** A third to more than half of the words are replaced, in one stretch or here and there. */
  readonly reworked: number;
  /** Words, or a whole sentence, are put into the middle. */
  readonly enlarged: number;
  readonly dropped: number;
  /** Dropped, with another that begins in the same words in its place. */
  readonly replaced: number;
  /** A new sentence is put in before. */
  readonly preceded: number;
  readonly blocksDropped: number;
  readonly blocksAdded: number;
  readonly blocksSwapped: number;
  readonly sectionsDropped: number;
  readonly sectionsMoved: number;
  /** Some sentences come first that were not there: of a thousand pages. */
  readonly noticed: number;
}

const UNTOUCHED: Manner = {
  touched: 0,
  reworked: 0,
  enlarged: 0,
  dropped: 0,
  replaced: 0,
  preceded: 0,
  blocksDropped: 0,
  blocksAdded: 0,
  blocksSwapped: 0,
  sectionsDropped: 0,
  sectionsMoved: 0,
  noticed: 667,
};

export const MANNERS = {
  /** New mark-up, and what stands around the text. */
  redesigned: { ...UNTOUCHED, blocksAdded: 60 },
  corrected: { ...UNTOUCHED, touched: 200, enlarged: 60, preceded: 40, dropped: 30, blocksAdded: 40 },
  revised: {
    ...UNTOUCHED,
    touched: 180,
    reworked: 160,
    enlarged: 120,
    dropped: 80,
    replaced: 60,
    preceded: 80,
    blocksDropped: 40,
    blocksAdded: 80,
    blocksSwapped: 60,
    sectionsMoved: 100,
  },
  rewritten: {
    ...UNTOUCHED,
    touched: 120,
    reworked: 320,
    enlarged: 120,
    dropped: 150,
    replaced: 120,
    preceded: 120,
    blocksDropped: 80,
    blocksAdded: 120,
    blocksSwapped: 100,
    sectionsDropped: 80,
    sectionsMoved: 250,
  },
  updated: {
    ...UNTOUCHED,
    touched: 150,
    dropped: 20,
    blocksDropped: 150,
    blocksAdded: 100,
    blocksSwapped: 200,
    sectionsDropped: 50,
    sectionsMoved: 100,
  },
} as const satisfies Record<string, Manner>;

interface Editor {
  readonly manner: Manner;
  readonly random: Random;
  readonly source: TokenSource;
  readonly writer: Writer;
}

/** A later version of a page. Words that were kept keep their ids, wherever they are now. */
export function revise(page: PageText, manner: Manner, random: Random, source: TokenSource): PageText {
  const editor: Editor = { manner, random, source, writer: writerOf(page.language, random) };
  const happens = chanceOf(random);
  const kept = page.sections.filter((_, place) => place === 0 || !happens(manner.sectionsDropped));
  const edited = kept.map((section) => editSection(section, editor));
  const moved = movedAbout(edited, manner.sectionsMoved, random);
  const notice: Block = { kind: 'paragraph', parts: newSentences(editor, 1 + random.below(3)) };
  return { ...page, sections: happens(manner.noticed) ? [[notice], ...moved] : moved };
}

const chanceOf =
  ({ below }: Random) =>
  (permille: number): boolean =>
    below(1_000) < permille;

const newSentences = ({ source, writer }: Editor, count: number): Part[] =>
  Array.from({ length: count }, () => source.part(writer.sentence()));

function editSection(section: readonly Block[], editor: Editor): readonly Block[] {
  const { manner, random } = editor;
  const happens = chanceOf(random);
  const blocks = section.flatMap((block): Block[] => {
    if (block.kind !== 'heading' && happens(manner.blocksDropped)) return [];
    const edited = { ...block, parts: block.parts.flatMap((part) => editPart(part, block, editor)).filter((part) => part.length > 0) };
    const all = edited.parts.length > 0 ? [edited] : [];
    return happens(manner.blocksAdded) ? [...all, addedAfter(block, editor)] : all;
  });
  return movedAbout(blocks, manner.blocksSwapped, random);
}

function addedAfter(block: Block, editor: Editor): Block {
  // another row of the template, another item of the list
  if (block.kind === 'row') {
    return {
      kind: 'row',
      parts: block.parts.map((part, place) =>
        editor.source.part(
          place === 0 ? editor.writer.title() : part.map(({ text }) => text.replace(/\d/g, () => String(editor.random.below(10)))),
        ),
      ),
    };
  }
  return { kind: block.kind === 'item' ? 'item' : 'paragraph', parts: newSentences(editor, 1 + editor.random.below(3)) };
}

/** Some are taken out and put elsewhere; the first stays first. */
function movedAbout<T>(all: readonly T[], permille: number, random: Random): T[] {
  const happens = chanceOf(random);
  const order = [...all];
  for (let place = 1; place < all.length; place++) {
    if (!happens(permille)) continue;
    const [taken] = order.splice(place, 1);
    if (taken !== undefined) order.splice(1 + random.below(order.length), 0, taken);
  }
  return order;
}

function editPart(part: Part, { kind }: Block, editor: Editor): Part[] {
  const { manner, random, source, writer } = editor;
  const happens = chanceOf(random);
  if (kind === 'row' && part.length < 5) {
    // of a row's cells, the figures change
    return [happens(manner.touched) ? part.map((token) => (/\d/.test(token.text) ? source.token(`${random.below(9_000)}`) : token)) : part];
  }
  const isProse = kind !== 'code' && kind !== 'heading' && kind !== 'byline';
  if (happens(manner.dropped)) return [];
  if (isProse && happens(manner.replaced)) return [source.part(writer.variation(part.map(({ text }) => text)))];
  const edited = happens(manner.reworked)
    ? reworked(part, editor)
    : happens(manner.enlarged)
      ? enlarged(part, editor)
      : happens(manner.touched)
        ? touched(part, editor)
        : part;
  return isProse && happens(manner.preceded) ? [...newSentences(editor, 1), edited] : [edited];
}

function touched(part: Part, { random, source, writer }: Editor): Part {
  const place = random.below(part.length);
  const words = Array.from({ length: 1 + random.below(2) }, () => source.token(writer.word()));
  const ways: readonly (() => Part)[] = [
    () => part.toSpliced(place, 1, ...words), // replaced
    () => part.toSpliced(place, 0, ...words), // put in
    () => (part.length > 3 ? part.toSpliced(place, 1) : part), // left out
  ];
  return ways[random.below(ways.length)]?.() ?? part;
}

function enlarged(part: Part, { random, source, writer }: Editor): Part {
  const place = 1 + random.below(Math.max(1, part.length - 1));
  const words = random.below(3) === 0 ? writer.sentence() : Array.from({ length: 2 + random.below(8) }, () => writer.word());
  return part.toSpliced(place, 0, ...source.part(words));
}

function reworked(part: Part, { random, source, writer }: Editor): Part {
  const changed = Math.round((part.length * (30 + random.below(35))) / 100);
  const word = (): Token => source.token(writer.word());
  if (random.below(2) === 0) {
    const start = random.below(part.length - changed + 1);
    const words = Array.from({ length: Math.max(0, changed - 2 + random.below(5)) }, word);
    return part.toSpliced(start, changed, ...words);
  }
  const places = new Set<number>();
  while (places.size < Math.min(changed, part.length)) places.add(random.below(part.length));
  return part.flatMap((token, place) => (places.has(place) ? (random.below(4) === 0 ? [] : [word()]) : [token]));
}
