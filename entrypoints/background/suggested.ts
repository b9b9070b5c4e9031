import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Suggestion } from '../../finding/suggestion.ts';

const KEY = 'suggested';
const Suggested = v.array(v.object({ content: v.string(), id: v.string(), kind: v.picklist(['clip', 'decision', 'post']) }));

/**
 * Remember what is suggested last, for a worker that may be stopped before one is chosen; answers the text of each. That is
 * what stands in the address bar while a suggestion is chosen: its reason, numbered where it would be another's or what was typed.
 */
export async function noteSuggested(suggestions: readonly Suggestion[], typed: string): Promise<readonly string[]> {
  const taken = new Set([typed.trim()]);
  const suggested = suggestions.map(({ id, kind, reason }) => {
    const begin = reason.trim() || id;
    let content = begin;
    for (let n = 2; taken.has(content); n++) content = `${begin} (${n})`;
    taken.add(content);
    return { content, id, kind };
  });
  await browser.storage.session.set({ [KEY]: suggested });
  return suggested.map(({ content }) => content);
}

/** The card that a text in the address bar was suggested for; none for what was typed. */
export async function suggestedAs(content: string): Promise<Pick<Suggestion, 'id' | 'kind'> | undefined> {
  const stored = v.safeParse(Suggested, (await browser.storage.session.get(KEY))[KEY]);
  return stored.success ? stored.output.find((one) => one.content === content) : undefined;
}
