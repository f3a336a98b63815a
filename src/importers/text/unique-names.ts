/**
 * Hands out names, each once: a taken one gets a number behind it. They are copies in one piece: what is put together,
 * V8 keeps as its parts, of which a large blog has too many.
 */
export class UniqueNames {
  readonly #taken = new Set<string>();

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  /** The name, or with "-2", "-3", … where it is taken. */
  claim(name: string): string {
    let free = name;
    for (let number = 2; this.#taken.has(free); number += 1) free = `${name}-${number}`;
    const own = structuredClone(free);
    this.#taken.add(own);
    return own;
  }
}
