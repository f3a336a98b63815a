/** A tag of a stored body. */
export interface HtmlTag {
  readonly name: string;
  readonly isEnd: boolean;
  /** As they are written. */
  readonly attributes: string;
  /** Where it begins and ends in the HTML. */
  readonly start: number;
  readonly end: number;
}

const tagPattern = /<(\/?)([a-z][a-z\d]*)([^>"]*(?:"[^"]*"[^>"]*)*)>/g;
const attributePattern = /\s([^\s=>"]+)(?:="([^"]*)")?/g;
const reference = /&(?:#x([\da-f]+)|(amp|lt|gt|quot|nbsp));/gi;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/**
 * The tags of a stored body in order. Only for HTML that `serialiseBody` wrote: there values stand in
 * double quotes, a "<" of the text is a reference, and no comment or script is left. So a body is searched
 * in a small part of the time that a parser takes.
 */
export function* tagsOf(html: string): Generator<HtmlTag> {
  for (const match of html.matchAll(tagPattern)) {
    const [tag, slash, name = '', attributes = ''] = match;
    const { index } = match;
    yield { name, isEnd: slash === '/', attributes, start: index, end: index + tag.length };
  }
}

/** The same HTML with each tag as `rewrite` gives it back. */
export function replaceTags(html: string, rewrite: (tag: string) => string): string {
  return html.replace(tagPattern, rewrite);
}

/** The attributes of a tag by name; '' for one without a value. */
export function attributesOf({ attributes }: HtmlTag): ReadonlyMap<string, string> {
  return new Map(
    Array.from(attributes.matchAll(attributePattern), ([, name = '', value = '']) => [name, decode(value)]),
  );
}

function decode(value: string): string {
  return value.replace(reference, (_whole, hex: string | undefined, name = '') =>
    hex === undefined ? (named[String(name)] ?? '') : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/** Elements that have no end tag; the others that a body may hold always have one. */
export const voidElements: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr']);
