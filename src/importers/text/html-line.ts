import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { blockText } from '../../domain/plain-text.ts';
import { withoutControls } from './without-controls.ts';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** What is read of a text: a title, a name or a description has no more. */
const readCharacters = 5000;

/** A short text without its HTML, in one line: exports have names and titles with `&amp;` and tags in them. */
export function htmlLine(html: string): string {
  const read = html.slice(0, readCharacters);
  const text = /[<&]/.test(read) ? blockText(parser.parse(read)) : read;
  return withoutControls(text.replace(/\s+/g, ' ')).trim();
}

/** The same of a text that may be absent; null when nothing is left. */
export function lineOrNull(html: string | null): string | null {
  return html === null ? null : htmlLine(html) || null;
}
