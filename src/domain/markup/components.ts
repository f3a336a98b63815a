import { aside, details } from './admonitions.ts';
import { embedUrl } from './embed-urls.ts';
import type { JsxTag } from './jsx-attributes.ts';
import { mayOpen, put } from './reading.ts';
import type { Reading, Replacement } from './reading.ts';
import { shownAddress } from './tag-html.ts';

const images = /^(?:(?:Next|Astro|Blog|Static|Post)?(?:Image|Img|Figure|Picture)|Zoom(?:able)?Image)$/;
const links = /(?:^|[a-z])Link$|^(?:A|Anchor|(?:Link|CTA)?Button)$/;
const boxes =
  /^(?:Callout|Alert|Admonition|Aside|Notice|Hint|Message|Infobox|InfoBox|Note|Tip|Info|Warning|Caution|Danger|Important)(?:Box|Block)?$/;
const folded =
  /^(?:Details|Accordion(?:Item)?|Collaps(?:e|ible)|Expand(?:able|er)?|Spoiler|Toggle|Disclosure)$/;
/** They stand around a whole page, or say what its head says. */
const wrappers =
  /Layout$|^(?:SEO|Seo|Head|Helmet|Meta(?:data)?|OpenGraph|Page|Post|BlogPost|Article|Script)$/;

/** What names a box's kind, what heads a component, and what else of it is text, in order of preference. */
const kindKeys = ['type', 'kind', 'variant', 'status', 'severity', 'intent', 'level'];
const titleKeys = ['title', 'label', 'heading', 'header', 'summary', 'name'];
const textKeys = ['description', 'text', 'caption', 'content', 'subtitle'];
const idKeys = [
  'id',
  'videoId',
  'videoID',
  'youTubeId',
  'youtubeId',
  'youtubeID',
  'tweetId',
  'tweetLink',
  'video',
];

/**
 * A component's tag: it goes, its children stay, and so does what its attributes say to readers: the title of a box
 * or a card, a caption, the film that it plays. Where code makes a value, nobody knows it.
 */
export function readComponent(reading: Reading, tag: JsxTag): void {
  const { name, closing } = tag;
  if (boxes.test(name) || folded.test(name)) {
    readBox(reading, tag);
    return;
  }
  if (images.test(name) && tag.attributes.has('src')) writeImage(reading, tag);
  else if (links.test(name) && (closing || !tag.selfClosing)) reading.output.write(linkTag(tag));
  else if (!closing && !wrappers.test(name))
    writeTexts(reading, name === 'TabItem' ? labelled(reading, tag) : tag);
}

