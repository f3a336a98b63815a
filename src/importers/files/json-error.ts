/** Where a text stops being JSON (RFC 8259), counted from 1, and what is wrong there. */
export interface JsonErrorPlace {
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

const blank = /[ \t\n\r]*/y;
const bare = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escape = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;

/** What may come next. */
type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'next';

const missing: Readonly<Record<Wanted, string>> = {
  value: 'a value is missing',
  'value or ]': 'a value or "]" is missing',
  key: 'a name in quotes is missing',
  'key or }': 'a name in quotes or "}" is missing',
  colon: '":" is missing',
  next: '"," or the end of the list or object is missing',
};

const mayClose: ReadonlySet<Wanted> = new Set<Wanted>(['next', 'value or ]', 'key or }']);

/**
 * Finds the place of the error in a text that `JSON.parse` refuses: V8 does not always tell it, and its
 * message shows what stands there.
 */
export function jsonErrorAt(text: string): JsonErrorPlace {
  const open: string[] = [];
  let wanted: Wanted | 'end' = 'value';
  let at = 0;
  for (;;) {
    at = skip(blank, text, at);
    if (at >= text.length) return place(text, at, 'it ends too early');
    if (wanted === 'end') return place(text, at, 'something follows after its end');
    const end = step(text, at, wanted, open);
    if (end === null) return place(text, at, missing[wanted]);
    if (end < 0) return inString(text, -end);
    wanted = nextWanted(text[at] ?? '', wanted, open);
    at = end;
  }
}

/** The end of the token that stands here; null when it is not what is wanted; below 0 for a bad string. */
function step(text: string, at: number, wanted: Wanted, open: string[]): number | null {
  const sign = text[at] ?? '';
  if (wanted === 'colon') return sign === ':' ? at + 1 : null;
  if (mayClose.has(wanted) && sign === open.at(-1)) {
    open.pop();
    return at + 1;
  }
  if (wanted === 'next') return sign === ',' ? at + 1 : null;
  if (wanted.startsWith('value') && (sign === '{' || sign === '[')) {
    open.push(sign === '{' ? '}' : ']');
    return at + 1;
  }
  if (sign === '"') return stringEnd(text, at);
  const end = wanted.startsWith('key') ? at : skip(bare, text, at);
  return end === at ? null : end;
}

/** Behind the quote that ends the string; minus the place where the string goes wrong. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    const end = code === 0x5c ? skip(escape, text, at) : at + 1;
    if (code < 0x20 || end === at) return -at;
    at = end;
  }
  return -at;
}

function inString(text: string, at: number): JsonErrorPlace {
  if (at >= text.length) return place(text, at, 'it ends too early, within a text in quotes');
  return place(text, at, 'a text in quotes holds a line break or a sign that must be written with "\\"');
}

function nextWanted(sign: string, wanted: Wanted, open: readonly string[]): Wanted | 'end' {
  if (wanted === 'colon') return 'value';
  if (wanted.startsWith('key') && sign === '"') return 'colon';
  if (wanted.startsWith('value') && sign === '{') return 'key or }';
  if (wanted.startsWith('value') && sign === '[') return 'value or ]';
  if (wanted === 'next' && sign === ',') return open.at(-1) === '}' ? 'key' : 'value';
  return open.length === 0 ? 'end' : 'next';
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function place(text: string, at: number, what: string): JsonErrorPlace {
  const before = text.slice(0, at);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: at - start + 1, what };
}
