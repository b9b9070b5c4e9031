import { mountApp } from '../../surfaces/mountApp.tsx';
import { clipToRead } from '../../surfaces/readAddress.ts';
import './library.css';

const clipId = clipToRead(location.hash);
if (clipId === undefined) void mountApp('library');
else void import('../../surfaces/mountReader.tsx').then(({ mountReader }) => mountReader(clipId));
// from a list to a page and back is another page of ours
addEventListener('hashchange', () => {
  if (clipToRead(location.hash) !== clipId) location.reload();
});
