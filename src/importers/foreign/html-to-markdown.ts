import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { sanitiseBody } from '../../domain/body-tree.ts';
import { linkEmbeddedMedia } from '../../domain/embedded-media.ts';
import { nameCodeLanguages } from './html/code-languages.ts';
import { writeFootnotes } from './html/footnotes.ts';
import { isTooDeep, textOfHtml } from './html/hostile-html.ts';
import { keepAnchors } from './html/keep-anchors.ts';
import { keepHtml } from './html/keep-html.ts';
import { mendImages } from './html/mend-images.ts';
import { mendLinks } from './html/mend-links.ts';
import { mendMarks } from './html/mend-marks.ts';
import { mendParagraphs } from './html/mend-paragraphs.ts';
import { mendPlayers } from './html/mend-players.ts';
import { mendStructure } from './html/mend-structure.ts';
import { rewriteTree } from './html/rewrite-tree.ts';
import type { RewriteAddress } from './html/rewrite-tree.ts';
import { withoutControls } from '../text/without-controls.ts';
import { textToMarkdown } from './text-to-markdown.ts';
import { treeToMarkdown } from './html/tree-to-markdown.ts';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** More than any post has; what is longer is not read to its end. */
const maxCharacters = 5_000_000;

export interface HtmlOptions {
  /** Called for the address of every link and image; what it gives back is written. */
  readonly rewrite?: RewriteAddress;
  /** What the labels of its footnotes begin with, for HTML that is a piece of a body. Default: nothing. */
  readonly notePrefix?: string;
}

/**
 * A body in HTML as Markdown of the kind that `renderBody` reads: CommonMark and GFM, and plain HTML for what
 * those cannot say (captions, details, tables with merged cells, superscripts). Scripts, styles, forms and the
 * like go, as they do when a body is rendered; frames and players become links to what they show. The same
 * HTML always gives the same Markdown.
 */
export function htmlToMarkdown(html: string, options: HtmlOptions = {}): string {
  const source = html
    .slice(0, maxCharacters)
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\ufffd');
  if (isTooDeep(source)) return textToMarkdown(textOfHtml(source));
  try {
    return withoutControls(treeToMarkdown(cleanTree(parser.parse(source), options)));
  } catch (error) {
    // The parsers recurse; what overflows their stack was not written to be read.
    if (!(error instanceof RangeError)) throw error;
    return textToMarkdown(textOfHtml(source));
  }
}

function cleanTree(tree: Root, { rewrite, notePrefix = '' }: HtmlOptions): Root {
  mendImages(tree);
  mendPlayers(tree);
  mendStructure(tree);
  mendLinks(tree);
  nameCodeLanguages(tree);
  linkEmbeddedMedia(tree);
  rewriteTree(tree, rewrite ?? ((address) => address));
  const safe = sanitiseBody(tree);
  writeFootnotes(safe, notePrefix);
  keepAnchors(safe);
  mendMarks(safe);
  mendParagraphs(safe);
  keepHtml(safe);
  return safe;
}
