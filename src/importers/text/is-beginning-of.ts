import { outsideCode } from './outside-code.ts';

/** What says that a text goes on. */
const ellipsis = /(?:\.{3}|…|\[(?:…|\.{3})\])\s*$/;

/** What is read of a body: a summary that a system made is shorter. */
const readCharacters = 5000;

/**
 * Whether a summary is but the first words of a text in Markdown or HTML, as systems make them where nobody
 * wrote one. Compares letters and digits only.
 */
export function isBeginningOf(summary: string, body: string): boolean {
  const words = letters(summary.replace(ellipsis, ''));
  if (words === '') return true;
  const start = body.slice(0, readCharacters);
  return [start, outsideCode(start)].some((text) => letters(visible(text)).startsWith(words));
}

/** Whether a summary says nothing that the text does not say in the same words, at its beginning or further down. */
export function standsIn(summary: string, body: string): boolean {
  return letters(visible(body)).includes(letters(visible(summary).replace(ellipsis, '')));
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
