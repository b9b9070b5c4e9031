import type { Suggestion } from '../../finding/suggestion.ts';
import { words } from '../../locales/index.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

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
