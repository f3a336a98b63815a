import { escaped } from '../../text/html-source.ts';
import { htmlLine } from '../../text/html-line.ts';
import type { Shortcode } from './shortcode-tree.ts';

type Look = (inside: string, shortcode: Shortcode) => string;

const within =
  (tag: string): Look =>
  (inside) =>
    `<${tag}>${inside}</${tag}>`;
const asItIs: Look = (inside) => inside;
/** On lines of its own; with its title, if it has one. */
const apart: Look = (inside, { attributes }) => {
  const title = attributes.named.get('title') ?? '';
  return `\n\n${title === '' ? '' : `<p><strong>${title}</strong></p>\n\n`}${inside.trim()}\n\n`;
};
const heading: Look = (inside) => `\n\n<h3>${inside.trim()}</h3>\n\n`;
const quote: Look = (inside, { attributes: { named } }) => {
  const [who] = ['cite', 'author', 'name', 'by'].flatMap((key) => named.get(key) ?? []);
  const cite = who === undefined || who === '' ? '' : `\n\n<cite>${who}</cite>`;
  return `\n\n<blockquote>${inside.trim()}${cite}</blockquote>\n\n`;
};
/** As the block editor's formulas come out. */
const formula: Look = (inside) => `<code>${escaped(htmlLine(inside))}</code>`;

const looks: readonly (readonly [string, Look])[] = [
  ['b bold strong', within('strong')],
  ['i em italic', within('em')],
  ['u underline', within('u')],
  ['s strike', within('s')],
  ['highlight mark su_highlight', within('mark')],
  ['dropcap su_dropcap raw tooltip su_tooltip su_label label cite small su_animate', asItIs],
  ['note alert notice info warning message callout su_note su_box su_list su_service su_panel', apart],
  ['heading su_heading title', heading],
  ['quote blockquote pullquote su_quote su_pullquote', quote],
  ['latex tex math katex asciimath', formula],
];
const byName = new Map(looks.flatMap(([names, look]) => names.split(' ').map((name) => [name, look])));

const lines = /^(?:hr|divider|line|separator|su_divider)$/;
const gaps = /^(?:clear|clearfix|clearboth|spacer|space|gap|su_spacer|br)$/;

/** HTML of a shortcode that only says how its text looks; null: it is none. */
export function lookOf(shortcode: Shortcode, inside: () => string): string | null {
  const { name, children, mark } = shortcode;
  if (mark.startsWith('[/')) return null;
  const look = children === null ? undefined : byName.get(name);
  if (look) return look(inside(), shortcode);
  if (children !== null) return null;
  if (lines.test(name)) return '\n\n<hr />\n\n';
  return gaps.test(name) ? '\n\n' : null;
}

/** WordPress.com writes formulas `$latex x^2$`. */
export function withFormulas(html: string): string {
  return html.replace(/\$latex\s+([^$<>]{1,2000}?)\s*\$/g, (_all, tex: string) => `<code>${tex}</code>`);
}
