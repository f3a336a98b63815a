import { isSeq, LineCounter, parseDocument, type Document } from 'yaml';

/** A text is not YAML as exports are written. Lines are counted from 1. */
export class YamlError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = new.target.name;
    this.line = line;
  }
}

/**
 * The value of a YAML 1.2 text as exports are written: no anchors, no merging, no name twice.
 *
 * @throws {YamlError} when it is something else
 */
export function readYaml(text: string): unknown {
  return valueOf(parse(text, new LineCounter()));
}

export interface YamlItem {
  readonly value: unknown;
  /** That it begins in. */
  readonly line: number;
}

/** Items that are parsed at once: a parser's tree takes a hundred times the room of its text. */
const itemsAtOnce = 500;

/**
 * The same of a list, which may be long.
 *
 * @throws {YamlError} when it is something else, a mapping included
 */
export function readYamlList(text: string): YamlItem[] {
  const pieces = piecesOf(text);
  if (pieces.length === 1) return itemsOf(text);
  try {
    return pieces.flatMap(({ text: piece, above }) =>
      itemsOf(piece).map(({ value, line }) => ({ value, line: line + above })),
    );
  } catch {
    // Something else than an export writes: what it is, the whole tells.
    return itemsOf(text);
  }
}

/** The list in pieces that are lists: an item begins with a dash at the beginning of a line. */
function piecesOf(text: string): { readonly text: string; readonly above: number }[] {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, index) => (line.startsWith('- ') ? [index] : []));
  const cuts = [0, ...starts.filter((_, index) => index > 0 && index % itemsAtOnce === 0)];
  return cuts.map((start, index) => ({ text: lines.slice(start, cuts[index + 1]).join('\n'), above: start }));
}

function itemsOf(text: string): YamlItem[] {
  const counter = new LineCounter();
  const document = parse(text, counter);
  const value = valueOf(document);
  if (!Array.isArray(value) || !isSeq(document.contents)) throw new YamlError('it is not a list', 1);
  const lines = document.contents.items.map((item) => counter.linePos(startOf(item)).line);
  return value.map((item: unknown, index) => ({ value: item, line: lines[index] ?? 1 }));
}

function startOf(item: unknown): number {
  const range: unknown = typeof item === 'object' && item !== null ? Reflect.get(item, 'range') : null;
  const start: unknown = Array.isArray(range) ? range[0] : null;
  return typeof start === 'number' ? start : 0;
}

function parse(text: string, lineCounter: LineCounter): Document.Parsed {
  const document = parseDocument(text, { merge: false, uniqueKeys: true, logLevel: 'silent', lineCounter });
  const [error] = document.errors;
  if (error === undefined) return document;
  const what = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
  throw new YamlError(what, error.linePos?.[0].line ?? 1);
}

function valueOf(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw new YamlError(error instanceof Error ? error.message : String(error), 1);
  }
}

/** The line that a name of a mapping stands in, counted from 1; null when it is not there. */
export function lineOfName(text: string, name: string): number | null {
  const index = text
    .split('\n')
    .findIndex((line) => line.startsWith(`${name}:`) || line.startsWith(`"${name}":`));
  return index < 0 ? null : index + 1;
}
