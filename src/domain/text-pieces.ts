/** Characters of a piece, about. */
const pieceSize = 65_536;

/** Joins texts, such as lines, to pieces that are worth a write of their own. What is no text passes as it is. */
export async function* textPieces<Bytes>(
  parts: AsyncIterable<string | Bytes> | Iterable<string | Bytes>,
): AsyncGenerator<string | Bytes> {
  let texts: string[] = [];
  let size = 0;
  for await (const part of parts) {
    const isText = typeof part === 'string';
    if (isText) {
      texts.push(part);
      size += part.length;
    }
    if (size > 0 && (!isText || size >= pieceSize)) {
      yield texts.join('');
      [texts, size] = [[], 0];
    }
    if (!isText) yield part;
  }
  if (size > 0) yield texts.join('');
}
