import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { blockText } from '../../../domain/plain-text.ts';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** A short text without its HTML: WordPress stores names and titles with `&amp;` and tags in them. */
export function htmlText(html: string): string {
  const text = /[<&]/.test(html) ? blockText(parser.parse(html.slice(0, 5000))) : html;
  return text.replace(/\s+/g, ' ').trim();
}
