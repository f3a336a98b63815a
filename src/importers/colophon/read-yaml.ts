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

/**
 * The same of a list, each item with the line that it begins in.
 *
 * @throws {YamlError} when it is something else, a mapping included
 */
export function readYamlList(text: string): { readonly value: unknown; readonly line: number }[] {
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
