import type { ForeignBody } from '../../foreign/foreign-blog.ts';
import { rawText, type JsonMap } from '../../fields/json-values.ts';
import { withSiteUrls } from '../site-urls.ts';
import { BodyError } from './body-error.ts';
import type { ReadBody } from './body-pieces.ts';
import { withoutGatedBlocks } from './gated-blocks.ts';
import { readLexical } from './lexical/read-lexical.ts';
import { readMobiledoc } from './mobiledoc/read-mobiledoc.ts';

/** A post's body, and why the better sources of it could not be read. */
export interface PostBody extends ReadBody {
  /** The column that was read; null: the post has no text. */
  readonly source: string | null;
  readonly broken: readonly { readonly source: string; readonly why: string }[];
}

/** Columns of a post that hold its text: the newest editor's first, then what Ghost made of it. */
const sources: readonly (readonly [column: string, read: (value: unknown) => ReadBody])[] = [
  ['lexical', readLexical],
  ['mobiledoc', readMobiledoc],
  // Ghost before 1.0.
  ['markdown', (value) => plainPiece('markdown', rawText(value))],
  ['html', (value) => withoutGatedBlocks(rawText(value))],
  ['plaintext', (value) => plainPiece('text', rawText(value))],
];

/**
 * The body of a post from the first of its columns that can be read and says something. Pure: the same row
 * gives the same body every time.
 *
 * @param site address of the site, for links that only say `__GHOST_URL__`; null: they become paths
 */
export function readBody(post: JsonMap, site: string | null): PostBody {
  const broken: { source: string; why: string }[] = [];
  for (const [source, read] of sources) {
    const stored = post[source];
    if (stored === null || stored === undefined || stored === '') continue;
    try {
      const { pieces, leftOut } = read(stored);
      if (pieces.length === 0 && leftOut.length === 0) continue;
      return { source, pieces: pieces.map((piece) => pieceOn(piece, site)), leftOut, broken };
    } catch (error) {
      if (!(error instanceof BodyError)) throw error;
      broken.push({ source, why: error.message });
    }
  }
  return { source: null, pieces: [], leftOut: [], broken };
}

/** With the site's addresses; Ghost's Markdown is markdown-it's, with lines that end where they end. */
function pieceOn({ format, text }: ForeignBody, site: string | null): ForeignBody {
  const piece = { format, text: withSiteUrls(text, site) };
  return format === 'markdown'
    ? { ...piece, dialect: { lines: true, marks: true, templates: false } }
    : piece;
}

function plainPiece(format: ForeignBody['format'], text: string): ReadBody {
  return { pieces: text.trim() === '' ? [] : [{ format, text }], leftOut: [] };
}
