/** An element for a page's <head>, ready to be made. */
export interface HeadTag {
  readonly tag: 'TITLE' | 'META' | 'LINK' | 'SCRIPT';
  readonly attributes: readonly HeadAttribute[];
  /** What stands in it; null for elements that are empty by nature. */
  readonly content: string | null;
}

export interface HeadAttribute {
  readonly name: string;
  /** As it is meant, not yet escaped. */
  readonly value: string;
}

export function titleTag(text: string): HeadTag {
  return { tag: 'TITLE', attributes: [], content: text };
}

/** <meta name>; none when there is nothing to say. */
export function namedMeta(name: string, content: string | null): HeadTag[] {
  return content === null ? [] : [{ tag: 'META', attributes: pairs({ name, content }), content: null }];
}

/** <meta property>, as Open Graph has it (RDFa). */
export function propertyMeta(property: string, content: string | number | null): HeadTag[] {
  if (content === null) return [];
  return [{ tag: 'META', attributes: pairs({ property, content: String(content) }), content: null }];
}

/** <link>; none when it leads nowhere. */
export function linkTag(
  rel: string,
  href: string | null,
  others: Readonly<Record<string, string>> = {},
): HeadTag[] {
  return href === null ? [] : [{ tag: 'LINK', attributes: pairs({ rel, ...others, href }), content: null }];
}

/** @param json as `scriptJson` makes it */
export function jsonLdTag(json: string): HeadTag {
  return { tag: 'SCRIPT', attributes: pairs({ type: 'application/ld+json' }), content: json };
}

function pairs(attributes: Readonly<Record<string, string>>): HeadAttribute[] {
  return Object.entries(attributes).map(([name, value]) => ({ name, value }));
}

/**
 * Tags as HTML for a <head>, one a line. A parser makes of it exactly these elements, whatever their texts
 * hold: attributes stand in quotes, and a script's text is JSON without a "<" (HTML, 13.1.2.6 and 4.12.1.3).
 */
export function headHtml(tags: readonly HeadTag[]): string {
  return tags.map(tagHtml).join('\n');
}

function tagHtml({ tag, attributes, content }: HeadTag): string {
  const name = tag.toLowerCase();
  const written = attributes
    .map((attribute) => ` ${attribute.name}="${escapeText(attribute.value)}"`)
    .join('');
  if (content === null) return `<${name}${written}>`;
  return `<${name}${written}>${tag === 'SCRIPT' ? content : escapeText(content)}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Right in an attribute in quotes and in the text of a title. */
function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
