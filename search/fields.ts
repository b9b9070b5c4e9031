/**
 * What of a document is searched, and what a match in it is worth: the reason first, then what was
 * quoted, then what names it, then what stood around it, then the rest of a
 * clipped page. They are not far apart: between two documents that have the same words the field tells, but a rarer
 * word or a better match weighs more. The order is the fields' bit order in the index, which has sixteen bits.
 */
export const FIELD_WORTH = {
  why: 1,
  because: 0.99,
  decision: 0.975,
  quote: 0.9,
  passages: 0.89,
  caption: 0.85,
  title: 0.84,
  tags: 0.83,
  options: 0.82,
  rejected: 0.81,
  replies: 0.8,
  author: 0.775,
  headings: 0.75,
  paragraph: 0.74,
  site: 0.72,
  text: 0.4,
} as const;

export type Field = keyof typeof FIELD_WORTH;

// `Object.keys` can't say that it gives the keys of this very object
export const FIELDS = Object.keys(FIELD_WORTH) as readonly Field[];

/** Every field's bit. */
export const ALL_FIELDS = (1 << FIELDS.length) - 1;

/** The bits of the named fields; a name that is no field has none. */
export const bitsOf = (names: readonly string[]): number =>
  FIELDS.reduce((bits, field, index) => (names.includes(field) ? bits | (1 << index) : bits), 0);

/** What further fields with the same word add to the best one. */
const ALSO_THERE = 0.06;

/** What a match in each set of fields (bits) is worth: the best field, which has the lowest bit, and a little of the others. */
export const MASK_WORTH: Float32Array = new Float32Array(ALL_FIELDS + 1);
FIELDS.forEach((field, index) => {
  const bit = 1 << index;
  // sets with this field as the last one, each made of one that is known
  for (let before = 0; before < bit; before++)
    MASK_WORTH[bit | before] = before === 0 ? FIELD_WORTH[field] : (MASK_WORTH[before] ?? 0) + ALSO_THERE * FIELD_WORTH[field];
});
