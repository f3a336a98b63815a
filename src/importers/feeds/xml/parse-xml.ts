import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { XmlElement } from './element.ts';
import { mendText } from './mend-text.ts';
import { usualPrefix } from './namespaces.ts';

/** What a feed's XML is read to; beyond it reading stops. Real feeds are far below. */
const most = { depth: 200, elements: 400_000, attributes: 200, faults: 100_000 };

/** What is wrong with the XML, told once: real feeds have the same fault in every item. */
export interface XmlFaults {
  readonly count: number;
  readonly line: number;
  readonly first: string;
}

export interface ParsedXml {
  /** Null: there is no element at all. */
  readonly root: XmlElement | null;
  readonly faults: XmlFaults | null;
  /** Why reading stopped before the end; null when it did not. */
  readonly stopped: string | null;
}

type Building = { -readonly [K in keyof XmlElement]: XmlElement[K] } & {
  children: (Building | string)[];
};

class StopReading extends Error {}

/**
 * Reads XML into elements, and goes on after what is wrong with it: entities that nobody declared stay as they
 * are written ("&nbsp;"), bare "&" and control characters are text, tags that nobody closes end with what they
 * stand in, prefixes that nobody declared mean what they usually do. Nothing is fetched and nothing expands: a
 * document type's entities are not read.
 */
export function parseXml(text: string): ParsedXml {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const tree = new TreeBuilder(() => parser.line);
  const mended = mendText(text.trimStart());
  const faults = { count: mended.count, line: mended.line, first: mended.count > 0 ? 'a bare & or <' : '' };
  parser.on('error', ({ message }) => {
    faults.count += 1;
    if (faults.count === 1) Object.assign(faults, { line: parser.line, first: faultText(message) });
    if (faults.count > mended.count + most.faults)
      throw new StopReading(`It is no XML: it has more than ${most.faults} faults.`);
  });
  parser.on('opentag', (tag) => {
    tree.open(tag);
  });
  parser.on('attribute', () => {
    tree.attribute();
  });
  parser.on('closetag', () => {
    tree.close();
  });
  parser.on('text', (piece) => {
    tree.text(piece);
  });
  parser.on('cdata', (piece) => {
    tree.text(piece);
  });
  const stopped = feed(parser, mended.text);
  return { root: tree.root, faults: faults.count > 0 ? faults : null, stopped };
}

function feed(parser: SaxesParser<{ xmlns: true; position: true }>, text: string): string | null {
  try {
    parser.write(text).close();
    return null;
  } catch (error) {
    if (error instanceof StopReading) return error.message;
    throw error;
  }
}

/** "3:17: undefined entity." without the place, which is told apart. */
function faultText(message: string): string {
  return message
    .replace(/^(?:\S*:)?\d+:\d+: /, '')
    .replace(/\.$/, '')
    .slice(0, 100);
}

class TreeBuilder {
  root: Building | null = null;
  readonly #line: () => number;
  readonly #stack: Building[] = [];
  #elements = 0;
  #attributes = 0;

  constructor(line: () => number) {
    this.#line = line;
  }

  open(tag: SaxesTagNS): void {
    this.#attributes = 0;
    this.#elements += 1;
    if (this.#elements > most.elements)
      throw new StopReading(`It holds more than ${most.elements} elements.`);
    if (this.#stack.length >= most.depth) throw new StopReading(`It is nested more than ${most.depth} deep.`);
    const parent = this.#stack.at(-1) ?? null;
    const element = elementOf(tag, parent, this.#line());
    // Atom without its namespace is still meant as Atom.
    if (element.uri === '' && /^(?:atom:|feed$|entry$)/.test((parent ?? element).name))
      element.name = `atom:${element.name}`;
    if (parent) parent.children.push(element);
    else this.root ??= element;
    this.#stack.push(element);
  }

  attribute(): void {
    this.#attributes += 1;
    if (this.#attributes > most.attributes)
      throw new StopReading(`An element has more than ${most.attributes} attributes.`);
  }

  close(): void {
    const element = this.#stack.pop();
    if (element) element.complete = true;
  }

  text(piece: string): void {
    // What XML forbids, and some feeds hold all the same.
    this.#stack.at(-1)?.children.push(piece.replace(/(?![\t\n\r\x7f-\x9f])\p{Cc}/gu, ''));
  }
}

function elementOf(tag: SaxesTagNS, parent: Building | null, line: number): Building {
  const attributes = attributesOf(tag, parent === null);
  return {
    name: usualName(tag.prefix, tag.local, tag.uri),
    written: tag.local,
    uri: tag.uri,
    attributes,
    children: [],
    line,
    base: resolved(attributes['xml:base'], parent?.base ?? null),
    language: attributes['xml:lang'] ?? parent?.language ?? null,
    complete: false,
  };
}

/** Most elements have none: they share one object. */
const noAttributes: Building['attributes'] = Object.freeze(Object.create(null) as Record<string, string>);

function attributesOf(tag: SaxesTagNS, isRoot: boolean): Building['attributes'] {
  // The root's default namespace is all that tells the version of an empty RDF feed.
  const kept = Object.values(tag.attributes).filter(
    ({ name, prefix }) => prefix !== 'xmlns' && (name !== 'xmlns' || isRoot),
  );
  if (kept.length === 0) return noAttributes;
  const attributes = Object.create(null) as Record<string, string>;
  for (const { name, prefix, local, uri, value } of kept)
    attributes[name === 'xmlns' ? name : usualName(prefix, local, uri)] = value;
  return attributes;
}

/** saxes gives a prefix that nobody declared as its namespace. */
function usualName(prefix: string, local: string, uri: string): string {
  const usual = uri === '' ? '' : (usualPrefix(uri) ?? prefix.toLowerCase());
  return `${usual === '' ? '' : `${usual}:`}${local.toLowerCase()}`;
}

function resolved(address: string | undefined, base: string | null): string | null {
  if (address === undefined) return base;
  return URL.parse(address.trim(), base ?? undefined)?.href ?? base;
}
