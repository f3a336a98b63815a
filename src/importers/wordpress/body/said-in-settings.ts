import { isMap, mapOf, type JsonMap } from '../../fields/json-values.ts';
import { escaped } from '../../text/html-source.ts';
import type { BlockAttributes } from './block-marks.ts';
import type { BodyContext } from './body-context.ts';
import { builderAddress } from './builder-address.ts';
import { attachmentPiece } from './html-pieces.ts';

/** Deeper settings, and more pieces than these, are no text of a post. */
const maxDepth = 12;
const maxPieces = 500;

/** Lists that a site fills, forms and buttons of networks: what their settings say is no text of the post. */
const silent =
  /form|field|newsletter|subscri|login|search|posts?(?:$|[-_])|query|loop|recent|related|archive|product|menu|nav|comment|shar|social|toc|contents(?:$|-block)|breadcrumb|map(?:$|[-_])|divider|spacer|icon$/;
/** How a thing looks, is named or behaves. */
const looks =
  /^_|class|css|style|colou?r|font|typography|icon|animation|attributes?$|^(?:metadata|lock|layout|panels_info|anchor|module|decoration|name|mode|align)$|unique|block_?id|placeholder|_type$/i;
const headings = /(?:^|[_-])(?:title|heading|headline|title_text)$/;
const words =
  /(?:^|[_-])(?:text|label|content|html|subtitle|subheading|description|quote|question|answer|caption|body|intro|message|summary)$/;
const picture = /(?:^|[_-])(?:image|images|picture|photo|photos|img|portrait|gallery)(?:[_-]?ids?)?$/i;
const pictureFile = /\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]\S*)?$/i;
const blockTag = /<(?:p|h[1-6]|ul|ol|div|table|blockquote|figure|pre|section|img|iframe)\b/i;

/**
 * HTML of what a block without HTML says in its settings: the whole text of pages of Divi 5 and of SiteOrigin, buttons
 * of Kadence, fields of ACF. Text, links and pictures in their order.
 */
export function saidInSettings(name: string, attributes: BlockAttributes, context: BodyContext): string {
  const [plugin = '', own = ''] = name.split('/');
  if (silent.test(own)) return '';
  const pieces: string[] = [];
  const say = (piece: string): void => {
    if (piece !== '' && pieces.length < maxPieces) pieces.push(piece);
  };
  if (plugin === 'divi') sayDivi(attributes, context, say);
  else {
    const panels = mapOf(attributes['panelsData'])['widgets'];
    sayValue('', panels ?? attributes, { context, say, depth: 0 });
  }
  return pieces.map((piece) => `\n\n${piece}\n\n`).join('');
}

/** Divi 5: what an element shows is its "innerContent"; all else is how it looks. */
function sayDivi(attributes: BlockAttributes, context: BodyContext, say: (piece: string) => void): void {
  for (const [element, settings] of Object.entries(attributes)) {
    const shown = at(settings, 'innerContent', 'desktop', 'value');
    const level = at(settings, 'decoration', 'font', 'font', 'desktop', 'value', 'headingLevel');
    const text = typeof shown === 'string' ? shown : mapOf(shown)['text'];
    if (element === 'title' && typeof text === 'string') say(heading(text, linkIn(mapOf(shown)), level));
    else if (typeof shown === 'string' && shown.trim() !== '' && !looks.test(element)) say(asBlock(shown));
    else sayValue('text', shown, { context, say, depth: 0 });
    const ids = at(settings, 'advanced', 'galleryIds', 'desktop', 'value');
    sayValue('gallery_ids', ids, { context, say, depth: 0 });
  }
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce((within, key) => mapOf(within)[key], value);
}

interface Saying {
  readonly context: BodyContext;
  readonly say: (piece: string) => void;
  readonly depth: number;
}

