import { plainText } from '../text/plain-text.ts';
import { htmlLine } from '../text/html-line.ts';
import type { ForeignPost } from './foreign-blog.ts';

const maxCharacters = 70;

/** The title of a post as plain text; one without is called by its first words. */
export function titleOf(post: ForeignPost): string {
  return htmlLine(post.title) || shortened(firstText(post)) || 'Untitled';
}

function firstText(post: ForeignPost): string {
  const body = post.body();
  for (const { format, text } of 'format' in body ? [body] : body) {
    const line =
      format === 'html'
        ? htmlLine(text)
        : plainText((/\S[^\n]*/.exec(text)?.[0] ?? '').replace(/^#+\s*/, ''));
    if (line !== '') return line;
  }
  return '';
}

function shortened(text: string): string {
  if (text.length <= maxCharacters) return text;
  const cut = text.slice(0, maxCharacters).toWellFormed();
  const end = cut.lastIndexOf(' ');
  return `${end > maxCharacters / 2 ? cut.slice(0, end) : cut}…`;
}