/** Docusaurus names a tab itself, else in a list of all of them: `<Tabs values={[{ label: 'C', value: 'c' }]}>`. */
function labelled({ source }: Reading, tag: JsxTag): JsxTag {
  const value = tag.attributes.get('value') ?? '';
  if (value === '' || tag.attributes.has('label')) return tag;
  const before = source.slice(Math.max(0, tag.end - 10_000), tag.end);
  const tabs = before.slice(before.lastIndexOf('<Tabs')).slice(0, 2000);
  const pairs = tabs.matchAll(
    /\{\s*(label|value):\s*(["'])([^"'\n]+)\2\s*,\s*(?:label|value):\s*(["'])([^"'\n]+)\4/g,
  );
  const labels = Array.from(pairs, ([, first, , a = '', , b = '']) => (first === 'label' ? [b, a] : [a, b]));
  const label = labels.find(([of]) => of === value)?.[1] ?? value;
  return { ...tag, attributes: new Map([...tag.attributes, ['label', label]]) };
}

function readBox(reading: Reading, tag: JsxTag): void {
  const name = `<${tag.name}`;
  if (tag.closing) {
    const index = reading.open.findLastIndex((open) => open.name === name);
    for (const { close } of index === -1 ? [] : reading.open.splice(index, 1)) put(reading, close);
    return;
  }
  const title = valueOf(tag, titleKeys) ?? '';
  const kind = valueOf(tag, kindKeys) ?? tag.name.replace(/(?:Box|Block)$/, '');
  const known = /^(?:callout|alert|admonition|aside|notice|hint|message|infobox|default)$/i.test(kind)
    ? 'note'
    : kind;
  const { open, close } = folded.test(tag.name) ? foldedBox(title) : aside(known, title);
  if (tag.selfClosing) {
    const text = valueOf(tag, textKeys);
    if (text === null) return;
    put(reading, open);
    put(reading, { text, block: true });
    put(reading, close);
  } else if (mayOpen(reading)) {
    put(reading, open);
    reading.open.push({ name, close });
  }
}

/** Without a title of its own, its children bring a `<summary>`. */
function foldedBox(title: string): { open: Replacement; close: Replacement } {
  const box = details(title);
  return title === '' ? { ...box, open: { text: '<details>', block: true } } : box;
}

function writeImage({ output }: Reading, tag: JsxTag): void {
  const { attributes } = tag;
  const caption = valueOf(tag, ['caption']);
  const kept = new Map([...attributes].filter(([key]) => key !== 'caption'));
  const image = asHtml('img', { ...tag, closing: false, attributes: kept });
  if (tag.closing) return;
  if (caption === null) output.write(image);
  else if (output.atLineStart) {
    output.writeBlock(`<figure>\n${image}\n<figcaption>\n\n${caption}\n\n</figcaption>\n</figure>`);
  } else output.write(`<figure>${image}<figcaption>${quotable(caption)}</figcaption></figure>`);
}

function linkTag({ attributes, closing }: JsxTag): string {
  if (closing) return '</a>';
  const href = attributes.get('href') ?? attributes.get('to') ?? attributes.get('url');
  return href === undefined ? '<a>' : `<a href="${quotable(href)}">`;
}

/** What the tag of any other component says, where it stands on a line of its own: within a line, it is a hint. */
function writeTexts(reading: Reading, tag: JsxTag): void {
  const { output } = reading;
  const embedded = embeddedPage(tag);
  if (!output.atLineStart && embedded === null) return;
  const title = valueOf(tag, titleKeys);
  const href = embedded ?? valueOf(tag, ['href', 'to', 'url', 'link']);
  const text = embedded === null ? valueOf(tag, textKeys) : null;
  const shown = title ?? shownAddress(embedded ?? '');
  if (shown === '' && text === null) return;
  const named = title === null ? escaped(shown) : `**${escaped(shown)}**`;
  const head =
    href === null || shown === '' ? named : `[${embedded === null ? named : escaped(shown)}](<${href}>)`;
  const lines = [shown === '' ? '' : head, text ?? ''].filter((line) => line !== '');
  if (output.atLineStart) writeParagraphs(output, lines);
  else output.write(lines.join(' '));
}

/** As no part of a paragraph that ends in the line above. */
function writeParagraphs(output: Reading['output'], lines: readonly string[]): void {
  if (output.line === '') output.write('\n');
  output.writeBlock(lines.join('\n\n'));
}

/** The page of what a component embeds: a film, a tweet. */
function embeddedPage({ name, attributes }: JsxTag): string | null {
  const service = name.toLowerCase().replace(/(?:embed|video|player|lite|post|frame)+$/, '');
  const id = idKeys.map((key) => attributes.get(key)).find((value) => value !== undefined);
  const named = new Map(Array.from(attributes, ([key, value]) => [key.toLowerCase(), value]));
  if (id !== undefined) named.set('id', id);
  const url = embedUrl({ name: service, positional: [], named, rest: '' });
  return url === null || (id === undefined && !embeds(service))
    ? null
    : url.replace(/[\s<>]/g, encodeURIComponent);
}

function embeds(service: string): boolean {
  return embedUrl({ name: service, positional: ['1'], named: new Map(), rest: '' }) !== null;
}

function valueOf({ attributes }: JsxTag, keys: readonly string[]): string | null {
  return (
    keys.map((key) => attributes.get(key)?.trim()).find((value) => value !== undefined && value !== '') ??
    null
  );
}

/** An element of HTML in place of a component. */
export function asHtml(name: string, { closing, selfClosing, attributes }: JsxTag): string {
  if (closing) return `</${name}>`;
  const written = Array.from(attributes, ([key, value]) => ` ${key}="${quotable(value)}"`);
  return `<${name}${written.join('')}${selfClosing ? ' /' : ''}>`;
}

/** A value that may stand between double quotes. */
export function quotable(value: string): string {
  return value.replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function escaped(text: string): string {
  return text.replace(/[*_\\`<[\]]/g, '\\$&');
}