function sayValue(key: string, value: unknown, saying: Saying): void {
  if (saying.depth > maxDepth || looks.test(key)) return;
  const deeper = { ...saying, depth: saying.depth + 1 };
  if (Array.isArray(value)) for (const one of value) sayValue(key, one, deeper);
  else if (isMap(value)) sayMap(value, deeper);
  else if (typeof value === 'number' || typeof value === 'string') sayText(key, String(value).trim(), saying);
}

function sayMap(map: JsonMap, saying: Saying): void {
  const url = linkIn(map);
  const label = labelIn(map);
  const image = imageIn(map);
  if (image !== '') saying.say(image);
  if (label !== null && url !== null) {
    // A link of a field has a title, too: "target" tells it from a card.
    const isCard = headings.test(label) && !('target' in map);
    const words = String(map[label]);
    saying.say(isCard ? heading(words, url) : `<p>${linked(words, url)}</p>`);
  }
  for (const [key, value] of Object.entries(map)) {
    if (key !== label || url === null) sayValue(key, value, saying);
  }
  if (image === '' && label === null && url !== null && /^https?:/.test(url) && 'src' in map)
    saying.say(`<p>${linked(escaped(url), url)}</p>`);
}

function sayText(key: string, text: string, { say, context }: Saying): void {
  if (picture.test(key) && /^\d[\d\s,]*$/.test(text)) {
    for (const id of text.split(/[\s,]+/)) {
      const found = context.attachment(id);
      if (found) say(attachmentPiece(found).trim());
    }
  } else if (picture.test(key) && pictureFile.test(text)) say(img(text, ''));
  else if (headings.test(key) && text !== '' && !blockTag.test(text)) say(heading(text, null));
  else if (isText(key, text)) say(asBlock(text));
}

/** By its name, by a tag in it, or because it is a sentence. */
function isText(key: string, text: string): boolean {
  if (text === '' || /^(?:https?:\/\/|#|\/|var\(|rgba?\(|field_\w+$)\S*$/.test(text)) return false;
  if (words.test(key)) return !/^(?:true|false|on|off|\d+)$/i.test(text);
  return /<\/?[a-z][^<>]*>/i.test(text) || isSentence(text);
}

function isSentence(text: string): boolean {
  const beginning = text.slice(0, 500);
  const spelt = beginning.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word));
  return spelt.length > 3 && !/[{}]/.test(beginning);
}

/** The key of the words of a link: a title, or a short text without one. */
function labelIn(map: JsonMap): string | null {
  const keys = ['title', 'heading', 'text', 'label', 'linkText', 'more_text', 'title_text', 'button_text'];
  const found = keys.find((key) => typeof map[key] === 'string' && map[key].trim() !== '');
  if (found === undefined) return null;
  const text = String(map[found]);
  return text.length > 200 || blockTag.test(text) ? null : found;
}

function linkIn(map: JsonMap): string | null {
  for (const key of ['link', 'linkUrl', 'url', 'href', 'more_url', 'src']) {
    const value = isMap(map[key]) ? map[key]['url'] : map[key];
    if (typeof value !== 'string') continue;
    const url = /^mailto:\S+$/.test(value) ? value : builderAddress(value);
    if (url !== null && url !== '#') return url;
  }
  return null;
}

function imageIn(map: JsonMap): string {
  const src = [map['src'], map['url'], map['image_url']].find(
    (value) => typeof value === 'string' && pictureFile.test(value),
  );
  const alt = typeof map['alt'] === 'string' ? map['alt'] : '';
  return typeof src === 'string' ? img(src, alt) : '';
}

function img(src: string, alt: string): string {
  return `<img src="${escaped(src)}" alt="${escaped(alt)}" />`;
}

function linked(label: string, url: string): string {
  return `<a href="${escaped(url)}">${label}</a>`;
}

function heading(label: string, url: string | null, level: unknown = 'h3'): string {
  const tag = typeof level === 'string' && /^h[1-6]$/.test(level) ? level : 'h3';
  return `<${tag}>${url === null ? label : linked(label, url)}</${tag}>`;
}

function asBlock(text: string): string {
  return blockTag.test(text) ? text : `<p>${text}</p>`;
}
