import type { WxrAttachment } from '../export/attachments.ts';
import type { WxrItem } from '../export/wxr-item.ts';
import type { People } from './people.ts';
import type { TermIndex } from './term-index.ts';

/** What posts refer to. */
export interface PostContext {
  /** Address of the blog, without a "/" at its end; empty: not known. */
  readonly site: string;
  readonly siteName: string;
  readonly tagline: string;
  /** BCP 47; null: not said. */
  readonly language: string | null;
  readonly people: People;
  readonly terms: TermIndex;
  readonly item: (place: number) => WxrItem;
  readonly attachment: (id: string) => WxrAttachment | undefined;
  /** HTML as it shows. */
  readonly bodyOf: (item: WxrItem) => string;
  /** The same of an author's own summary. */
  readonly excerptOf: (excerpt: string) => string;
}
