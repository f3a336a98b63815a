import { outsideCode } from './outside-code.ts';

/** What is read of a body: a summary that a system made is shorter. */
const readCharacters = 5000;

/**
 * Whether a summary is but the first words of a text in Markdown or HTML, as systems make them where nobody
 * wrote one. Compares letters and digits only.
 */
export function isBeginningOf(summary: string, body: string): boolean {
  const words = letters(summary.replace(/(?:\.{3}|…|\[…\])\s*$/, ''));
  if (words === '') return true;
  const start = body.slice(0, readCharacters);
  return [start, outsideCode(start)].some((text) => letters(visible(text)).startsWith(words));
}

/** Without what is not read: addresses of links and pictures, tags, marks of headings. */
function visible(text: string): string {
  return text
    .replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, ' ')
    .replace(/\]\([^)\n]*\)/g, '] ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\{%[^%\n]*%\}/g, ' ')
    .replace(/&[a-z]{2,8};|&#\d{1,7};/gi, ' ');
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
