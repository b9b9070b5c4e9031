import { KEPT } from '../domain/limits.ts';
import { clipped } from './clippedText.ts';

/** What the person has selected. `range` is absent in a form field, whose text has no nodes. */
export interface Selected {
  /** White space as shown, with line breaks between blocks. Never empty. */
  readonly text: string;
  readonly range?: Range;
}

const MOST_FRAMES = 50;
const DEEPEST_FRAME = 5;

/** Fields whose content is nobody's business, also while a page shows it in clear. */
const SECRET = /password|one-time-code|\bcc-/;

/** The selection in a window, its focused field, or its frames of the same origin, the focused one first. Never throws. */
export function selectionOf(view: Window, depth = 0): Selected | null {
  try {
    const { activeElement } = view.document;
    const focused = activeElement && frameWindowOf(activeElement);
    return (
      (focused && depth < DEEPEST_FRAME ? selectionOf(focused, depth + 1) : null) ??
      (activeElement && selectedInField(activeElement)) ??
      selectedInPage(view) ??
      (depth < DEEPEST_FRAME ? selectedInFrames(view, depth) : null)
    );
  } catch {
    return null; // a frame of another origin
  }
}

/** Whether what is selected stands in a text that the person edits. */
export function isEditing(view: Window): boolean {
  const element = view.document.activeElement;
  return element !== null && (isField(element) || ('isContentEditable' in element && element.isContentEditable === true));
}

// by name: a frame's elements are made by the frame's own constructors
const isField = (element: Element): element is HTMLInputElement | HTMLTextAreaElement => /^(?:input|textarea)$/.test(element.localName);

function frameWindowOf(element: Element): Window | null {
  return /^i?frame$/.test(element.localName) ? (element as HTMLIFrameElement).contentWindow : null; // its name says so
}

function found(text: string, range?: Range): Selected | null {
  // a very long selection is cut before it is looked at
  const shown = clipped(text.replace(/\r\n?/g, '\n'), KEPT.quote)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return shown === '' ? null : { text: shown, ...(range && { range }) };
}

function selectedInField(field: Element): Selected | null {
  if (!isField(field) || SECRET.test(`${field.type} ${field.autocomplete}`)) return null;
  // null for fields without text, such as a checkbox
  const { selectionStart, selectionEnd } = field;
  return selectionStart === null || selectionEnd === null ? null : found(field.value.slice(selectionStart, selectionEnd));
}

/** Chromium only: the selection inside one shadow tree, which the document's own shows as collapsed at the host. */
type ShadowWithSelection = ShadowRoot & { getSelection?: () => Selection | null };

/** Chrome shows closed shadow trees too to an extension's content script; elsewhere this is something else, or nothing. */
const { chrome: chromium } = globalThis as { chrome?: unknown } as { chrome?: { dom?: { openOrClosedShadowRoot?: typeof openRoot } } };

const openRoot = (host: Element): ShadowRoot | null => host.shadowRoot;

function selectionWithin(host: Element): Selection | null {
  try {
    const root: ShadowWithSelection | null = (chromium?.dom?.openOrClosedShadowRoot ?? openRoot)(host);
    return root?.getSelection?.() ?? null;
  } catch {
    return null; // not an HTML element
  }
}

function selectedInPage(view: Window): Selected | null {
  let selection = view.getSelection();
  for (let depth = 0; selection?.isCollapsed && depth < DEEPEST_FRAME; depth++) {
    const host = selection.anchorNode?.childNodes[selection.anchorOffset];
    if (!host || !('shadowRoot' in host)) return null;
    selection = selectionWithin(host as Element); // only elements have one
  }
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  return found(selection.toString(), selection.getRangeAt(0).cloneRange());
}

function selectedInFrames(view: Window, depth: number): Selected | null {
  for (let index = 0; index < Math.min(view.length, MOST_FRAMES); index++) {
    const frame = view[index];
    const selected = frame ? selectionOf(frame, depth + 1) : null;
    if (selected) return selected;
  }
  return null;
}
