export type Styles = Readonly<Record<string, string>>;

/**
 * Set styles one by one: a page's policy blocks a `style` attribute and style sheets in some browsers,
 * never this. `important` in an element's own style wins over every rule of the page.
 */
export function setStyles(element: HTMLElement, styles: Styles): void {
  for (const [property, value] of Object.entries(styles)) element.style.setProperty(property, value, 'important');
}

/** The look of what floats above a page: the colours of components/styles/tokens.css, in the person's scheme. */
export const SHEET: Styles = {
  'color-scheme': 'light dark',
  color: 'light-dark(#24211c, #ece7dd)',
  background: 'light-dark(#fffefb, #23221f)',
  border: '1px solid light-dark(#8d8576, #7d7567)',
  'border-radius': '8px',
  'box-shadow': '0 4px 16px rgb(0 0 0 / 25%)',
  font: '500 13px/1.4 system-ui, sans-serif',
};

export const BARE_BUTTON: Styles = {
  appearance: 'none',
  border: '0',
  margin: '0',
  background: 'transparent',
  color: 'inherit',
  font: 'inherit',
  cursor: 'pointer',
  'border-radius': '7px',
};
