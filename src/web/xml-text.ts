/**
 * XML 1.0 as text. No library: of those tried, `feed` 6.0.0 writes JSON Feed 1, one author, types guessed
 * from file names and whatever characters it is given, and feedsmith's writer pads texts with blanks.
 */

/** What XML 1.0 forbids (section 2.2), even as a character reference. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Any text as the inside of an element or attribute: read back by a parser it is the same, forbidden characters aside. */
export function escapeXml(text: string): string {
  return printable(text).replace(/[&<>"\r]/g, (character) => references[character] ?? character);
}

/** The text without what XML cannot hold; half a surrogate pair becomes U+FFFD. */
export function printable(text: string): string {
  return text.toWellFormed().replace(forbidden, '');
}

/** Attributes by name; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** An element with text in it; nothing when there is no text. */
export function textElement(name: string, text: string | null, attributes: Attributes = {}): string {
  return text === null || text === '' ? '' : element(name, escapeXml(text), attributes);
}

/** An element around XML. */
export function element(name: string, inside: string, attributes: Attributes = {}): string {
  return `<${name}${written(attributes)}>${inside}</${name}>`;
}

/** An element without an inside. */
export function emptyElement(name: string, attributes: Attributes): string {
  return `<${name}${written(attributes)}/>`;
}

/** Some lines of XML, each on its own, those without anything left out. */
export function lines(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n');
}

/** How an XML document begins. */
export const xmlDeclaration = '<?xml version="1.0" encoding="utf-8"?>';

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value == null ? '' : ` ${name}="${attribute(String(value))}"`))
    .join('');
}

/** Blanks in an attribute are read as spaces unless they are references (XML 1.0, section 3.3.3). */
function attribute(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
