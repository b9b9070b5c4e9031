import * as v from 'valibot';
import { Id } from './id.ts';

/**
 * What is kept beside a clip because it is large: the picture of an image, a region or a moment, and a
 * page's readable text as Markdown, compressed with gzip.
 */
export const ATTACHMENT_ROLES = ['picture', 'text'] as const;
export type AttachmentRole = (typeof ATTACHMENT_ROLES)[number];

export const Attachment = v.object({
  /** The clip's id, or that of the draft that becomes it. */
  clipId: Id,
  role: v.picklist(ATTACHMENT_ROLES),
  /** Media type of what the bytes hold, before compression. */
  type: v.pipe(v.string(), v.maxLength(100)),
  bytes: v.instance(Uint8Array),
});
export type Attachment = v.InferOutput<typeof Attachment>;
