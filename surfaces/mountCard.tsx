import { render } from 'preact';
import '../components/styles/base.css';
import { CardSurface } from './CardSurface.tsx';
import './composerFrame.css';
import { closeFrame, fitFrame } from './pageFrame.ts';

/** Mount the card of a clip, or of a post, in a frame of its page. */
export function mountCard(id: string): void {
  const root = document.getElementById('app');
  if (!root) return;
  fitFrame(root, () => false);
  render(<CardSurface id={id} now={Date.now()} onClose={closeFrame} />, root);
}
