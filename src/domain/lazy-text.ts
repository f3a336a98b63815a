/** Under this a record keeps how its text is read; nothing lists it. */
const reader = Symbol('reader');

function readText(this: { readonly [reader]?: () => string }): string {
  return this[reader]?.() ?? '';
}

/**
 * One for all: records with an accessor each of their own would not share a layout, and take three times the
 * memory (V8; measured with 30,000 posts).
 */
const accessor: PropertyDescriptor = { get: readText, enumerable: true, configurable: true };

/**
 * Gives a record a `markdown` that is read anew whenever it is asked for: texts may lie in a file, of a blog that
 * is larger than memory. It is listed as the last of the record's names.
 *
 * @param record is changed, and given back
 */
export function withLazyText<R extends object>(
  record: R,
  read: () => string,
): R & { readonly markdown: string } {
  Object.defineProperty(record, reader, { value: read });
  return Object.defineProperty(record, 'markdown', accessor) as R & { readonly markdown: string };
}
