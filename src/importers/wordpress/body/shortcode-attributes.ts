/** What stands in a shortcode behind its name. */
export interface ShortcodeAttributes {
  /** Lower-case names. */
  readonly named: ReadonlyMap<string, string>;
  /** Values without a name: `[youtube abc]`, `[youtube=abc]`. */
  readonly bare: readonly string[];
}

const attribute =
  /([\w-]{1,100})\s*=\s*(?:"([^"]*)"|'([^']*)'|“([^”]*)”|([^\s"']+))|"([^"]*)"|'([^']*)'|(\S+)/g;

const otherQuotes = /&#8220;|&#8221;|&#8243;|&quot;|[“”″]/g;

/** Reads attributes as they are typed, also by editors that make curly quotes of straight ones. */
export function parseAttributes(text: string): ShortcodeAttributes {
  const named = new Map<string, string>();
  const bare: string[] = [];
  const written = text.replace(/^[=:]\s*/, '').replace(/[\u00a0\u200b]/g, ' ');
  // Beside straight quotes, others belong to the words between them.
  const straight = /=\s*["']/.test(written) ? written : written.replace(otherQuotes, '"');
  for (const found of straight.matchAll(attribute)) {
    const name = found[1]?.toLowerCase();
    const value =
      found
        .slice(2)
        .find((one) => typeof one === 'string')
        ?.trim() ?? '';
    if (name === undefined) bare.push(value);
    else if (!named.has(name)) named.set(name, value);
  }
  return { named, bare: bare.filter((value) => value !== '') };
}
