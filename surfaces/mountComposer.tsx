import { render } from 'preact';
import * as v from 'valibot';
import { FailureNotice } from '../components/FailureNotice.tsx';
import '../components/styles/base.css';
import { FAILURE_CODES } from '../domain/failure.ts';
import { ask } from '../messaging/send.ts';
import { ComposerSurface } from './ComposerSurface.tsx';
import './composerFrame.css';

/** Mount the composer for the draft that the address names: in a page's frame, or alone in a window where a page lets no script in. */
export function mountComposer(): void {
  const root = document.getElementById('app');
  if (!root) return;
  const isFrame = window.top !== window;
  const asked = location.hash.slice(1);
  const failed = v.safeParse(v.picklist(FAILURE_CODES), asked.replace(/^failure=/, ''));
  let isToast = false;
  const close = (): void => {
    if (isFrame) void ask('closeComposer', undefined);
    else window.close();
  };
  document.documentElement.classList.toggle('is-frame', isFrame);
  if (isFrame) {
    // the page gives the frame the height that its content has
    new ResizeObserver(() => {
      const height = Math.ceil(root.getBoundingClientRect().height);
      if (height > 0) void ask('sizeComposer', { height, isToast });
    }).observe(root);
  }
  render(
    failed.success ? (
      <FailureNotice failure={{ code: failed.output }} onDismiss={close} />
    ) : (
      <ComposerSurface draftId={asked} onClose={close} onPhase={(next) => (isToast = next)} />
    ),
    root,
  );
}
