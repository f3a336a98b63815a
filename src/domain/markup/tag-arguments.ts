/** The arguments of a shortcode or template tag, whatever the syntax: `"a" b key="c" key: d`. */
export interface TagArguments {
  readonly positional: readonly string[];
  /** Keys in lower case. */
  readonly named: ReadonlyMap<string, string>;
}

/** A shortcode or template tag. */
export interface Tag extends TagArguments {
  /** In lower case. */
  readonly name: string;
  /** What stands behind the name, as it is written. */
  readonly rest: string;
}

const key = /([\w.-]+)\s*(?:=|:(?!\/))\s*/y;
const bare = /[^\s,"'`][^\s,]*/y;

/** Reads arguments; every text has some, at worst its words. */
export function parseArguments(text: string): TagArguments {
  const positional: string[] = [];
  const named = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    if (/[\s,()]/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    key.lastIndex = at;
    const name = key.exec(text)?.[1];
    if (name !== undefined) at = key.lastIndex;
    const value = readValue(text, at);
    at = Math.max(value.end, at + (name === undefined ? 1 : 0));
    if (name === undefined) positional.push(value.text);
    else named.set(name.toLowerCase(), value.text);
  }
  return { positional, named };
}

function readValue(text: string, at: number): { text: string; end: number } {
  const quote = text.charAt(at);
  if (quote === '"' || quote === "'" || quote === '`') {
    const end = closingQuote(text, at, quote);
    return { text: text.slice(at + 1, end).replaceAll(`\\${quote}`, quote), end: end + 1 };
  }
  bare.lastIndex = at;
  const word = bare.exec(text)?.[0] ?? '';
  return { text: word.replace(/\)$/, ''), end: at + word.length };
}

/**
 * The quote that ends a value is one with nothing of a word behind it: authors write
 * `"the heading "How you feel""`.
 */
function closingQuote(text: string, at: number, quote: string): number {
  for (let end = text.indexOf(quote, at + 1); end !== -1; end = text.indexOf(quote, end + 1)) {
    if (text.charAt(end - 1) !== '\\' && /^[\s,)|]?$/.test(text.charAt(end + 1))) return end;
  }
  return text.length;
}
