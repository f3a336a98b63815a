import type { TocEntry } from './table-of-contents.ts';

/** Goes into the hash of a stored body: raise it whenever the same Markdown renders differently. */
export const RENDER_VERSION = 1;

export interface RenderOptions {
  /** Called once for each address of the body, before links are checked; what it gives back is used. */
  readonly rewriteUrl?: (url: string, what: 'image' | 'link') => string;
  /** BCP 47; words are counted and cut by its rules where the scripts leave a choice. */
  readonly language?: string;
}

export interface RenderedBody {
  /** Sanitised HTML5: safe to show as it is. */
  readonly html: string;
  /** What a reader reads, blocks parted by newlines. */
  readonly text: string;
  readonly toc: readonly TocEntry[];
  readonly wordCount: number;
  /** At least 1. */
  readonly readingTimeMinutes: number;
  /** Plain text: what stands before the more-mark, else the opening paragraphs. '' for an empty body. */
  readonly excerptText: string;
  /** Addresses of images and links after rewriting, each once, in order. */
  readonly images: readonly string[];
  readonly links: readonly string[];
}

export async function renderBody(markdown: string, options: RenderOptions = {}): Promise<RenderedBody> {
  throw new Error('not yet' + markdown + JSON.stringify(options));
}
