/** How many related posts a post has at most. */
export const listLength = 40;

/** Orders by score, then the newer, then by id: never by chance. */
export function compareRanked(
  a: { readonly score: number; readonly date: number | null; readonly id: string },
  b: { readonly score: number; readonly date: number | null; readonly id: string },
): number {
  return b.score - a.score || (b.date ?? 0) - (a.date ?? 0) || (a.id < b.id ? 1 : -1);
}

interface Scored {
  readonly place: number;
  readonly score: number;
  readonly date: number | null;
  readonly id: string;
}

/** The first of a list, found while it is made. */
export class Shortlist {
  readonly #list: Scored[] = [];

  add(one: Scored): void {
    this.#list.push(one);
    if (this.#list.length === listLength * 2) this.#cut();
  }

  take(): number[] {
    this.#cut();
    return this.#list.map(({ place }) => place);
  }

  #cut(): void {
    this.#list.sort(compareRanked);
    this.#list.length = Math.min(this.#list.length, listLength);
  }
}
