import { escaped } from '../../text/html-source.ts';
import { htmlLine } from '../../text/html-line.ts';
import type { BodyContext } from './body-context.ts';
import { builderAddress } from './builder-address.ts';
import { embeddedUrl } from './embed-shortcodes.ts';
import { attachmentPiece, linkLine } from './html-pieces.ts';
import { packedGroups } from './packed-groups.ts';
import type { Shortcode } from './shortcode-tree.ts';

/** WPBakery, Divi, Avada, Enfold, Cornerstone and others: pages of boxes, whose words are also in attributes. */
const builder = /^(?:vc|et_pb|fusion|av|cs|mk|kc|tatsu|nectar|us|ux|x)_/;
/** Boxes of themes: columns, tabs, what is folded. */
const box =
  /(?:^|[_-])(?:row|cols?|columns?|section|container|wrapper|grid|half|thirds?|fourths?|quarters?|fifths?|sixths?|tabs?|accordions?|toggles?|group|spoiler|expand|collapse|faq|panel|pane)(?:[_-](?:inner|item|text|first|last|\d+))*$/;
const folded = /(?:toggle|spoiler|expand|collapse|faq|accordion[_-]?(?:item|tab|section)|tta_section)s?$/;
/** They look like something and say nothing. */
const decoration = /(?:separator|divider|space|spacer|spacing|clear|hr|line_break|gap|icon)$|_line_break/;
const button = /(?:button|btn)$/;
/** What somebody fills in, and links to networks: the words in them are no text. */
const unsaid = /contact_field$|social_media_follow(?:_network)?$|social_links$/;

/** Whether a shortcode is a part of a page's layout. */
export function isLayout({ name, children }: Shortcode): boolean {
  return builder.test(name) || (children !== null && box.test(name));
}

/**
 * What a part of a layout shows, each thing on lines of its own; null when that is nothing, and not because it is
 * an empty box or a decoration.
 */
export function renderLayout(
  shortcode: Shortcode,
  inside: () => string,
  context: BodyContext,
): string | null {
  const { name } = shortcode;
  if (unsaid.test(name)) return '';
  const text = textOf(shortcode, inside);
  const isButton = button.test(name);
  const title = isButton ? '' : titleOf(shortcode);
  const isFolded = folded.test(name) && title !== '';
  const html = [
    isFolded ? '' : heading(shortcode, title),
    ...pictures(shortcode, text, context),
    media(shortcode),
    isButton || /^https?:\/\/\S+$/.test(text) ? '' : text,
    ...[figures(shortcode), ...buttons(shortcode, text)],
    packedGroups(shortcode, context).trim(),
  ]
    .filter((piece) => piece !== '')
    .join('\n\n');
  if (isFolded) return `\n\n<details><summary>${title}</summary>\n\n${html}\n\n</details>\n\n`;
  if (html === '') return box.test(name) || decoration.test(name) ? '' : null;
  return `\n\n${html}\n\n`;
}

/** The first of some attributes that is there, as HTML. Divi writes quotes and brackets as "%22", "%91", "%93". */
function said({ attributes }: Shortcode, ...keys: readonly string[]): string {
  const found = keys
    .map((key) => attributes.named.get(key))
    .find((value) => value !== undefined && value !== '');
  return (found ?? '').replaceAll('%22', '&quot;').replaceAll('%91', '[').replaceAll('%93', ']');
}

function titleOf(shortcode: Shortcode): string {
  const own = shortcode.name.endsWith('heading') ? ['text'] : [];
  return said(shortcode, 'heading', 'title', 'h2', 'question', ...own);
}

function heading(shortcode: Shortcode, title: string): string {
  const tag = said(shortcode, 'font_container', 'tag', 'heading_tag', 'header_level');
  const level = /\bh([1-6])\b/.exec(tag)?.[1] ?? '3';
  const url = builderAddress(said(shortcode, 'url', 'link', 'href'));
  const words = url === null ? title : `<a href="${escaped(url)}">${title}</a>`;
  const more = [said(shortcode, 'subhead', 'subheading', 'subtitle', 'h4'), whoOf(shortcode)];
  return [
    title === '' ? '' : `<h${level}>${words}</h${level}>`,
    ...more.map((line) => (line === '' ? '' : `<p>${line}</p>`)),
  ].join('');
}

