import { mountComposer } from '../../surfaces/mountComposer.tsx';

/** The composer in a web page's frame: the one page of the extension that a web page's address space may hold. */
mountComposer();
