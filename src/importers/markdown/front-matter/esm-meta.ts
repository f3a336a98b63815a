import type { Json } from '../../../domain/blog-record.ts';
import type { JsonObject } from '../../fields/plain-json.ts';

const opening =
  /^export[ \t]+const[ \t]+(?:meta|metadata|frontmatter|frontMatter|attributes|post|article)[ \t]*(?::[ \t]*[\w.<>]{1,60}[ \t]*)?=[ \t]*(?=\{)/m;
const imported = /^import[ \t]+(\w+)[ \t]+from[ \t]+["']([^"'\n]{1,300})["']/gm;
const token =
  /\s+|\/\/[^\n]*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.)*`|[{}[\],:()]|-?\d+(?:\.\d+)?(?![\w.])|[\w$.]+/y;
const maxLength = 20_000;
const maxDepth = 10;

/**
 * What an MDX file without front matter says of itself in code: `export const meta = { title: 'A title' }`
 * (nextjs.org/docs, MDX). The code is read as data and never run: texts, numbers, lists and maps; the path of an
 * imported or required file; anything else is left out. Null when there is none, or it is more than that.
 */
export function esmMeta(text: string): JsonObject | null {
  const found = opening.exec(text);
  if (!found) return null;
  const paths = new Map(Array.from(text.matchAll(imported), ([, name = '', path = '']) => [name, path]));
  const from = found.index + found[0].length;
  const value = new LiteralReader(text.slice(from, from + maxLength), paths).read(0);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}

/** Reads a literal of JavaScript; `undefined` is what only running it would tell. */
class LiteralReader {
  readonly #tokens: string[] = [];
  readonly #paths: ReadonlyMap<string, string>;
  #at = 0;

  constructor(code: string, paths: ReadonlyMap<string, string>) {
    this.#paths = paths;
    token.lastIndex = 0;
    for (let found = token.exec(code); found; found = token.exec(code)) {
      if (!/^(?:\s|\/[/*])/.test(found[0])) this.#tokens.push(found[0]);
    }
  }

  read(depth: number): Json | undefined {
    const next = this.#tokens[this.#at] ?? '';
    if (depth > maxDepth) return undefined;
    if (next === '{') return this.#map(depth);
    if (next === '[') return this.#list(depth);
    this.#at += 1;
    if (/^["'`]/.test(next)) return this.#called(unquoted(next));
    if (/^-?\d/.test(next)) return Number(next);
    if (next === 'true' || next === 'false') return next === 'true';
    if (next === 'null') return null;
    return this.#called(this.#paths.get(next), next === 'require' || next === 'Date');
  }

  /** What stands behind a value: the arguments of `require('./a.png').default` are its value, of others not. */
  #called(value: string | undefined, takesArgument = false): string | undefined {
    let known = value;
    while (this.#tokens[this.#at] === '(') {
      this.#at += 1;
      const first = this.#tokens[this.#at] ?? '';
      known = takesArgument && /^["'`]/.test(first) ? unquoted(first) : undefined;
      for (let open = 1; open > 0 && this.#at < this.#tokens.length; this.#at += 1) {
        const part = this.#tokens[this.#at];
        if (part === '(') open += 1;
        else if (part === ')') open -= 1;
      }
    }
    while (this.#tokens[this.#at]?.startsWith('.')) this.#at += 1;
    return known;
  }

  #map(depth: number): JsonObject | undefined {
    const entries: [string, Json][] = [];
    for (this.#at += 1; this.#at < this.#tokens.length;) {
      const key = this.#tokens[this.#at] ?? '';
      this.#at += 1;
      if (key === '}') return Object.fromEntries(entries);
      if (key === ',') continue;
      if (this.#tokens[this.#at] !== ':') continue;
      this.#at += 1;
      if (this.#tokens[this.#at] === 'new') this.#at += 1;
      const value = this.read(depth + 1);
      if (value !== undefined) entries.push([/^["'`]/.test(key) ? unquoted(key) : key, value]);
    }
    return undefined;
  }

  #list(depth: number): Json[] | undefined {
    const items: Json[] = [];
    for (this.#at += 1; this.#at < this.#tokens.length;) {
      const next = this.#tokens[this.#at];
      if (next === ']' || next === ',') {
        this.#at += 1;
        if (next === ']') return items;
        continue;
      }
      const before = this.#at;
      const value = this.read(depth + 1);
      if (value !== undefined) items.push(value);
      if (this.#at === before) this.#at += 1;
    }
    return undefined;
  }
}

function unquoted(literal: string): string {
  return literal.slice(1, -1).replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}
