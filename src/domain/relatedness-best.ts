/** The best of many, with room for few: a heap whose root is the worst of those that are kept. */
export class Best {
  readonly #scores: Float64Array;
  readonly #places: Int32Array;
  #count = 0;

  /** @param most that are kept */
  constructor(most: number) {
    this.#scores = new Float64Array(most);
    this.#places = new Int32Array(most);
  }

  /** Of equal scores the lower place is the better: what is kept does not depend on the order of adding. */
  add(place: number, score: number): void {
    if (this.#count < this.#places.length) {
      this.#rise(this.#count, place, score);
      this.#count += 1;
    } else if (this.#isWorse(0, place, score)) {
      this.#sink(place, score);
    }
  }

  /** Places, in no order. */
  get places(): Int32Array {
    return this.#places.subarray(0, this.#count);
  }

  /** Whether the one at `at` is worse than this one. */
  #isWorse(at: number, place: number, score: number): boolean {
    const other = this.#scores[at] ?? 0;
    return other < score || (other === score && (this.#places[at] ?? 0) > place);
  }

  #rise(from: number, place: number, score: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#isWorse(parent, place, score)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#put(at, place, score);
  }

  /** Puts it in the place of the root. */
  #sink(place: number, score: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#count) break;
      const [right, rightPlace] = [this.#scores[child + 1] ?? 0, this.#places[child + 1] ?? 0];
      if (child + 1 < this.#count && !this.#isWorse(child, rightPlace, right)) child += 1;
      if (!this.#isWorse(child, place, score)) break;
      this.#move(child, at);
      at = child;
    }
    this.#put(at, place, score);
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#places[from] ?? 0, this.#scores[from] ?? 0);
  }

  #put(at: number, place: number, score: number): void {
    this.#scores[at] = score;
    this.#places[at] = place;
  }
}
