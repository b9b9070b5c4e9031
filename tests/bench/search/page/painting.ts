import type { MatchRange, Shown } from './finder.ts';

const list = document.body.appendChild(document.createElement('ol'));
/** Results that fit into a popup, and one: as in the product, those further down are drawn when they come into sight. */
const IN_SIGHT = 5;
/** Lines of each text that are shown, as in the product. */
const LINES = { p: 6, blockquote: 3, cite: 1 } as const;

/** The rows that stand in the page, by what they show. */
let drawn = new Map<string, HTMLElement>();

/**
 * Put results in the page, in the place of the last ones, and wait until they are painted. A row that shows the same as before is the
 * same element, as with any renderer that goes by keys.
 */
export async function show(results: readonly Shown[]): Promise<void> {
  const next = new Map<string, HTMLElement>();
  for (const result of results.slice(0, IN_SIGHT)) {
    const key = `${result.clip.id} ${JSON.stringify(result.marks)}`;
    next.set(key, drawn.get(key) ?? item(result));
  }
  for (const [key, row] of drawn) if (!next.has(key)) row.remove();
  [...next.values()].forEach((row, place) => {
    const there = list.children[place] ?? null;
    if (there !== row) list.insertBefore(row, there);
  });
  drawn = next;
  await painted();
}

/** The task after the next frame: what stood in the page before it has been laid out and painted. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        port1.close();
        resolve();
      });
      port1.start();
      port2.postMessage(0);
    });
  });
}

function item({ clip, marks }: Shown): HTMLElement {
  const row = document.createElement('li');
  row.append(
    line('p', clip.why, marks.why),
    line('blockquote', clip.quote ?? '', marks.quote),
    line('cite', clip.source.title, marks.title),
  );
  return row;
}

function line(tag: keyof typeof LINES, text: string, ranges: readonly MatchRange[]): HTMLElement {
  const element = document.createElement(tag);
  element.style.cssText = `display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: ${LINES[tag]}`;
  let end = 0;
  for (const [from, to] of ranges) {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(from, to);
    element.append(text.slice(end, from), mark);
    end = to;
  }
  element.append(text.slice(end));
  return element;
}
