import { createContext } from 'preact';
import type { Attachment } from '../domain/attachment.ts';

/** Reads the picture that was kept of a clip. */
export type PictureSource = (clipId: string) => Promise<Attachment | undefined>;

/** Where the pictures of cards come from: the database, which only a whole page of the extension reaches. */
export const PictureSourceContext = createContext<PictureSource>(async () => undefined);
