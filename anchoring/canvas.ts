import type { Paint } from './looks.ts';

/** Where marks of one window are painted. */
export interface Canvas {
  /** Mark these ranges, and no others, in one paint. */
  paint(paint: Paint, ranges: readonly AbstractRange[]): void;
  /** Mark again what the page took off; whether everything was still there. */
  repaint(): boolean;
}
