// What is made is HTML, as tags often stand inside HTML, where Markdown is not read.

/** Text that is nothing but text, in Markdown as in HTML, between tags as in an attribute. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>{}!&~|#"]/g, (character) => `&#${character.codePointAt(0) ?? 32};`);
}

/** An address as the value of an attribute. */
export function address(url: string): string {
  return url.replace(/[<>\s\\"`]/g, encodeURIComponent).replaceAll('&', '&amp;');
}

/** What a link without words of its own shows. */
export function shownAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, '');
}

export function link(url: string, text = shownAddress(url)): string {
  return `<a href="${address(url)}">${plain(text)}</a>`;
}
