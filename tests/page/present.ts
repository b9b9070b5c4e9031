/** A value that a test has put there itself. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('the test expects what it did not put there');
  return value;
}

/** The first element that matches. */
export const one = <E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E =>
  present(root.querySelector<E>(selector));

/** A frame's own document. */
export const inside = (frame: HTMLIFrameElement): Document => present(frame.contentDocument);

/** What the person has selected. */
export const selectedRange = (): Range => present(getSelection()).getRangeAt(0);
