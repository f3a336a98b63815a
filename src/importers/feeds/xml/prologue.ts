/** What a document begins with. */
export interface Prologue {
  /** Lower-case name of the document type; null: none is declared. */
  readonly doctype: string | null;
  /** Lower-case name of the first element, with its prefix; null: there is none. */
  readonly root: string | null;
}

/** What stands before the first element, by how it begins and ends. */
const skipped = [
  ['<?', '?>'],
  ['<!--', '-->'],
] as const;

/**
 * Reads a document of XML or HTML up to its first element, in one pass: what stands before it can be as long
 * as somebody likes.
 */
export function readPrologue(text: string): Prologue {
  let doctype: string | null = null;
  let at = 0;
  for (;;) {
    at = pastBlanks(text, at);
    const pair = skipped.find(([start]) => text.startsWith(start, at));
    const next = pair
      ? past(text, pair[1], at + pair[0].length)
      : text.startsWith('<!', at)
        ? pastDoctype(text, at)
        : at;
    if (next === at) return { doctype, root: nameAt(text, at, '<') };
    doctype ??= pair ? null : nameAt(text, at, '<!doctype ');
    at = next;
  }
}

function pastBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s\uFEFF]/.test(text.charAt(at))) at += 1;
  return at;
}

/** Behind the next of these marks, or the end. */
function past(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

/** A document type may hold declarations of its own in brackets. */
function pastDoctype(text: string, from: number): number {
  const end = text.indexOf('>', from);
  const bracket = text.indexOf('[', from);
  return bracket === -1 || (end !== -1 && end < bracket)
    ? past(text, '>', from)
    : past(text, '>', past(text, ']', bracket));
}

function nameAt(text: string, at: number, mark: string): string | null {
  if (text.slice(at, at + mark.length).toLowerCase() !== mark) return null;
  const name = /^[\p{L}_][\p{L}\p{N}_.:-]*/u.exec(text.slice(at + mark.length, at + mark.length + 100));
  return name?.[0].toLowerCase() ?? null;
}
