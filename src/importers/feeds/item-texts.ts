import type { ForeignBody } from '../foreign/foreign-blog.ts';
import { absoluteMarkup } from './parse/absolute-markup.ts';
import type { FeedItem, FeedText } from './parse/parsed-feed.ts';
import { escaped } from './xml/markup.ts';

/** The text of an item: its content, else its description. Addresses in it are absolute. */
export function bodyOf(item: FeedItem, base: string | null): ForeignBody {
  const text = item.content ?? item.description;
  if (text === null) return { format: 'text', text: '' };
  return { format: text.kind, text: absoluteMarkup(text, base) };
}

/** What an author wrote as summary beside the text; not what the feed cut from its beginning. */
export function excerptOf({ content, description }: FeedItem): string | null {
  if (content === null || description === null) return null;
  const words = plain(description).replace(
    /\s*(?:\[?(?:…|\.\.\.)\]?|Continue reading.*|The post .{0,500} appeared first on .*)$/s,
    '',
  );
  return words === '' || plain(content).startsWith(words) ? null : asMarkup(description);
}

/** A text where text and HTML are both read as HTML. */
export function asMarkup({ kind, value }: FeedText): string {
  return kind === 'html' ? value : escaped(value);
}

/** Enough to compare beginnings. */
function plain({ kind, value }: FeedText): string {
  const text = value.slice(0, 20_000);
  const read =
    kind === 'html'
      ? text
          .replace(/<[^<>]*>/g, ' ')
          .replace(/&nbsp;|&#160;/g, ' ')
          .replace(/&hellip;|&#8230;/g, '…')
      : text;
  return read.replace(/\s+/g, ' ').trim();
}
