import { SaxesParser } from 'saxes';
import { mendXml } from './mend-xml.ts';

/** An element of a record: a field, or one that holds fields. */
export interface XmlElement {
  /** As WordPress names it. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** Where XML is damaged, and how. */
export interface XmlDamage {
  /** Within the record, counted from 1. */
  readonly line: number;
  readonly why: string;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: OpenElement[];
  text: string;
}

/** Elements that hold others. Within any other, the beginning of an element means that it was not closed. */
const holders = new Set(['wp:postmeta', 'wp:termmeta']);
/** Held back from the beginning: mail addresses and addresses of strangers. */
const dropped = 'wp:comment';

/**
 * Parses the text of a record, and makes the best of what is wrong with it. Entities are never expanded.
 *
 * @param usual gives an element the name that WordPress does
 */
export function parseRecord(
  text: string,
  usual: (name: string) => string,
): { readonly element: XmlElement; readonly damage: XmlDamage | null } {
  const tree = new RecordTree();
  const parser = new SaxesParser({ fragment: true });
  let damage: XmlDamage | null = null;
  parser.on('error', (error) => {
    damage ??= { line: parser.line, why: error.message.replace(/^[\d:\s]+/, '').replace(/\.$/, '') };
  });
  parser.on('opentag', (tag) => {
    tree.open(usual(tag.name), new Map(Object.entries(tag.attributes)));
  });
  parser.on('closetag', (tag) => {
    tree.close(usual(tag.name));
  });
  parser.on('text', (piece) => {
    tree.add(piece);
  });
  parser.on('cdata', (piece) => {
    tree.add(piece);
  });
  parser.write(mendXml(text)).close();
  return { element: tree.root, damage };
}

class RecordTree {
  #root: OpenElement | null = null;
  #stack: OpenElement[] = [];
  #inDropped = false;

  get root(): XmlElement {
    return this.#root ?? { name: '', attributes: new Map(), children: [], text: '' };
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#inDropped) return;
    if (this.#root !== null && name === dropped) {
      this.#inDropped = true;
      return;
    }
    const element: OpenElement = { name, attributes, children: [], text: '' };
    if (this.#root === null) {
      this.#root = element;
      this.#stack = [element];
      return;
    }
    while (this.#stack.length > 1 && !this.#holds(name)) this.#stack.pop();
    this.#stack.at(-1)?.children.push(element);
    this.#stack.push(element);
  }

  close(name: string): void {
    if (name === dropped) this.#inDropped = false;
    if (this.#inDropped) return;
    const index = this.#stack.findLastIndex((element) => element.name === name);
    // The record's own end is the end of its text.
    if (index > 0) this.#stack.length = index;
  }

  add(text: string): void {
    const element = this.#stack.at(-1);
    if (element !== undefined && !this.#inDropped && this.#stack.length > 1) element.text += text;
  }

  #holds(name: string): boolean {
    const top = this.#stack.at(-1)?.name ?? '';
    return holders.has(top) && name.startsWith('wp:meta_');
  }
}

/** The text of the first child of a name, without space around it; empty when there is none. */
export function fieldOf(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? '';
}
