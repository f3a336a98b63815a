/** An element of a feed's XML, its name written with the usual prefix of its namespace ("dc:creator"). */
export interface XmlElement {
  /** Lower-case local name, behind a prefix unless the namespace is a feed format's own. */
  readonly name: string;
  /** As it was written, for markup. */
  readonly written: string;
  /** Namespace, perhaps ''. */
  readonly uri: string;
  /** Lower-case names, with the usual prefixes. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** Counted from 1. */
  readonly line: number;
  /** What its relative addresses are relative to (xml:base, inherited); null: nothing says. */
  readonly base: string | null;
  /** xml:lang, inherited. */
  readonly language: string | null;
  /** Its end was there: the file does not break off within it. */
  readonly complete: boolean;
}

/** The child elements, in order. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** The child elements of one name. */
export function allNamed(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).filter((child) => child.name === name);
}

/** The first child element of a name that says something; else the first of it. */
export function named(element: XmlElement, name: string): XmlElement | null {
  const all = allNamed(element, name);
  return all.find(({ children }) => children.length > 0) ?? all[0] ?? null;
}

/** What an attribute says; null when it says nothing. */
export function attributeOf(element: XmlElement, name: string): string | null {
  const value = element.attributes[name]?.trim() ?? '';
  return value === '' ? null : value;
}

/** All text below an element, trimmed. */
export function textOf(element: XmlElement | null): string {
  return element === null ? '' : wholeText(element).trim();
}

function wholeText({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : wholeText(child))).join('');
}
