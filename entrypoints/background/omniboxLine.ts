import type { Suggestion } from '../../finding/suggestion.ts';
import { words } from '../../locales/index.ts';

/** What XML 1.0 has no way to write (section 2.2, Char): one of these in one line, and Chrome shows no line at all. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escaped = (text: string): string => text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A suggestion as the address bar wants it: Chrome reads it as XML and marks in it, Firefox shows it as it is. */
export function omniboxLine(suggestion: Suggestion, isMarkup: boolean): string {
  const { reason, matches } = suggestion;
  const source = words.related.source(suggestion);
  if (!isMarkup) return [reason, source].filter(Boolean).join(' — ');
  let at = 0;
  const parts = matches.map(([start, end]) => {
    const part = `${escaped(reason.slice(at, start))}<match>${escaped(reason.slice(start, end))}</match>`;
    at = end;
    return part;
  });
  return `${parts.join('')}${escaped(reason.slice(at))}${source && ` <dim>${escaped(source)}</dim>`}`;
}
