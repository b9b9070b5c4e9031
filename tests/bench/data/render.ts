import { seededRandom, type Random } from '../measure/random.ts';
import type { Block, PageText, Part } from './pageText.ts';

/** Where a word stands in the `textContent` of the page's body. */
export type Span = readonly [start: number, end: number];

export interface RenderedPage {
  readonly html: string;
  /** The `textContent` of the body, with what is not shown in it. */
  readonly textContent: string;
  /** By token. */
  readonly spans: ReadonlyMap<number, Span>;
}

/** The mark-up of one design of a site, and what a browser doesn't show of it. */
interface Skin {
  readonly paragraph: readonly string[];
  readonly item: readonly string[];
  readonly row: readonly string[];
  readonly cell: readonly string[];
  readonly heading: readonly string[];
  readonly rest: readonly string[];
  /** Instead of a space in some places, as where a line of the source ends. */
  readonly wideGap: string;
  readonly hasCurlyQuotes: boolean;
  readonly hasEntities: boolean;
  /** Of a thousand words. */
  readonly emphasised: number;
  readonly wordsSplit: number;
  readonly softHyphens: number;
  readonly noBreakSpaces: number;
  /** Of a thousand sentences: something hidden comes before. */
  readonly hidden: number;
  /** Of a thousand sentences: a new block, or a new line, begins with it. */
  readonly blocksSplit: number;
  readonly linesBroken: number;
}

const PLAIN: Skin = {
  paragraph: ['p'],
  item: ['ul', 'li'],
  row: ['table', 'tbody', 'tr'],
  cell: ['td'],
  heading: ['h2'],
  rest: ['p'],
  wideGap: ' ',
  hasCurlyQuotes: false,
  hasEntities: false,
  emphasised: 0,
  wordsSplit: 0,
  softHyphens: 0,
  noBreakSpaces: 0,
  hidden: 0,
  blocksSplit: 0,
  linesBroken: 0,
};

function someSkin(random: Random): Skin {
  const { below, pick } = random;
  const often = (most: number): number => (below(2) === 0 ? 0 : below(most));
  const table = below(2) === 0;
  return {
    paragraph: pick([['p'], ['p'], ['div'], ['div', 'span'], ['section', 'p']]),
    item: pick([['ul', 'li'], ['ol', 'li'], ['div'], ['ul', 'li', 'p']]),
    row: table ? ['table', 'tbody', 'tr'] : pick([['div'], ['section', 'div'], ['ul']]),
    cell: table ? ['td'] : pick([['div'], ['p'], ['li']]),
    heading: pick([['h2'], ['h3'], ['header', 'h2'], ['div', 'strong']]),
    rest: pick([['div'], ['p'], ['div', 'small']]),
    wideGap: pick([' ', '\n        ', '\n', '  ']),
    hasCurlyQuotes: below(2) === 0,
    hasEntities: below(2) === 0,
    emphasised: often(60),
    wordsSplit: often(15),
    softHyphens: often(60),
    noBreakSpaces: often(60),
    hidden: often(120),
    blocksSplit: often(150),
    linesBroken: often(150),
  };
}

/** What is in a page and not shown. Texts with none of the characters that HTML escapes. */
const HIDDEN: readonly (readonly [open: string, text: string, close: string])[] = [
  ['<script type="application/json">', '{ "slot": 4, "kind": "banner" }', '</script>'],
  ['<style>', '.x-1 { color: #333 }', '</style>'],
  ['<span hidden>', 'Copy the address of this paragraph', '</span>'],
  ['<span style="display:none">', 'Jump to the notes', '</span>'],
  ['<!-- ', '', 'end of block 7 -->'],
  ['<template>', '', '<p>not yet</p></template>'],
];

const INLINE = ['em', 'b', 'span', 'a', 'code', 'mark'];
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const NAMED: Readonly<Record<string, string>> = {
  '’': '&rsquo;',
  '“': '&ldquo;',
  '”': '&rdquo;',
  '–': '&ndash;',
  '\u00a0': '&nbsp;',
  '\u00ad': '&shy;',
  é: '&eacute;',
};

class Writing {
  readonly html: string[] = [];
  #text = '';
  readonly #hasEntities: boolean;

  constructor(hasEntities: boolean) {
    this.#hasEntities = hasEntities;
  }

  get text(): string {
    return this.#text;
  }

