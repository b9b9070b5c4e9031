import { clippedLine } from './clippedText.ts';

/** A heading's text of at most `max` code units, without the sign of the link to itself that many makers put at its end. */
export const headingText = (heading: Element, max: number): string | undefined =>
  clippedLine(clippedLine(heading.textContent, max)?.replace(/(?:\s*[¶§🔗\uE000-\uF8FF]|\s+#)+$/u, ''), max);
