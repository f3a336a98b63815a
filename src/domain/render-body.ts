import { boxAlerts } from './alerts.ts';
import { collectAddresses, rewriteAddresses } from './body-addresses.ts';
import type { BodyAddresses, RewriteUrl } from './body-addresses.ts';
import { dropComments, parseBody, sanitiseBody, serialiseBody } from './body-tree.ts';
import { linkEmbeddedMedia } from './embedded-media.ts';
import { excerptTextOf } from './excerpt.ts';
import { highlightCode } from './highlight.ts';
import { textBlocks } from './plain-text.ts';
import { readingTime } from './reading-time.ts';
import type { ReadingTime } from './reading-time.ts';
import { numberHeadings } from './table-of-contents.ts';
import type { TocEntry } from './table-of-contents.ts';

/** Goes into the hash of a stored body: raise it whenever the same Markdown renders differently. */
export const RENDER_VERSION = 1;

export interface RenderOptions {
  /**
   * Called for the address of every image and link, percent-decoded where that is safe; what it gives
   * back is used, if the sanitiser lets it through.
   */
  readonly rewriteUrl?: RewriteUrl;
  /** BCP 47; words are counted and cut by its rules where the scripts leave a choice. */
  readonly language?: string;
}

/** A body in all the forms that are stored. `images` and `links` are its addresses after rewriting. */
export interface RenderedBody extends ReadingTime, BodyAddresses {
  /** Sanitised HTML5: safe to show as it is. */
  readonly html: string;
  /** What a reader reads, blocks parted by newlines. */
  readonly text: string;
  readonly toc: readonly TocEntry[];
  /** Plain text: what stands before the more-mark, else the opening paragraphs. '' for an empty body. */
  readonly excerptText: string;
}

/**
 * Renders the Markdown of a post: CommonMark and GFM with raw HTML, and the foreign markup that
 * `plainMarkdown` knows. The same Markdown and options always give the same result.
 *
 * @throws RangeError when blocks are nested thousands deep
 */
export async function renderBody(markdown: string, options: RenderOptions = {}): Promise<RenderedBody> {
  const { rewriteUrl, language } = options;
  const unsafe = parseBody(markdown);
  linkEmbeddedMedia(unsafe);
  rewriteAddresses(unsafe, rewriteUrl);
  // From here on only what is ours is added: heading ids, boxes, classes of code.
  const tree = sanitiseBody(unsafe);
  boxAlerts(tree);
  const toc = numberHeadings(tree);
  const blocks = textBlocks(tree);
  dropComments(tree);
  const addresses = collectAddresses(tree);
  await highlightCode(tree);
  const text = blocks.map((block) => block.text).join('\n');
  return {
    html: serialiseBody(tree),
    text,
    toc,
    ...readingTime(text, language),
    excerptText: excerptTextOf(blocks, language),
    ...addresses,
  };
}