  words(text: string): void {
    this.#text += text;
    this.html.push(text.replace(/[&<>’“”–\u00a0\u00adé]/g, (sign) => ENTITIES[sign] ?? (this.#hasEntities ? (NAMED[sign] ?? sign) : sign)));
  }

  /** Mark-up with text that needs no escaping. */
  raw(open: string, text = '', close = ''): void {
    this.#text += text;
    this.html.push(open, text, close);
  }

  within(names: readonly string[], write: () => void): void {
    for (const name of names) this.html.push(`<${name}>`);
    write();
    for (const name of names.toReversed()) this.html.push(`</${name}>`);
  }
}

/** A page of these words in one of many designs: the same seed gives the same one. */
export const render = (page: PageText, random: Random): RenderedPage => renderIn(someSkin(random), page, random);

/** A page of these words in paragraphs, with nothing hidden. */
export const renderPlainly = (page: PageText): RenderedPage => renderIn(PLAIN, page, seededRandom(1));

function renderIn(skin: Skin, page: PageText, random: Random): RenderedPage {
  const { language } = page;
  const happens = (permille: number): boolean => random.below(1_000) < permille;
  const writing = new Writing(skin.hasEntities);
  const spans = new Map<number, Span>();
  const betweenBlocks = skin.wideGap === ' ' ? '' : '\n    ';
  const plain = (): string => language.wordGap;
  const gap = (): string => (happens(90) ? skin.wideGap : happens(skin.noBreakSpaces) ? '\u00a0' : ' ');
  let quotesOpen = false;

  const dressed = (text: string): string =>
    skin.hasCurlyQuotes
      ? text.replace(/["']/g, (sign) => {
          if (sign === "'") return '’';
          quotesOpen = !quotesOpen;
          return quotesOpen ? '“' : '”';
        })
      : text;

  function word(id: number, text: string): void {
    const start = writing.text.length;
    const isLong = /^\p{L}{7,}/u.test(text) && !/\p{M}/u.test(text);
    if (isLong && happens(skin.softHyphens)) {
      writing.words(`${dressed(text.slice(0, 4))}\u00ad${dressed(text.slice(4))}`);
    } else if (isLong && happens(skin.wordsSplit)) {
      writing.words(dressed(text.slice(0, 3)));
      writing.within([INLINE[random.below(3)] ?? 'em'], () => writing.words(dressed(text.slice(3))));
    } else if (happens(skin.emphasised)) {
      writing.within([INLINE[random.below(INLINE.length)] ?? 'em'], () => writing.words(dressed(text)));
    } else {
      writing.words(dressed(text));
    }
    spans.set(id, [start, writing.text.length]);
  }

  function sentence(part: Part, between: () => string): void {
    part.forEach(({ id, text }, place) => {
      if (place > 0) writing.words(between());
      word(id, text);
    });
  }

  function prose({ parts }: Block, names: readonly string[]): void {
    const paragraphs: Part[][] = [[]];
    for (const part of parts) {
      if (paragraphs.at(-1)?.length !== 0 && happens(skin.blocksSplit)) paragraphs.push([]);
      paragraphs.at(-1)?.push(part);
    }
    for (const sentences of paragraphs) {
      writing.within(names, () =>
        sentences.forEach((part, place) => {
          if (happens(skin.hidden)) {
            const hidden = HIDDEN[random.below(HIDDEN.length)];
            if (hidden) writing.raw(...hidden);
          }
          if (place > 0) {
            if (happens(skin.linesBroken)) writing.raw('<br>');
            else if (language.sentenceGap !== '') writing.words(gap());
          }
          sentence(part, language.wordGap === '' ? plain : gap);
        }),
      );
    }
  }

  function block(all: Block): void {
    if (all.kind === 'code') {
      writing.within(['pre'], () =>
        all.parts.forEach((line, place) => {
          if (place > 0) writing.words('\n');
          sentence(line, () => ' ');
        }),
      );
    } else if (all.kind === 'row') {
      writing.within(skin.row, () => all.parts.forEach((cell) => writing.within(skin.cell, () => sentence(cell, plain))));
    } else if (all.kind === 'heading') {
      writing.within(skin.heading, () => all.parts.forEach((part) => sentence(part, plain)));
    } else if (all.kind === 'item') {
      prose(all, skin.item);
    } else if (all.kind === 'paragraph') {
      prose(all, skin.paragraph);
    } else {
      prose(all, all.kind === 'quotation' ? ['blockquote'] : skin.rest);
    }
  }

  for (const section of page.sections) {
    writing.within(['section'], () => {
      for (const one of section) {
        writing.words(betweenBlocks);
        block(one);
      }
    });
  }
  const html = `<!doctype html><html lang="${language.code}" dir="${language.direction}"><head><meta charset="utf-8"><title>A page</title></head><body>${writing.html.join('')}</body></html>`;
  return { html, textContent: writing.text, spans };
}
