import { newId } from '../storage/ids.ts';

/** The ids of something new that goes out: made once, sent with every attempt. */
export const newOutgoing = (): { readonly mutationId: string; readonly postId: string } => ({ mutationId: newId(), postId: newId() });
