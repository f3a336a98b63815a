/**
 * Finds where parts of a text end that begin with a mark. A closing mark that is not found is not there further
 * on either and is not looked for again: else a text of nothing but opening marks would take time by its square.
 */
export class PartEnds {
  readonly #text: string;
  readonly #absent = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Behind the next closing mark; -1 when there is none. */
  find(closing: string, from: number): number {
    if (this.#absent.has(closing)) return -1;
    const at = this.#text.indexOf(closing, from);
    if (at !== -1) return at + closing.length;
    this.#absent.add(closing);
    return -1;
  }

  /** Behind the end tag of an element, in upper or lower case. */
  findEndTag(name: string, from: number): number {
    return this.findPattern(`</${name}\\s{0,20}>`, from)?.end ?? -1;
  }

  /** The next closing mark that a pattern describes, in upper or lower case. */
  findPattern(source: string, from: number): { readonly at: number; readonly end: number } | null {
    if (this.#absent.has(source)) return null;
    const pattern = new RegExp(source, 'gi');
    pattern.lastIndex = from;
    const found = pattern.exec(this.#text);
    if (found) return { at: found.index, end: found.index + found[0].length };
    this.#absent.add(source);
    return null;
  }
}
