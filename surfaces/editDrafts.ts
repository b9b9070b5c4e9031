import * as v from 'valibot';
import type { EditedClip } from '../components/EditClip.tsx';
import { STANCES } from '../domain/clip.ts';

const KEY = 'edit:';
const Edited = v.object({ why: v.string(), tags: v.array(v.string()), decision: v.string(), stance: v.picklist(STANCES) });

/**
 * Edits of kept clips that were begun and not saved, in the extension's own localStorage: written at each
 * keystroke, since a popup may close at any moment.
 */
export function readEditDraft(clipId: string): EditedClip | undefined {
  const stored = v.safeParse(v.pipe(v.string(), v.parseJson(), Edited), localStorage.getItem(KEY + clipId));
  return stored.success ? stored.output : undefined;
}

export function writeEditDraft(clipId: string, draft: EditedClip | undefined): void {
  if (draft) localStorage.setItem(KEY + clipId, JSON.stringify(draft));
  else localStorage.removeItem(KEY + clipId);
}
