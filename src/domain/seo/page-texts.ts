import { cutExcerpt } from '../excerpt.ts';

/** Characters (graphemes) after which search results cut a title; the site's name is not worth going beyond. */
const titleLength = 70;

/** Characters of a description that is made of a text which was not written as one. */
const descriptionLength = 160;

/**
 * The title of a page: its own, then the site's name, "Cursors without tears · The blog". The name is left
 * out where the title has it already, and where the whole would be longer than 70 characters.
 */
export function pageTitle(title: string, siteName: string): string {
  const own = oneLine(title);
  const name = oneLine(siteName);
  if (own === '') return name;
  const whole = `${own} · ${name}`;
  if (name === '' || own.toLowerCase().includes(name.toLowerCase())) return own;
  return cutExcerpt(whole, titleLength) === whole ? whole : own;
}

/** The title of the site's home: its name, then its tagline. */
export function homeTitle(siteName: string, tagline: string | null): string {
  return tagline === null || oneLine(tagline) === '' ? oneLine(siteName) : pageTitle(siteName, tagline);
}

/**
 * What a page says of itself: as its author wrote it for that purpose, else the beginning of the first text
 * that says something, at most 160 characters, cut between words. Null when there is no text at all.
 *
 * @param language BCP 47; decides where words end
 */
export function pageDescription(
  written: readonly (string | null)[],
  texts: readonly (string | null)[],
  language: string,
): string | null {
  const own = written.map((text) => oneLine(text ?? '')).find((text) => text !== '');
  if (own !== undefined) return own;
  return (
    texts.map((text) => cutExcerpt(text ?? '', descriptionLength, language)).find((text) => text !== '') ??
    null
  );
}

/** A text as attributes and JSON-LD have it: without line breaks. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Whether two addresses are those of one page: a slash at the end, or its lack, makes no other page. */
export function isSamePage(url: string, other: string): boolean {
  const bare = (text: string): string => text.replace(/\/+$/, '');
  return bare(url) === bare(other);
}
