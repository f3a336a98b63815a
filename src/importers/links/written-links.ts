/** A link as it stands in a text. */
export interface WrittenLink {
  readonly at: number;
  readonly length: number;
  /** The address, without what a template puts in front of it: "/x", "../y.md#z", "2020-01-01-b". */
  readonly address: string;
  /**
   * `address`: what stands there is the address. `reference`: a tag that a generator turns into one.
   * `tag`: a tag that becomes a whole link. `wiki`: Obsidian's `[[a note]]`. `auto`: `<https://…>`.
   */
  readonly form: 'address' | 'reference' | 'tag' | 'wiki' | 'auto';
  /** The text of a `tag` or a `wiki` link. */
  readonly text: string | null;
}

/** What a template puts in front: `{{ site.baseurl }}/x`, and the whole of `{{ "/x" | url }}`. */
const template = '(?:\\{\\{[^{}\\n]{1,200}\\}\\}){0,2}';
const literal = /^\{\{-?\s*(?:"([^"\n]*)"|'([^'\n]*)')\s*(?:\|[^{}]*)?-?\}\}$/;

// Each pattern is linear on hostile text: what may repeat is bounded.
const addresses = [
  // [a](./b.md#c), [a](@/blog/b.md "title"), [a](</b>), [a]({{ "/b" | url }}), [a](/b_(c))
  `\\]\\(\\s{0,5}<?(${template}[^\\s()<>{}]{0,2000}(?:\\([^\\s()<>]{0,200}\\)[^\\s()<>{}]{0,500}){0,3})`,
  // [a]: ./b.md
  `^ {0,3}\\[(?!\\^)[^\\]\\n]{1,200}\\]:[ \\t]{0,5}<?(${template}[^\\s<>{}]{0,2000})`,
  // href="./b.md", <Link to="/b">
  `\\b(?:href|to)\\s{0,3}=\\s{0,3}"(${template}[^"<>\\n{}]{0,2000})"`,
  `\\b(?:href|to)\\s{0,3}=\\s{0,3}'(${template}[^'<>\\n{}]{0,2000})'`,
].map((source) => new RegExp(source, 'gim'));

const references = [
  // {% post_url 2020-01-01-b %}, {% link _posts/2020-01-01-b.md %}
  /(?:\{\{[^{}\n]{0,60}\}\})?\{%-?\s{0,5}(?:post_url|link|post_path)\s{1,5}["']?([^\s%{}"']{1,500})["']?\s{0,5}-?%\}/g,
  // {{< ref "b.md" >}}, {{% relref path="b" lang="fr" %}}
  /\{\{[<%]\s{0,5}(?:rel)?ref\s{1,5}(?:path\s{0,3}=\s{0,3})?["'`]?([^"'`\s<>%{}]{1,500})["'`]?[^{}<>%]{0,100}[>%]\}\}/g,
];
// Hexo's {% post_link b "title" %}
const tag = /\{%-?\s{0,5}post_link\s{1,5}([^\s%{}]{1,500})(?:\s{1,5}([^%{}\n]{1,300}?))?\s{0,5}-?%\}/g;
// [[A note]], [[folder/A note#A heading|shown]], ![[A note]]; not [[1]](#x), a[[1]], [[ -f x ]]
const wiki =
  /(?<![\w\]])!?\[\[(?![\s\]]|_?[Tt][Oo][Cc]_?\]\])(?=[^[\]\n]{0,300}\p{L})([^[\]|\n\\]{1,300})(?:\\?\|([^[\]\n]{1,300}))?\]\](?![([:])/gu;
const auto = /<(https?:\/\/[^\s<>]{1,2000})>/gi;

/** Whether a text may hold a link at all. */
const suspicious = /\]\(|\[\[|\]:|\b(?:href|to)\s{0,3}=|\{%|ref\s|<https?:/i;

/**
 * The links of a text, in order; where two begin at one place the first of the kinds above.
 *
 * @param visible the text without its code, such as `outsideCode` gives it
 */
export function writtenLinks(visible: string): WrittenLink[] {
  if (!suspicious.test(visible)) return [];
  const found: WrittenLink[] = [];
  for (const pattern of references) {
    for (const match of visible.matchAll(pattern)) found.push(wholeOf(match, 'reference', null));
  }
  for (const match of visible.matchAll(tag)) {
    const text = (match[2] ?? '').trim().replace(/\s+(?:true|false)$|^["']|["']$/g, '');
    found.push(wholeOf(match, 'tag', text === '' ? null : text));
  }
  for (const match of visible.matchAll(wiki)) found.push(wholeOf(match, 'wiki', match[2]?.trim() ?? null));
  for (const match of visible.matchAll(auto)) found.push(wholeOf(match, 'auto', match[1] ?? ''));
  for (const pattern of addresses) {
    for (const match of visible.matchAll(pattern)) {
      const [whole, written = ''] = match;
      if (written !== '') found.push(addressOf(written, match.index + whole.lastIndexOf(written)));
    }
  }
  return withoutOverlaps(found);
}

function wholeOf(match: RegExpExecArray, form: WrittenLink['form'], text: string | null): WrittenLink {
  return { at: match.index, length: match[0].length, address: match[1] ?? '', form, text };
}

function addressOf(written: string, at: number): WrittenLink {
  const value = literal.exec(written);
  const address = value ? (value[1] ?? value[2] ?? '') : written.replace(/^(?:\{\{[^{}]*\}\}){1,2}/, '');
  return { at, length: written.length, address: address.trim(), form: 'address', text: null };
}

function withoutOverlaps(links: readonly WrittenLink[]): WrittenLink[] {
  let end = 0;
  return links
    .toSorted((a, b) => a.at - b.at)
    .filter((link) => {
      if (link.at < end) return false;
      end = link.at + link.length;
      return true;
    });
}
