/**
 * How long a text may be, in UTF-16 code units, unless it says otherwise. Two sets: what this device keeps is generous,
 * since nothing a person wrote may be lost; what a community takes is what others can be asked to read.
 */
export const KEPT = {
  why: 200_000,
  quote: 500_000,
  paragraph: 20_000,
  title: 2_000,
  address: 8_000,
  tag: 60,
  tags: 50,
  question: 500,
  /** A page's readable text, as Markdown. */
  pageText: 5_000_000,
  /** A picture, in bytes. */
  picture: 10_000_000,
} as const;
export const SHARED = {
  why: 20_000,
  quote: 20_000,
  paragraph: 8_000,
  title: 500,
  address: 4_000,
  tag: 60,
  tags: 20,
  reply: 20_000,
  name: 80,
  purpose: 2_000,
  selectors: 6,
  /** A whole post, in bytes of UTF-8 as JSON. */
  post: 262_144,
} as const;
