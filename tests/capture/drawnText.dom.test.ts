import { afterEach, expect, it } from 'vitest';
import { hasDrawnText } from '../../capture/drawnText.ts';

afterEach(() => document.body.replaceChildren());

/** Shares of the window, in percent. */
function draw(width: number, height: number, style = ''): void {
  const canvas = document.createElement('canvas');
  canvas.style.cssText = `position: fixed; top: 0; left: 0; width: ${width}vw; height: ${height}vh; ${style}`;
  document.body.append(canvas);
}
const write = (characters: number): void => {
  const text = document.createElement('p');
  text.textContent = 'word '.repeat(characters / 5);
  document.body.append(text);
};

it('a page that is a drawing with a few words beside it draws its text', () => {
  draw(100, 90);
  write(500);
  expect(hasDrawnText(window)).toBe(true);
});
it('a page with text of its own does not, whatever it draws', () => {
  draw(100, 90);
  write(5_000);
  expect(hasDrawnText(window)).toBe(false);
});
it('a small drawing, one out of sight, and one that is not shown are none', () => {
  draw(30, 30);
  draw(100, 100, 'left: 200vw');
  draw(100, 100, 'visibility: hidden');
  expect(hasDrawnText(window)).toBe(false);
});
it('a page without a drawing does not', () => {
  expect(hasDrawnText(window)).toBe(false);
});
