/** One line of text of at most `max` UTF-16 code units, white space collapsed; absent when nothing is left. */
export function clippedLine(value: unknown, max: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  // white space may be most of it, but no more than this is looked at
  const line = value
    .slice(0, max * 4)
    .replace(/\s+/g, ' ')
    .trim();
  return clipped(line, max).trimEnd() || undefined;
}

/** A text cut to at most `max` code units, never through a character. */
export function clipped(text: string, max: number): string {
  const cut = text.slice(0, max);
  return text.length > max ? cut.replace(/[\ud800-\udbff]$/, '') : cut;
}
