/** "&" that begins no entity, and "<" that begins no tag. */
const bare = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});)|<(?![\p{L}_:/!?])/giu;

/**
 * XML with the characters escaped that are text and look like markup: of "Fish & Chips" an XML parser would
 * read on to the next semicolon. What stands in CDATA and in comments stays as it is.
 */
export function mendText(text: string): { text: string; count: number; line: number } {
  const found = { count: 0, line: 0 };
  const pieces: string[] = [];
  let line = 1;
  const mend = (piece: string): void => {
    pieces.push(
      piece.replace(bare, (mark, offset: number) => {
        found.count += 1;
        if (found.count === 1) found.line = line + lines(piece.slice(0, offset));
        return mark === '&' ? '&amp;' : '&lt;';
      }),
    );
    if (found.count === 0) line += lines(piece);
  };
  const keep = (piece: string): void => {
    pieces.push(piece);
    if (found.count === 0) line += lines(piece);
  };
  for (const [piece, isMarkup] of parts(text)) (isMarkup ? mend : keep)(piece);
  return { text: pieces.join(''), ...found };
}

/** What stands between CDATA sections and comments, and these. */
function* parts(text: string): Generator<readonly [piece: string, isMarkup: boolean]> {
  const start = /<!\[CDATA\[|<!--/g;
  let from = 0;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    yield [text.slice(from, match.index), true];
    const end = match[0] === '<!--' ? '-->' : ']]>';
    const found = text.indexOf(end, start.lastIndex);
    from = found === -1 ? text.length : found + end.length;
    yield [text.slice(match.index, from), false];
    start.lastIndex = from;
  }
  yield [text.slice(from), true];
}

function lines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
