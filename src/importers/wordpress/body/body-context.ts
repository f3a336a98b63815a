import type { WxrAttachment } from '../export/attachments.ts';

/** What the body of a post may refer to. */
export interface BodyContext {
  readonly attachment: (id: string) => WxrAttachment | undefined;
  /** Ids of the files that were uploaded with the post. */
  readonly attached: () => readonly string[];
  /** The content of a block that posts share. */
  readonly sharedBlock: (id: string) => string | undefined;
  /** Called for each thing that the body shows and the export does not hold: "picture". */
  readonly onMissing: (what: string) => void;
  /** Of the block editor: identity in the text -> HTML, in order. */
  readonly footnotes: readonly { readonly id: string; readonly content: string }[];
}
