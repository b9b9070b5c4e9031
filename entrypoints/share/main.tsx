import { mountShare } from '../../surfaces/mountShare.tsx';
import './share.css';

const root = document.getElementById('app');
const asked = new URLSearchParams(location.hash.slice(1));
if (root)
  void mountShare(root, { clipId: asked.get('clip') ?? '', communityId: asked.get('community') ?? '', onDone: () => window.close() });
