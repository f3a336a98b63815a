import { isDeepStrictEqual } from 'node:util';

/**
 * The lines that the items of a list stand in, where a document is laid out as exports are: an item a line. Null for
 * each item of which that is not so, in a document that was laid out anew by an editor.
 */
export function linesOfList(text: string, name: string, items: readonly unknown[]): (number | null)[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`"${name}":[`));
  return items.map((item, index) => {
    const line = start < 0 ? undefined : lines[start + 1 + index];
    return line !== undefined && says(line, item) ? start + index + 2 : null;
  });
}

function says(line: string, item: unknown): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(line.replace(/,$/, '')), item);
  } catch {
    return false;
  }
}
