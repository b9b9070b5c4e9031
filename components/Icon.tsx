import './styles/Icon.css';

/** Paths on a 16 × 16 grid, drawn as 1.5 wide strokes. */
const PATHS = {
  add: 'M8 3v10M3 8h10',
  back: 'M13 8H3.2M7.2 3.6 2.8 8l4.4 4.4',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  close: 'm4 4 8 8m0-8-8 8',
  copy: 'M5.5 5.5h7v8h-7zM3.5 10.5v-8h7',
  delete: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9M6.8 7.2v3.6M9.2 7.2v3.6',
  edit: 'M3 13l.7-3L10.8 2.9l2.3 2.3L6 12.3zM9.2 4.5l2.3 2.3',
  failure: 'M8 1.8 14.6 13.6H1.4zM8 6v3.6M8 11.6v.1',
  file: 'M4 1.8h5.2L12.2 5v9.2H4zM9 2v3.2h3',
  info: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8ZM8 7.4v3.6M8 5v.1',
  next: 'M8 3.2v9.4M4 8.8l4 4 4-4',
  image: 'M2.2 3.2h11.6v9.6H2.2zM2.4 11l3.2-3.2 2.6 2.6 1.8-1.8 3.6 3.4M10.6 6.3v.1',
  link: 'M6.7 9.3a2.6 2.6 0 0 1 0-3.7l2-2a2.6 2.6 0 0 1 3.7 3.7l-1 1M9.3 6.7a2.6 2.6 0 0 1 0 3.7l-2 2a2.6 2.6 0 0 1-3.7-3.7l1-1',
  moment: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8ZM6.6 5.4v5.2L10.8 8z',
  open: 'M9.5 2.5h4v4M13.3 2.7 7.5 8.5M11.5 9.5v4h-9v-9h4',
  panel: 'M2 3h12v10H2zM10 3v10',
  people:
    'M6 7.8A2.6 2.6 0 1 0 6 2.6a2.6 2.6 0 0 0 0 5.2ZM1.6 13.4c.2-2.6 1.9-4 4.4-4s4.2 1.4 4.4 4M10.6 2.9a2.4 2.4 0 0 1 0 4.6M12 9.7c1.5.5 2.3 1.8 2.4 3.7',
  previous: 'M8 12.8V3.4M4 7.2l4-4 4 4',
  quote: 'M3 9.8V7.6C3 5 4.4 3.6 6.4 3.2M3 8.4h3.4V12H3zM9.6 9.8V7.6c0-2.6 1.4-4 3.4-4.4M9.6 8.4H13V12H9.6z',
  read: 'M2 3.4c2.2-.6 4.4-.4 6 1 1.6-1.4 3.8-1.6 6-1v9c-2.2-.6-4.4-.4-6 1-1.6-1.4-3.8-1.6-6-1zM8 4.4v9',
  region: 'M2.5 5v-2.5H5M11 2.5h2.5V5M13.5 11v2.5H11M5 13.5H2.5V11M6.5 2.5h3M6.5 13.5h3M2.5 6.5v3M13.5 6.5v3',
  related:
    'M4.4 2.4a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM11.6 9.6a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM11.8 2.6a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2ZM6 5.8l4.2 4.2M6.4 4.3h3.8',
  relied: 'M2 13.4h12M3.8 13.2V9.4h8.4v3.8M6 9.2V5.4h4v3.8M8 5.2V2.6',
  remove: 'M3 8h10',
  reply: 'M6.6 4 3 7.6l3.6 3.6M3.4 7.6h5.4c2.6 0 4.2 1.5 4.2 4.4',
  search: 'M7 2.4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2ZM10.4 10.4l3.4 3.4',
  settings: 'M2.5 5h6M13 5h.5M10.8 3.2v3.6M2.5 11h.5M7.5 11h6M5.2 9.2v3.6',
  share: 'M8 9.6V2.2M5 5l3-3 3 3M4.6 7.4H3.2v6.4h9.6V7.4h-1.4',
  star: 'm8 1.9 1.9 3.9 4.2.6-3 3 .7 4.3L8 11.7l-3.8 2 .7-4.3-3-3 4.2-.6z',
  waiting: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8ZM8 4.6V8l2.4 1.6',
  width: 'M2 3v10M14 3v10M4.4 8h7.2M6.4 5.8 4.2 8l2.2 2.2M9.6 5.8 11.8 8l-2.2 2.2',
} as const;

export type IconName = keyof typeof PATHS;

/** A small drawing in the colour of the text; a picture beside words, never in their place. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
