/** What a mark is for. `uncertain`: it may be another place, and is never painted as if it were sure. */
export type Paint = 'mine' | 'shared' | 'decided' | 'rejected' | 'uncertain' | 'flash';

interface Look {
  /** In the highlight registry, which the page can see: it says nothing. */
  readonly name: string;
  /** See-through, so that the text keeps its own colour and its contrast on light and on dark pages. */
  readonly background: string;
  /** `text-decoration`: without colours, too, one kind can be told from another. Visible on white and on black. */
  readonly underline: string;
  /** Where two overlap, the higher one is painted over the other. */
  readonly priority: number;
}

export const LOOKS: Readonly<Record<Paint, Look>> = {
  mine: { name: 'w-1', background: 'rgb(242 185 29 / 32%)', underline: 'underline 2px #b07d00', priority: 2 },
  shared: { name: 'w-2', background: 'rgb(35 166 150 / 26%)', underline: 'underline dashed 2px #12877a', priority: 1 },
  decided: { name: 'w-4', background: 'rgb(79 111 224 / 24%)', underline: 'underline double 2px #4f6fe0', priority: 3 },
  rejected: { name: 'w-5', background: 'rgb(208 64 43 / 20%)', underline: 'underline wavy 1px #d0402b', priority: 4 },
  uncertain: { name: 'w-6', background: 'transparent', underline: 'underline dotted 3px #808080', priority: 0 },
  flash: { name: 'w-3', background: 'rgb(255 154 31 / 42%)', underline: 'underline 3px #b07d00', priority: 5 },
};

/** The looks as style rules. They outdo a page's own rules for the same names. */
export const HIGHLIGHT_RULES: string = Object.values(LOOKS)
  .map(
    ({ name, background, underline }) =>
      `::highlight(${name}) {\n  background-color: ${background} !important;\n  text-decoration: ${underline} !important;\n}`,
  )
  .join('\n\n');
