import { writeFileSync } from 'node:fs';
import type { Bidi, BrowsingContext } from './bidi.ts';
import { webDriverKeyActions } from './keys.ts';
import { until } from './waiting.ts';

/** A tab of Firefox, or a frame in one. */
export interface FirefoxTab {
  /** WebDriver's id of the browsing context. */
  readonly context: string;
  readonly goto: (address: string) => Promise<void>;
  /** The value of an expression, or of a function called in the page; through JSON. The shape is the caller's word. */
  readonly evaluate: <T>(what: string | (() => T)) => Promise<Awaited<T>>;
  readonly waitFor: <T>(expression: string, ms?: number) => Promise<NonNullable<T>>;
  /** Bring the tab to the front. */
  readonly activate: () => Promise<void>;
  /** Press at the middle of an element; `element` is a selector, or an expression that begins with `document.`. */
  readonly click: (element: string, button?: 'left' | 'right') => Promise<void>;
  /** Move the pointer near the beginning of an element's text. */
  readonly hover: (selector: string) => Promise<void>;
  readonly drag: (from: Point, to: Point) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** `Enter`, `Shift+Tab`, `Control+a`. */
  readonly press: (chord: string) => Promise<void>;
  /** A frame of this tab, however deep, whose address starts so. */
  readonly frame: (address: string) => Promise<FirefoxTab>;
  /** Write a PNG. */
  readonly screenshot: (file: string) => Promise<void>;
  /** CSS pixels. */
  readonly setViewport: (size: { readonly width: number; readonly height: number }) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** CSS pixels from the viewport's top left corner. */
interface Point {
  readonly x: number;
  readonly y: number;
}

const all = (contexts: readonly BrowsingContext[]): BrowsingContext[] =>
  contexts.flatMap((context) => [context, ...all(context.children ?? [])]);

export function firefoxTab(bidi: Bidi, context: string): FirefoxTab {
  const evaluate = <T>(what: string | (() => T)): Promise<Awaited<T>> =>
    bidi.evaluate(context, typeof what === 'string' ? what : `(${what.toString()})()`);
  const perform = (source: object): Promise<void> => bidi.send('input.performActions', { context, actions: [source] });
  const keys = (actions: readonly object[]): Promise<void> => perform({ type: 'key', id: 'keyboard', actions });
  const mouse = (actions: readonly object[]): Promise<void> => perform({ type: 'pointer', id: 'mouse', actions });

  return {
    context,
    evaluate,
    goto: async (url) => void (await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' })),
    waitFor: (expression, ms) => until(expression, () => evaluate(expression), ms),
    activate: () => bidi.send('browsingContext.activate', { context }),
    click: async (element, button = 'left') => {
      const expression = element.startsWith('document.') ? element : `document.querySelector(${JSON.stringify(element)})`;
      const point = await evaluate<Point>(
        `(() => { const element = ${expression}; element.scrollIntoView({ block: 'nearest' }); const { x, y, width, height } = element.getBoundingClientRect(); return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }; })()`,
      );
      const number = button === 'left' ? 0 : 2;
      await mouse([
        { type: 'pointerMove', ...point },
        { type: 'pointerDown', button: number },
        { type: 'pointerUp', button: number },
      ]);
    },
    hover: async (selector) => {
      const { x, y } = await evaluate<Point>(
        `(() => { const { x, y } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return { x: Math.round(x + 30), y: Math.round(y + 10) }; })()`,
      );
      await mouse([
        { type: 'pointerMove', x: x - 10, y },
        { type: 'pointerMove', x, y },
      ]);
    },
    drag: (from, to) =>
      mouse([
        { type: 'pointerMove', ...from },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerMove', ...to, duration: 50 },
        { type: 'pointerUp', button: 0 },
      ]),
    type: (text) => keys([...text].flatMap((character) => webDriverKeyActions(character === '\n' ? 'Enter' : character))),
    press: (chord) => keys(webDriverKeyActions(chord)),
    frame: async (address) => {
      const found = await until(`a frame at ${address}`, async () => {
        const { contexts } = await bidi.send<{ contexts: BrowsingContext[] }>('browsingContext.getTree', { root: context });
        return all(contexts).find((candidate) => candidate.context !== context && candidate.url.startsWith(address));
      });
      return firefoxTab(bidi, found.context);
    },
    screenshot: async (file) =>
      writeFileSync(
        file,
        Buffer.from((await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context })).data, 'base64'),
      ),
    setViewport: (viewport) => bidi.send('browsingContext.setViewport', { context, viewport }),
    close: () => bidi.send('browsingContext.close', { context }),
  };
}
