/**
 * Remembers what the context menu was opened on, also inside an open shadow tree: what the browser tells of
 * the choice in the menu is an address only.
 */
export function watchPressed(view: Window, signal: AbortSignal): () => Element | undefined {
  let pressed: WeakRef<Element> | undefined;
  view.addEventListener(
    'contextmenu',
    (event) => {
      const [target] = event.composedPath();
      pressed = target instanceof Element ? new WeakRef(target) : undefined;
    },
    { capture: true, passive: true, signal },
  );
  return () => pressed?.deref();
}
