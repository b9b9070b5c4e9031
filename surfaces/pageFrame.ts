import { ask } from '../messaging/send.ts';

/** Whether this stands in a page's frame. */
export const isFrame = (): boolean => window.top !== window;

/** Close what a page lends a frame to, or the window that it stands in alone. */
export const closeFrame = (): void => {
  if (isFrame()) void ask('closeComposer', undefined);
  else window.close();
};

/** In a page's frame: let the page give the frame the height that its content has, from now on. `isToast`: whether what is shown is the small toast, which anything else may take the place of. */
export function fitFrame(root: HTMLElement, isToast: () => boolean): void {
  document.documentElement.classList.toggle('is-frame', isFrame());
  if (!isFrame()) return;
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height > 0) void ask('sizeComposer', { height, isToast: isToast() });
  }).observe(root);
}
