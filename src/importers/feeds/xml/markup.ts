import type { XmlElement } from './element.ts';

/** Elements of HTML that have no end tag. */
const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/**
 * What stands in an element, as HTML source. Text beside elements counts as HTML too, as it does in RSS;
 * `escape` takes it for text, as in XHTML.
 */
export function innerMarkup(element: XmlElement, escape: boolean): string {
  return element.children
    .map((child) =>
      typeof child !== 'string' ? outerMarkup(child, escape) : escape ? escaped(child) : child,
    )
    .join('');
}

function outerMarkup(element: XmlElement, escape: boolean): string {
  const name = element.written;
  const attributes = Object.entries(element.attributes)
    .filter(([key]) => !key.includes(':'))
    .map(([key, value]) => ` ${key}="${escaped(value).replaceAll('"', '&quot;')}"`)
    .join('');
  const content = innerMarkup(element, escape);
  // What stands in an unclosed <br> follows it.
  if (empty.has(name.toLowerCase())) return `<${name}${attributes}>${content}`;
  return `<${name}${attributes}>${content}</${name}>`;
}

/** Text as HTML source. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
