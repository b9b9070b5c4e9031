import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { HIGHLIGHT_RULES, LOOKS } from '../../anchoring/looks.ts';

type Colour = readonly [red: number, green: number, blue: number];
const WHITE: Colour = [255, 255, 255];
const DARK: Colour = [17, 17, 17];

/** WCAG 2.2, relative luminance and contrast ratio. */
const luminance = (colour: Colour): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: Colour, other: Colour): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};
const over = (page: Colour, background: string): Colour => {
  const [, red, green, blue, alpha] = /rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)/.exec(background) ?? [];
  if (alpha === undefined) return page;
  const share = Number(alpha) / 100;
  const mixed = [red, green, blue].map((part, index) => Number(part) * share + (page[index] ?? 0) * (1 - share));
  return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0];
};
const lineOf = (underline: string): Colour => {
  const [, red = '', green = '', blue = ''] = /#(..)(..)(..)$/.exec(underline) ?? [];
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
};

test.each(Object.entries(LOOKS))(
  'under the paint “%s” text can be read, and its line be seen, on light and on dark pages',
  (_, { background, underline }) => {
    expect(contrast([68, 68, 68], over(WHITE, background))).toBeGreaterThan(4.5);
    expect(contrast([224, 224, 224], over(DARK, background))).toBeGreaterThan(4.5);
    expect(contrast(lineOf(underline), WHITE)).toBeGreaterThan(3);
    expect(contrast(lineOf(underline), DARK)).toBeGreaterThan(3);
  },
);

test('each kind has a line of its own: colour is not the only difference', () => {
  const kinds = [LOOKS.mine, LOOKS.shared, LOOKS.decided, LOOKS.rejected, LOOKS.uncertain].map(({ underline }) =>
    underline.split(' ').slice(0, -2).join(' '),
  );
  expect(new Set(kinds).size).toBe(kinds.length);
});

test('names in the registry that the page sees say nothing, and are told apart', () => {
  const names = Object.values(LOOKS).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^w-\d$/);
});

test('the style sheet of the page’s script has the same rules', async () => {
  const sheet = await readFile('entrypoints/clip.content/clip.css', 'utf8');
  const rules = (text: string): string =>
    text
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s+/g, ' ')
      .trim();
  expect(rules(sheet)).toBe(rules(HIGHLIGHT_RULES));
});