/** Who said something, or who is shown: name, position, company. */
function whoOf(shortcode: Shortcode): string {
  const isPerson = /testimonial|team|person|member/.test(shortcode.name);
  const person = isPerson ? said(shortcode, 'author', 'name') : said(shortcode, 'author');
  return [person, said(shortcode, 'job_title', 'position'), said(shortcode, 'company_name', 'company')]
    .filter((part) => part !== '')
    .join(', ');
}

/** Numbers that are counted up to, and prices. */
function figures(shortcode: Shortcode): string {
  const number = shortcode.name.includes('count') ? said(shortcode, 'number', 'value') : '';
  const sum = said(shortcode, 'sum', 'price');
  const per = said(shortcode, 'per');
  const price = sum === '' ? '' : `${said(shortcode, 'currency')}${sum}${per === '' ? '' : ` / ${per}`}`;
  return number + price === '' ? '' : `<p>${number}${price}</p>`;
}

/** Raw HTML is packed by WPBakery and Avada. */
function textOf(shortcode: Shortcode, inside: () => string): string {
  const { name } = shortcode;
  const text = inside().trim();
  if (name.endsWith('raw_js')) return '';
  if (name === 'fusion_title') return withinHeading(text, said(shortcode, 'size'));
  if (!/raw_html$|fusion_code$/.test(name) || !/^[\w+/=\s-]+$/.test(text)) return text;
  const unpacked = Buffer.from(text, 'base64').toString('utf8');
  try {
    return decodeURIComponent(unpacked);
  } catch {
    return unpacked;
  }
}

/** A title of Avada is the text in it. */
function withinHeading(text: string, level: string): string {
  const line = text.replace(/<\/?(?:p|h[1-6])\b[^>]*>/gi, '').trim();
  return line === '' || !/^[1-6]$/.test(level) ? text : `<h${level}>${line}</h${level}>`;
}

function pictures(shortcode: Shortcode, text: string, { attachment }: BodyContext): string[] {
  const ids = said(shortcode, 'images', 'gallery_ids', 'image_ids', 'ids').split(/[\s,]+/);
  const one = said(shortcode, 'image_id', 'attachment', 'image').split('|')[0] ?? '';
  const found = [one, ...ids].flatMap((id) => attachment(id) ?? []);
  if (found.length > 0) return found.slice(0, 1000).map(attachmentPiece);
  const shown = [said(shortcode, 'src', 'image', 'image_url', 'portrait_url', 'url'), text];
  const url = shown.find((value) =>
    /^(?:https?:)?\/\/\S+\.(?:jpe?g|png|gif|webp|avif|svg)(?:\?\S*)?$/i.test(value),
  );
  const alt = escaped(htmlLine(said(shortcode, 'alt', 'image_alt')));
  return url === undefined ? [] : [`<img src="${escaped(url)}" alt="${alt}" />`];
}

function media(shortcode: Shortcode): string {
  const name = shortcode.name.replace(builder, '').replace(/^self_hosted_/, '');
  if (!/video|audio|youtube|vimeo|soundcloud/.test(name)) return '';
  const url = embeddedUrl({ ...shortcode, name });
  return url === null ? '' : linkLine(url).trim();
}

/** Keys of addresses and words of buttons that are a part of something else. */
const calls: readonly (readonly [urls: readonly string[], labels: readonly string[]])[] = [
  [['button_url', 'button_link'], ['button_text']],
  [['button_one_url'], ['button_one_text']],
  [['button_two_url'], ['button_two_text']],
  [['btn_link'], ['btn_title']],
  [['link'], ['linktext']],
];

function buttons(shortcode: Shortcode, text: string): string[] {
  const own = button.test(shortcode.name)
    ? callToAction(said(shortcode, 'url', 'link', 'href'), text || said(shortcode, 'title', 'label', 'text'))
    : '';
  return [
    own,
    ...calls.map(([urls, labels]) => callToAction(said(shortcode, ...urls), said(shortcode, ...labels))),
  ];
}

function callToAction(written: string, label: string): string {
  const url = builderAddress(written);
  if (label === '') return '';
  return url === null ? `<p>${label}</p>` : `<p><a href="${escaped(url)}">${label}</a></p>`;
}
