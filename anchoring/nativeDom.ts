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
export const parentOf = reader<Node | null>(Node.prototype, 'parentNode');
export const documentOf = reader<Document | null>(Node.prototype, 'ownerDocument');
/** In lower case for HTML. Only for elements. */
export const nameOf = reader<string>(Element.prototype, 'localName');
const openShadowOf = reader<ShadowRoot | null>(Element.prototype, 'shadowRoot');
const frameDocumentOf = reader<Document | null>(HTMLIFrameElement.prototype, 'contentDocument');
const rootElementOf = reader<Element | null>(Document.prototype, 'documentElement');

export const isText = (node: Node): node is Text => nodeTypeOf(node) === Node.TEXT_NODE || nodeTypeOf(node) === Node.CDATA_SECTION_NODE;
export const isElement = (node: Node): node is Element => nodeTypeOf(node) === Node.ELEMENT_NODE;

/** An element's shadow root: open ones everywhere, closed ones too where the browser shows them to extensions (Firefox). */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null }; // Firefox, extensions only
  return openOrClosedShadowRoot ?? openShadowOf(element);
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
