/**
 * What of a document is searched, and what a match in it is worth: the reason first, then what was
 * quoted, then what names it, then what stood around it, then the rest of a
 * clipped page. The order is the fields' bit order in the index.
 */
export const FIELD_WORTH = {
  why: 1,
  decision: 0.95,
  quote: 0.8,
  passages: 0.78,
  caption: 0.7,
  title: 0.68,
  tags: 0.66,
  replies: 0.6,
  author: 0.55,
  headings: 0.5,
  paragraph: 0.48,
  site: 0.45,
  text: 0.3,
} as const;

export type Field = keyof typeof FIELD_WORTH;

// `Object.keys` can't say that it gives the keys of this very object
export const FIELDS = Object.keys(FIELD_WORTH) as readonly Field[];
