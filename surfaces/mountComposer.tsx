import { render } from 'preact';
import * as v from 'valibot';
import { FailureNotice } from '../components/FailureNotice.tsx';
import '../components/styles/base.css';
import { FAILURE_CODES } from '../domain/failure.ts';
import { ComposerSurface } from './ComposerSurface.tsx';
import './composerFrame.css';
import { closeFrame, fitFrame } from './pageFrame.ts';

/** Mount the composer for the draft that the address names: in a page's frame, or alone in a window where a page lets no script in. */
export function mountComposer(): void {
  const root = document.getElementById('app');
  if (!root) return;
  const asked = location.hash.slice(1);
  const failed = v.safeParse(v.picklist(FAILURE_CODES), asked.replace(/^failure=/, ''));
  let isToast = false;
  fitFrame(root, () => isToast);
  render(
    failed.success ? (
      <FailureNotice failure={{ code: failed.output }} onDismiss={closeFrame} />
    ) : (
      <ComposerSurface draftId={asked} onClose={closeFrame} onPhase={(next) => (isToast = next)} />
    ),
    root,
  );
}
