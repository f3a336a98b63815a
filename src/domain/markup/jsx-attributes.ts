/** A tag as JSX or HTML writes it. */
export interface JsxTag {
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  /** Values that are known when read; a value computed by code is left out, a bare name is ''. */
  readonly attributes: ReadonlyMap<string, string>;
  /** An attribute has a value in braces, which no HTML has. */
  readonly computed: boolean;
  readonly end: number;
}

const maxTagLength = 2000;
/** Not the `<Info@example.org>` and `<HTTPS://…>` of Markdown. */
const opening = /<(\/?)([A-Za-z][\w.-]*(?::[\w.-]+)?)(?=[\s/>{])/y;
const attributeName = /[\s/]*([A-Za-z_@:][\w.:@-]*)\s*(=?)\s*/y;
const spread = /\s*(?=\{)/y;
const string = /"[^"]*"|'[^']*'/y;
const bare = /[^\s>"'={}]+/y;
const tagEnd = /\s*(\/?)>/y;

/** The tag that begins at `at`; null when what stands there is none, or is longer than tags are. */
export function readJsxTag(source: string, at: number): JsxTag | null {
  const [head, slash, name] = match(opening, source, at) ?? [];
  if (head === undefined || name === undefined) return null;
  const attributes = new Map<string, string>();
  let computed = false;
  let position = at + head.length;
  while (position - at < maxTagLength) {
    const ends = match(tagEnd, source, position);
    if (ends) {
      const end = position + ends[0].length;
      return { name, closing: slash === '/', selfClosing: ends[1] === '/', attributes, computed, end };
    }
    const value = readAttribute(source, position);
    if (value === null) return null;
    computed ||= value.computed;
    if (value.name !== '' && value.text !== null) attributes.set(value.name, value.text);
    position = value.end;
  }
  return null;
}

interface Attribute {
  readonly name: string;
  /** Null when only code could tell. */
  readonly text: string | null;
  readonly computed: boolean;
  readonly end: number;
}

function readAttribute(source: string, at: number): Attribute | null {
  const spreads = match(spread, source, at);
  if (spreads) {
    const end = braceEnd(source, at + spreads[0].length);
    return end === null ? null : { name: '', text: null, computed: true, end };
  }
  const [head, name = '', equals] = match(attributeName, source, at) ?? [];
  if (head === undefined) return null;
  const from = at + head.length;
  if (equals === '') return { name, text: '', computed: false, end: from };
  if (source.charAt(from) === '{') {
    const end = braceEnd(source, from);
    if (end === null) return null;
    return { name, text: knownValue(source.slice(from + 1, end - 1)), computed: true, end };
  }
  const quoted = match(string, source, from);
  if (quoted) return { name, text: quoted[0].slice(1, -1), computed: false, end: from + quoted[0].length };
  const plain = match(bare, source, from);
  return plain && { name, text: plain[0], computed: false, end: from + plain[0].length };
}

/** `{'a.png'}`, `{320}`, `{require('./a.png').default}`, `{useBaseUrl('/a.png')}`. */
function knownValue(code: string): string | null {
  const found =
    /^\s*(?:(?:require|useBaseUrl)\(\s*)?(?:"([^"]*)"|'([^']*)'|`([^`$]*)`|(\d+))\s*\)?(?:\.default)?\s*$/.exec(
      code,
    );
  return found ? (found[1] ?? found[2] ?? found[3] ?? found[4] ?? null) : null;
}

/** The end of the braces that open at `at`; where quotes do not pair (`<p>Don't</p>`), without regard to them. */
function braceEnd(source: string, at: number): number | null {
  const code = source.slice(at, at + maxTagLength);
  const end = pairEnd(code, /"[^"\n]*"|'[^'\n]*'|`[^`]*`|[{}]/g) ?? pairEnd(code, /[{}]/g);
  return end === null ? null : at + end;
}

function pairEnd(code: string, tokens: RegExp): number | null {
  let depth = 0;
  for (let token = tokens.exec(code); token; token = tokens.exec(code)) {
    if (token[0] === '{') depth += 1;
    else if (token[0] === '}') depth -= 1;
    if (depth === 0) return tokens.lastIndex;
  }
  return null;
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
