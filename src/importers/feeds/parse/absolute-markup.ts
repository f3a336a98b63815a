import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Element, Root } from 'hast';
import type { FeedText } from './parsed-feed.ts';

const addressed = ['href', 'src', 'poster', 'cite', 'longDesc', 'data'];
const relative =
  /\b(?:href|src|srcset|poster|cite|longdesc|data)\s*=\s*(?:["']\s*)?(?![a-z][a-z\d+.-]*:|#)[^\s"'>]/i;

const html = unified().use(rehypeParse, { fragment: true }).use(rehypeStringify);

/** A feed's HTML with every address in it absolute: by its own base, else by the one given. Text stays. */
export function absoluteMarkup({ kind, value, base }: FeedText, otherwise: string | null): string {
  const from = base ?? otherwise;
  if (kind === 'text' || from === null || !relative.test(value)) return value;
  const tree = html.parse(value);
  resolveAll(tree, from);
  return html.stringify(tree);
}

/** Not by recursion: hostile HTML is nested deeper than a call stack. */
function resolveAll(tree: Root, base: string): void {
  const left: (Root | Element)[] = [tree];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.type === 'element') resolveElement(node, base);
    for (const child of node.children) if (child.type === 'element') left.push(child);
  }
}

function resolveElement({ properties }: Element, base: string): void {
  for (const name of addressed) {
    const value = properties[name];
    if (typeof value === 'string') properties[name] = resolved(value, base);
  }
  const { srcSet } = properties;
  if (typeof srcSet === 'string') {
    properties['srcSet'] = srcSet.replace(
      /(^|,)(\s*)([^\s,]+)/g,
      (_, comma: string, blank: string, url: string) => comma + blank + resolved(url, base),
    );
  }
}

function resolved(address: string, base: string): string {
  const written = address.trim();
  if (written === '' || /^(?:[a-z][a-z\d+.-]*:|#)/i.test(written)) return address;
  return URL.parse(written, base)?.href ?? address;
}
