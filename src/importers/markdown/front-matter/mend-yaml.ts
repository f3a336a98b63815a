/**
 * Indents the further lines of a quoted value by one blank. YAML wants that, but Psych (Jekyll), PyYAML
 * and js-yaml (Eleventy, Gatsby) do without, so blogs are full of it.
 */
export function indentQuotedValues(text: string): string {
  const out: string[] = [];
  let quote: string | null = null;
  for (const line of text.split('\n')) {
    if (quote === null) {
      quote = opens(line);
      out.push(line);
    } else {
      out.push(line.trim() === '' ? line : ` ${line}`);
      if (closes(line, quote)) quote = null;
    }
  }
  return out.join('\n');
}

/** The quote that a line's value opens and does not close. */
function opens(line: string): string | null {
  const [, quote, rest = ''] = /^[ \t]*(?:- )?(?:[\w-]+:[ \t]+)?(["'])(.*)$/.exec(line) ?? [];
  return quote === undefined || closes(rest, quote) ? null : quote;
}

function closes(text: string, quote: string): boolean {
  const bare = quote === '"' ? text.replace(/\\./g, '') : text.replaceAll("''", '');
  return bare.includes(quote);
}

/** Blanks for tabs: one at an indent is an error in YAML, one at the end of a value means nothing. */
export function replaceTabs(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd().replace(/^[ \t]+/, (blanks) => blanks.replaceAll('\t', '  ')))
    .join('\n');
}

/**
 * Quotes plain values that YAML cannot read: with a colon and a blank inside (`title: Go: a tour`), or
 * beginning with a character of its own (`by: @jane`, `title: [Note] x`, `title: "A" and "B"`).
 */
export function quoteOddValues(text: string): string {
  return text.replace(/^([ \t]*(?:- )?[\w-]+:[ \t]+)(\S.*)$/gm, (line, key: string, value: string) =>
    isOdd(value.trim()) ? `${key}'${withoutOuterQuotes(value.trim()).replaceAll("'", "''")}'` : line,
  );
}

/** `"Say "hi" to Ada"` is all one quoted value with quotes inside (as Hashnode writes it), `"A" and "B"` is not. */
function withoutOuterQuotes(value: string): string {
  const [, quote, inner = ''] = /^(["'])(.*)\1$/s.exec(value) ?? [];
  if (quote === undefined) return value;
  const plain = inner.replace(/(?<=\p{L})'(?=\p{L})/gu, '');
  const first = plain.indexOf(quote);
  const before = plain.charAt(first - 1);
  const begins = /^[\s([]?$/.test(before) && /\S/.test(plain.charAt(first + 1));
  return first < 0 || begins ? inner : value;
}

function isOdd(value: string): boolean {
  const quoted = /^(["'])(.*)$/s.exec(value);
  if (quoted) {
    const [, quote = '', rest = ''] = quoted;
    return closes(rest, quote) && !/^(?:[^"\\]|\\.)*"\s*(?:#.*)?$|^(?:[^']|'')*'\s*(?:#.*)?$/.test(rest);
  }
  if (/^\[[^\]]*\][^,\s#]|^\[[^\]]*\]\s+[^#\s]|^\{[^}]*\}\s*[^#\s]/.test(value)) return true;
  return /: |:$/.test(value) || /^[@`%*&!]/.test(value);
}
