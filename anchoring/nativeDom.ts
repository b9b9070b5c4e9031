/**
 * A form's fields shadow the form's own properties (`<input name="childNodes">`), for us as for the
 * page. These read the property of the interface itself.
 */
function reader<T>(prototype: object, property: string): (node: Node) => T {
  const get = Object.getOwnPropertyDescriptor(prototype, property)?.get;
  // the caller states the type that the DOM standard gives this property
  return (node) => get?.call(node) as T;
}

export const nodeTypeOf = reader<number>(Node.prototype, 'nodeType');
export const childNodesOf = reader<NodeListOf<ChildNode>>(Node.prototype, 'childNodes');
const firstChildOf = reader<ChildNode | null>(Node.prototype, 'firstChild');
export const parentOf = reader<Node | null>(Node.prototype, 'parentNode');
export const documentOf = reader<Document | null>(Node.prototype, 'ownerDocument');
/** In lower case for HTML. Only for elements. */
export const nameOf = reader<string>(Element.prototype, 'localName');
const openShadowOf = reader<ShadowRoot | null>(Element.prototype, 'shadowRoot');
const frameDocumentOf = reader<Document | null>(HTMLIFrameElement.prototype, 'contentDocument');
const rootElementOf = reader<Element | null>(Document.prototype, 'documentElement');

export const isText = (node: Node): node is Text => nodeTypeOf(node) === Node.TEXT_NODE || nodeTypeOf(node) === Node.CDATA_SECTION_NODE;
export const isElement = (node: Node): node is Element => nodeTypeOf(node) === Node.ELEMENT_NODE;

type ClosedRootReader = (element: Element) => ShadowRoot | null;
/** Chrome's way to see closed shadow trees, in an extension's content script only. */
const { chrome: chromium } = globalThis as { chrome?: unknown } as { chrome?: { dom?: { openOrClosedShadowRoot?: ClosedRootReader } } }; // elsewhere it is something else, or nothing
const chromeRootOf = chromium?.dom?.openOrClosedShadowRoot;

/** Elements of HTML itself that can have a shadow tree. */
const PLAIN_HOST = /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/**
 * An element's shadow root: open ones everywhere; closed ones where the browser shows them to extensions, of custom
 * elements and of such plain ones as have nothing else in them (asking for each costs more than all the rest).
 */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const open = openShadowOf(element);
  if (open || !mayHideTree(element)) return open;
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null }; // Firefox, extensions only
  try {
    return openOrClosedShadowRoot ?? chromeRootOf?.(element) ?? null;
  } catch {
    return null; // not an HTML element
  }
}

function mayHideTree(element: Element): boolean {
  const name = nameOf(element);
  return name.includes('-') || (firstChildOf(element) === null && PLAIN_HOST.test(name));
}

/** The root element of a frame's document, or null when the frame is of another origin. */
export function frameRootOf(element: Element): Element | null {
  try {
    const inner = frameDocumentOf(element);
    return inner && rootElementOf(inner);
  } catch {
    return null;
  }
}
