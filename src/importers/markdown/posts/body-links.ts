import { outsideCode } from '../text/outside-code.ts';
import type { PostIndex } from './post-index.ts';

/** Where one post links to another by its file, and which group names the file. */
const patterns = [
  // [a](./b.md#c), [a](@/blog/b.md)
  /(?<=\]\(\s{0,5}<?)([^()<>\s{}]{1,500}\.(?:md|mdx|markdown)\/?)(?=[#)>\s])/gi,
  // [a]: ./b.md
  /(?<=^ {0,3}\[[^\]\n]{1,200}\]:[ \t]{1,5}<?)([^<>\s]{1,500}\.(?:md|mdx|markdown)\/?)(?=[#>\s]|$)/gim,
  // href="./b.md"
  /(?<=\bhref\s{0,3}=\s{0,3}["'])([^"'<>\s]{1,500}\.(?:md|mdx|markdown)\/?)(?=[#"'])/gi,
  // {% post_url 2020-01-01-b %}, {% link _posts/2020-01-01-b.md %}
  /(?:\{\{[^{}\n]{0,60}\}\})?\{%-?\s{0,5}(?:post_url|link|post_path)\s{1,5}([^\s%{}]{1,500})\s{0,5}-?%\}/g,
  // {{< ref "b.md" >}}, {{% relref "b" %}}
  /\{\{[<%]\s{0,5}(?:rel)?ref\s{1,5}["'`]?([^"'`\s<>%{}]{1,500})["'`]?\s{0,5}[>%]\}\}/g,
];

/**
 * A body in which links to files of other posts lead to their paths. What is code, and what names no post,
 * stays as it is.
 */
export function linkPosts(body: string, from: string, language: string, index: PostIndex): string {
  if (!/\.(?:md|mdx|markdown)\b|\{%-?\s*(?:post_|link)|ref\s/i.test(body)) return body;
  const visible = outsideCode(body);
  const changes: { readonly at: number; readonly length: number; readonly text: string }[] = [];
  for (const pattern of patterns) {
    for (const match of visible.matchAll(pattern)) {
      const [whole, reference = ''] = match;
      const [file = '', fragment] = reference.split('#');
      const post = index.find(decode(file), from, language);
      const text = post && post.path + (fragment === undefined ? '' : `#${fragment}`);
      if (text !== null) changes.push({ at: match.index, length: whole.length, text });
    }
  }
  let out = '';
  let done = 0;
  for (const { at, length, text } of changes.sort((a, b) => a.at - b.at)) {
    if (at < done) continue;
    out += body.slice(done, at) + text.replace(/[\s()<>]/g, escape);
    done = at + length;
  }
  return out + body.slice(done);
}

/** Percent-encodes what would end a link's address in Markdown. */
function escape(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
