/**
 * What a mark is for. The names that the page can see say nothing; their rules are in
 * entrypoints/clip.content/clip.css.
 */
const NAMES = { mine: 'w-1', shared: 'w-2', flash: 'w-3' } as const;
export type Colour = keyof typeof NAMES;

/** Marks ranges of a document by the CSS Custom Highlight API: the page's nodes stay as they are. */
export interface Painter {
  /** Mark these ranges, and no others, in a colour. */
  paint(colour: Colour, ranges: readonly Range[]): void;
  /** Mark again what the page took off: the registry is the page's too. */
  repaint(): void;
}

/** Does nothing where the API is missing. */
export function createPainter(view: Pick<typeof globalThis, 'CSS' | 'Highlight'>): Painter {
  const painted = new Map<Colour, Highlight>();
  // the registry is only ever asked by name: iterating it throws in a content script of Firefox
  const registry = view.CSS?.highlights;
  return {
    paint(colour, ranges) {
      if (!registry) return;
      if (ranges.length === 0) {
        if (painted.delete(colour)) registry.delete(NAMES[colour]);
        return;
      }
      const highlight = new view.Highlight(...ranges);
      if (colour === 'flash') highlight.priority = 1;
      painted.set(colour, highlight);
      registry.set(NAMES[colour], highlight);
    },
    repaint() {
      for (const [colour, highlight] of painted) if (!registry.has(NAMES[colour])) registry.set(NAMES[colour], highlight);
    },
  };
}
