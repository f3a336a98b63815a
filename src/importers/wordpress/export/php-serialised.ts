/** A value that PHP serialised, as far as an export holds such. */
export type PhpValue = string | number | boolean | null | ReadonlyMap<string, PhpValue>;

const maxDepth = 12;
const maxValues = 5_000;

/**
 * Reads what PHP's `serialize` wrote: strings, numbers, arrays. Objects are not made: a text that holds one, or
 * is broken, is read up to there.
 *
 * @returns null when not even the beginning is such a value
 */
export function phpValue(text: string): PhpValue {
  return new PhpReader(Buffer.from(text, 'utf8')).read(0) ?? null;
}

class PhpReader {
  readonly #bytes: Buffer;
  #at = 0;
  #left = maxValues;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Undefined: here the text is no value. */
  read(depth: number): PhpValue | undefined {
    this.#left -= 1;
    if (depth > maxDepth || this.#left < 0) return undefined;
    const head = this.#bytes.toString('latin1', this.#at, this.#at + 40);
    const scalar = /^(?:N;|([bid]):([-+\w.]{1,30});)/.exec(head);
    if (scalar) {
      this.#at += scalar[0].length;
      if (scalar[1] === undefined) return null;
      const number = Number(scalar[2]);
      return scalar[1] === 'b' ? number === 1 : number;
    }
    const sized = /^([as]):(\d{1,9}):/.exec(head);
    if (sized === null) return undefined;
    this.#at += sized[0].length;
    return sized[1] === 's' ? this.#string(Number(sized[2])) : this.#array(Number(sized[2]), depth);
  }

  /** Lengths are counted in bytes. */
  #string(length: number): string | undefined {
    const start = this.#at + 1;
    const end = start + length;
    if (this.#bytes.toString('latin1', end, end + 2) !== '";') return undefined;
    this.#at = end + 2;
    return this.#bytes.toString('utf8', start, end);
  }

  #array(count: number, depth: number): PhpValue {
    const entries = new Map<string, PhpValue>();
    this.#at += 1;
    for (let index = 0; index < count; index += 1) {
      const key = this.read(depth + 1);
      if (typeof key !== 'string' && typeof key !== 'number') return entries;
      const value = this.read(depth + 1);
      if (value === undefined) return entries;
      entries.set(String(key), value);
    }
    this.#at += 1;
    return entries;
  }
}

/** Width and height of an image, out of `_wp_attachment_metadata`. */
export function imageSize(
  metadata: string | null,
): { readonly width: number; readonly height: number } | null {
  if (metadata === null) return null;
  const value = phpValue(metadata);
  const size = (name: string): number => {
    const found = typeof value === 'object' && value !== null ? value.get(name) : undefined;
    // Replacing text in a database breaks the lengths of strings; these come first and are none.
    const written = found ?? new RegExp(`s:\\d+:"${name}";[is]:(?:\\d+:")?(\\d+)`).exec(metadata)?.[1];
    return Number(written);
  };
  const [width, height] = [size('width'), size('height')];
  return isSize(width) && isSize(height) ? { width, height } : null;
}

function isSize(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number < 100_000;
}
