/** Where a text stops being JSON (RFC 8259), counted from 1, and what is wrong there. */
export interface JsonErrorPlace {
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

const blank = /[ \t\n\r]*/y;
const scalar = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

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
    wanted = nextWanted(text[at] ?? '', wanted, open);
    at = end;
  }
}

/** The end of the token that stands here; null when it is not what is wanted. */
function step(text: string, at: number, wanted: Wanted, open: string[]): number | null {
  const sign = text[at] ?? '';
  if (wanted === 'colon') return sign === ':' ? at + 1 : null;
  const closes = wanted === 'next' || wanted === 'value or ]' || wanted === 'key or }';
  if (closes && sign !== '' && sign === open.at(-1)) {
    open.pop();
    return at + 1;
  }
  if (wanted === 'next') return sign === ',' ? at + 1 : null;
  if (wanted.startsWith('value') && (sign === '{' || sign === '[')) {
    open.push(sign === '{' ? '}' : ']');
    return at + 1;
  }
  if (wanted.startsWith('key') && sign !== '"') return null;
  const end = skip(scalar, text, at);
  return end === at ? null : end;
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
