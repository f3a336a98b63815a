import type { ForeignBody } from '../foreign/foreign-blog.ts';
import { standsIn } from '../text/is-beginning-of.ts';
import { absoluteMarkup } from './parse/absolute-markup.ts';
import type { FeedItem, FeedText } from './parse/parsed-feed.ts';
import { escaped } from './xml/markup.ts';

/** The text of an item: its content, else its description. Addresses in it are absolute. */
export function bodyOf(item: FeedItem, base: string | null): ForeignBody {
  const text = item.content ?? item.description;
  if (text === null) return { format: 'text', text: '' };
  const whole = withParagraphs(text.kind, absoluteMarkup(text, base));
  return { format: text.kind, text: text.kind === 'html' ? withoutFooter(whole) : whole };
}

/** What WordPress and Medium put below every text of a feed, to say where it stood: the item's address says so. */
const footer =
  /(?:<hr\s*\/?>\s*)?<p(?:\s[^<>]{0,200})?>(?:\s*The post (?:(?!<\/?p[\s>]).){0,1500}? appeared first on (?:(?!<\/?p[\s>]).){0,500}|(?:(?!<\/?p[\s>]).){0,1500}? was originally published in (?:(?!<\/?p[\s>]).){0,500}? on Medium, where people are continuing the conversation (?:(?!<\/?p[\s>]).){0,200})<\/p>\s*$/is;

function withoutFooter(html: string): string {
  const start = Math.max(0, html.length - 3000);
  return html.slice(0, start) + html.slice(start).replace(footer, '');
}

/** HTML that is but text, as programs write it that know of no HTML: empty lines part its paragraphs. */
function withParagraphs(kind: FeedText['kind'], value: string): string {
  if (kind === 'text' || /<[a-z!/]/i.test(value)) return value;
  const parts = value.split(/\n[ \t]*\n\s*/);
  return parts.length < 2 ? value : parts.map((part) => `<p>${part}</p>`).join('\n');
}

/** What WordPress puts below a summary, and the tags that open before it. */
const added =
  /(?:\s|&nbsp;|<[a-z][^<>]{0,500}>)*(?:Continue reading\b|The post\b.{0,2000}?\bappeared first on\b).*$/s;

/** What an author wrote as summary beside the text; not what the feed cut from it. */
export function excerptOf({ content, description }: FeedItem): string | null {
  if (content === null || description === null) return null;
  const own = asMarkup(description)
    .replace(/&(?:hellip|#8230|#x2026);/gi, '…')
    .replace(added, '');
  return standsIn(own.replace(/<[^<>]*>/g, ' '), asMarkup(content)) ? null : own;
}

/** A text where text and HTML are both read as HTML. */
export function asMarkup({ kind, value }: FeedText): string {
  return kind === 'html' ? value : escaped(value);
}
