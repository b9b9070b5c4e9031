import { signal, type ReadonlySignal } from '@preact/signals';
import type { ClipCardData } from './cards.ts';

/** Characters of one page's text that are searched: five minutes' reading. To index them takes some 10 ms. */
const SEARCHED = 10_000;
/** Pages whose text is searched, the newest: more would take more time and memory than what they are found by is worth. */
const MOST_PAGES = 500;
/** Texts that are read before what waits on the page gets its turn, and before what is searched for is searched for again. */
const AT_ONCE = 3;
const PER_ANSWER = 30;

/** The texts of clipped pages, as far as they have been read. */
export interface PageTexts {
  /** Begin to read those of these clips that are new. */
  readonly follow: (clips: readonly ClipCardData[]) => void;
  readonly textOf: (clipId: string) => string | undefined;
  /** Rises when more was read. */
  readonly read: ReadonlySignal<number>;
}

/** The words of a text, without the addresses of its links and the marks that shape it. */
const wordsOf = (markdown: string): string =>
  markdown
    .replace(/^(?:```.*|\|(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*)$/gm, '')
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+\.)[ \t]+/gm, '')
    .replace(/!?\[([^[\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/\*\*|`/g, '')
    .replace(/(?<![\p{L}\p{N}_\\])_(?=\S)|(?<=[^\s\\])_(?![\p{L}\p{N}_])/gu, '')
    .replace(/\\([\p{P}\p{S}])/gu, '$1')
    .replace(/^\|(.*)\|[ \t]*$/gm, (_, cells: string) => cells.replaceAll('|', ' '));

/**
 * Reads the kept texts of pages a few at a time, while one goes on typing. `learn` gets each batch of ids whose
 * text has come. What can't be read is not searched.
 */
export function pageTexts(
  readText: (clipId: string, max: number) => Promise<string | undefined>,
  learn: (clipIds: readonly string[]) => void,
  end: AbortSignal,
): PageTexts {
  const texts = new Map<string, string>();
  const asked = new Set<string>();
  const waiting: string[] = [];
  const read = signal(0);
  let isReading = false;

  const readOn = async (): Promise<void> => {
    isReading = true;
    let unanswered = 0;
    while (waiting.length > 0 && !end.aborted) {
      const batch = waiting.splice(0, AT_ONCE);
      const found = await Promise.all(batch.map((id) => readText(id, SEARCHED).catch(() => undefined)));
      const known = batch.filter((id, index) => {
        const text = found[index];
        if (text) texts.set(id, wordsOf(text));
        return text;
      });
      if (known.length > 0) learn(known);
      unanswered += known.length;
      if (unanswered >= PER_ANSWER || (unanswered > 0 && waiting.length === 0)) {
        unanswered = 0;
        read.value += 1;
      }
      await new Promise((resolve) => setTimeout(resolve));
    }
    isReading = false;
  };

  return {
    read,
    textOf: (clipId) => texts.get(clipId),
    follow(clips) {
      for (const { id, clip } of clips) {
        if (clip.kind !== 'page' || asked.has(id)) continue;
        if (asked.size >= MOST_PAGES) break;
        asked.add(id);
        waiting.push(id);
      }
      if (!isReading && waiting.length > 0) void readOn();
    },
  };
}
