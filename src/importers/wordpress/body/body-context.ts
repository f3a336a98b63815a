import type { WxrAttachment } from '../export/attachments.ts';

/** What the body of a post may refer to. */
export interface BodyContext {
  readonly attachment: (id: string) => WxrAttachment | undefined;
  /** Ids of the files that were uploaded with the post. */
  readonly attached: () => readonly string[];
  /** The content of a block that posts share. */
  readonly sharedBlock: (id: string) => string | undefined;
  /** Of the block editor: identity in the text -> HTML, in order. */
  readonly footnotes: readonly { readonly id: string; readonly content: string }[];
}
