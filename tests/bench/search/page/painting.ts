import type { MatchRange, Shown } from './finder.ts';

const list = document.body.appendChild(document.createElement('ol'));
/** Results that fit into a popup: as in the product, those further down are drawn when they come into sight. */
const IN_SIGHT = 6;

/** Put results in the page, in the place of the last ones, and wait until they are painted. */
export async function show(results: readonly Shown[]): Promise<void> {
  list.replaceChildren(...results.slice(0, IN_SIGHT).map(item));
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

function line(tag: string, text: string, ranges: readonly MatchRange[]): HTMLElement {
  const element = document.createElement(tag);
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
