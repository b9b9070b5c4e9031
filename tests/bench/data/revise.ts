import type { Random } from '../measure/random.ts';
import type { Block, PageText, Part, Token, TokenSource } from './pageText.ts';
import { writerOf, type Writer } from './sentences.ts';

/** What befalls a stretch of a page: how many of a thousand sentences or blocks meet with each. */
interface Hand {
  /** One or two words are replaced, left out or put in. */
  readonly touched: number;
  /** A third to more than half of the words are replaced, in one stretch or here and there. */
  readonly reworked: number;
  /** Words, or a whole sentence, are put into the middle. */
  readonly enlarged: number;
  readonly dropped: number;
  /** All but the beginning is replaced. */
  readonly replaced: number;
  /** A new sentence is put in before. */
  readonly preceded: number;
  readonly blocksDropped: number;
  readonly blocksAdded: number;
  readonly blocksSwapped: number;
}

const LEFT_ALONE: Hand = {
  touched: 0,
  reworked: 0,
  enlarged: 0,
  dropped: 0,
  replaced: 0,
  preceded: 0,
  blocksDropped: 0,
  blocksAdded: 0,
  blocksSwapped: 0,
};

/** Words are put right, and a sentence comes or goes. */
export const CORRECTED: Hand = { ...LEFT_ALONE, touched: 300, enlarged: 100, dropped: 40, preceded: 60, blocksAdded: 60 };

/** Little stays as it was. */
const REWRITTEN: Hand = {
  touched: 120,
  reworked: 320,
  enlarged: 120,
  dropped: 150,
  replaced: 120,
  preceded: 120,
  blocksDropped: 100,
  blocksAdded: 120,
  blocksSwapped: 60,
};

/** Figures change, and whole blocks come and go. */
const UPDATED: Hand = { ...LEFT_ALONE, touched: 250, dropped: 20, blocksDropped: 250, blocksAdded: 200, blocksSwapped: 150 };

/** How a page is edited: in stretches. Of a thousand stretches, which hand how many meet with; the others are left alone. */
export interface Manner {
  readonly hands: readonly (readonly [hand: Hand, permille: number])[];
  readonly sectionsDropped: number;
  readonly sectionsMoved: number;
  /** Some sentences come first that were not there: of a thousand pages. */
  readonly noticed: number;
}

export const MANNERS = {
  /** New mark-up, and what stands around the text. */
  redesigned: { hands: [[{ ...LEFT_ALONE, blocksAdded: 250 }, 250]], sectionsDropped: 0, sectionsMoved: 0, noticed: 667 },
  corrected: { hands: [[CORRECTED, 300]], sectionsDropped: 0, sectionsMoved: 0, noticed: 667 },
  revised: {
    hands: [
      [CORRECTED, 250],
      [REWRITTEN, 150],
    ],
    sectionsDropped: 0,
    sectionsMoved: 40,
    noticed: 667,
  },
  rewritten: {
    hands: [
      [CORRECTED, 200],
      [REWRITTEN, 400],
    ],
    sectionsDropped: 80,
    sectionsMoved: 100,
    noticed: 667,
  },
  updated: {
    hands: [
      [UPDATED, 350],
      [CORRECTED, 100],
    ],
    sectionsDropped: 50,
    sectionsMoved: 50,
    noticed: 667,
  },
} as const satisfies Record<string, Manner>;

/** Of a thousand blocks, before how many the hand changes: an editor stays at a place. */
const MOVES_ON = 300;
interface Editor {
  readonly hand: Hand;
  readonly random: Random;
  readonly source: TokenSource;
  readonly writer: Writer;
}

/** A later version of a page. Words that were kept keep their ids, wherever they are now. */
export function revise(page: PageText, manner: Manner, random: Random, source: TokenSource): PageText {
  const writer = writerOf(page.language, random);
  const happens = chanceOf(random);
  const kept = page.sections.filter((_, place) => place === 0 || !happens(manner.sectionsDropped));
  let hand = handOf(manner, random);
  const edited = kept.map((section) => {
    const blocks = section.flatMap((block) => {
      if (happens(MOVES_ON)) hand = handOf(manner, random);
      return editBlock(block, { hand, random, source, writer });
    });
    return movedAbout(blocks, hand.blocksSwapped, random);
  });
  const moved = movedAbout(edited, manner.sectionsMoved, random);
  const notice: Block = { kind: 'paragraph', parts: newSentences({ source, writer }, 1 + random.below(3)) };
  return { ...page, sections: happens(manner.noticed) ? [[notice], ...moved] : moved };
}

const chanceOf =
  ({ below }: Random) =>
  (permille: number): boolean =>
    below(1_000) < permille;

const newSentences = ({ source, writer }: Pick<Editor, 'source' | 'writer'>, count: number): Part[] =>
  Array.from({ length: count }, () => source.part(writer.sentence()));

function handOf({ hands }: Manner, random: Random): Hand {
  let at = random.below(1_000);
  for (const [hand, permille] of hands) {
    if (at < permille) return hand;
    at -= permille;
  }
  return LEFT_ALONE;
}

function editBlock(block: Block, editor: Editor): Block[] {
  const { hand, random } = editor;
  const happens = chanceOf(random);
  if (block.kind !== 'heading' && happens(hand.blocksDropped)) return [];
  const edited = { ...block, parts: block.parts.flatMap((part) => editPart(part, block, editor)).filter((part) => part.length > 0) };
  const all = edited.parts.length > 0 ? [edited] : [];
  return happens(hand.blocksAdded) ? [...all, addedAfter(block, editor)] : all;
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
  const { hand, random, source } = editor;
  const happens = chanceOf(random);
  if (kind === 'row' && part.length < 5) {
    // of a row's cells, the figures change
    return [happens(hand.touched) ? part.map((token) => (/\d/.test(token.text) ? source.token(`${random.below(9_000)}`) : token)) : part];
  }
  const isProse = kind !== 'code' && kind !== 'heading' && kind !== 'byline';
  if (happens(hand.dropped)) return [];
  if (isProse && happens(hand.replaced)) return [varied(part, editor)];
  const edited = happens(hand.reworked)
    ? reworked(part, editor)
    : happens(hand.enlarged)
      ? enlarged(part, editor)
      : happens(hand.touched)
        ? touched(part, editor)
        : part;
  return isProse && happens(hand.preceded) ? [...newSentences(editor, 1), edited] : [edited];
}

/** Another sentence that begins in the same words. */
function varied(part: Part, { source, writer }: Editor): Part {
  const kept = part.slice(0, Math.max(1, Math.floor(part.length * 0.3)));
  return [...kept, ...source.part(writer.sentence()).slice(kept.length)];
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
