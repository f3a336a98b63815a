import { aside, details } from './admonitions.ts';
import { embedUrl } from './embed-urls.ts';
import { foldedTitle, hexoButton, hexoCard, hexoNote, hexoText, quoted } from './hexo-tags.ts';
import { rewriteImage } from './image-tags.ts';
import type { Replacement } from './reading.ts';
import type { Tag } from './tag-arguments.ts';
import { address, link, plain } from './tag-html.ts';

/** What a tag becomes; `close` is there when it waits for its closing tag. */
export interface Rewrite {
  readonly open: Replacement;
  readonly close?: Replacement;
}

/** Tags whose inside is code or data, never Markdown, with the language it is in. */
export const codeTags: ReadonlyMap<string, (tag: Tag) => string> = new Map<string, (tag: Tag) => string>([
  ['highlight', ({ positional, named }) => named.get('lang') ?? positional[0] ?? ''],
  ['codeblock', ({ named }) => named.get('lang') ?? ''],
  ['code', ({ positional, named }) => named.get('lang') ?? named.get('language') ?? positional[0] ?? ''],
  ['mermaid', () => 'mermaid'],
  ['chart', () => 'js'],
  ['katex', () => 'latex'],
  ['math', () => 'latex'],
]);

const foldedTags: ReadonlySet<string> = new Set(
  'details expand spoiler collapsible collapse fold folding hidetoggle hideblock toggle'.split(' '),
);
const quoteTags: ReadonlySet<string> = new Set(
  'lead pullquote blockquote quote cq centerquote epigraph'.split(' '),
);
/** Boxes whose kind is an argument, and the kinds there are. */
const boxes: ReadonlySet<string> = new Set(
  'alert notice admonition callout hint aside infobox message'.split(' '),
);
const kinds: ReadonlySet<string> = new Set(
  'note tip info warning caution danger important success error question'.split(' '),
);
/** Tags that hold Markdown and are more than their inside. */
export const boxTags: ReadonlySet<string> = new Set([
  ...['button', ...foldedTags, ...quoteTags, ...boxes],
  ...['note', 'tip', 'info', 'warning', 'caution', 'danger', 'important'],
]);

/** Tags that decide or set something; what they name in passing is not shown. */
const control: ReadonlySet<string> = new Set(
  (
    'assign block call capture case css cycle elif else elsif extends for from if import increment layout ' +
    'macro param render script set unless when'
  ).split(' '),
);

/**
 * What stands for a tag without a closing one: an image, a link, an address, or nothing.
 *
 * @param roomy the tag has its line for itself, so that a block can take its place
 */
export function rewriteSingle(tag: Tag, roomy: boolean): Replacement {
  if (control.has(tag.name)) return { text: '' };
  const words = hexoButton(tag) ?? hexoCard(tag) ?? hexoText(tag) ?? inline.get(tag.name)?.(tag);
  if (words !== undefined) return { text: words };
  const image = rewriteImage(tag, roomy);
  if (image) return image;
  const url = embedUrl(tag);
  if (url === null) return rewriteFile(tag) ?? rewriteText(tag, roomy);
  return { text: link(url, tag.named.get('title') ?? tag.named.get('text')) };
}

/** Tags that stand within a line or an address; undefined where they are not what they look like. */
const inline: ReadonlyMap<string, (tag: Tag) => string | undefined> = new Map([
  ['ref', pagePath],
  ['relref', pagePath],
  ['asset_link', assetLink],
  // A post's file stands beside the one that links to it; what resolves links finds it there.
  ['post_url', ({ positional: [post] }: Tag) => (post === undefined ? '' : `${post}.md`)],
  // Jekyll's names a file; dev.to's an address, which is an embed.
  ['link', ({ positional, rest }: Tag) => (/[a-z]:|,/i.test(rest) ? undefined : `/${positional[0] ?? ''}`)],
  ['user', ({ positional: [name] }: Tag) => (name === undefined ? undefined : `@${plain(name)}`)],
]);

/** Hexo's `asset_link file.pdf "Its title"`. */
function assetLink({ positional: [file = '', ...title] }: Tag): string | undefined {
  if (file === '' || file.includes(':')) return undefined;
  return link(file, title.filter((word) => !/^(?:true|false)$/.test(word)).join(' ') || file);
}

function pagePath({ positional, named }: Tag): string {
  return named.get('path') ?? positional[0] ?? '';
}

const playedFile = /\.(?:mp4|m4v|mov|webm|ogv|mp3|m4a|ogg|opus|wav|flac)(?:[?#].*)?$/i;

/** A film or a recording among the blog's own files: `video src="talk.mp4"`, `audio talk.mp3`. */
function rewriteFile({ positional, named }: Tag): Replacement | null {
  const file = [named.get('src'), named.get('file'), named.get('mp4'), ...positional].find(
    (value) => value !== undefined && playedFile.test(value),
  );
  if (file === undefined) return null;
  const title = named.get('title') ?? named.get('caption') ?? file.slice(file.lastIndexOf('/') + 1);
  return { text: link(file, title) };
}

/** Keys whose value is text that the page shows. */
const textKeys = ['content', 'text', 'message', 'body', 'caption'];

/** `include note.html content="…"`; a sentence, not a name of something. */
function rewriteText(tag: Tag, roomy: boolean): Replacement {
  if (tag.name === 'tab') return tabTitle(tag);
  const text = textKeys
    .map((key) => tag.named.get(key))
    .find((value) => value !== undefined && /\S\s+\S/.test(value));
  if (text === undefined || text.includes('{{')) return { text: '' };
  if (!roomy || (!boxes.has(tag.name) && !kinds.has(tag.name))) return { text, block: roomy };
  const { open, close } = rewriteBox(tag);
  return { text: `${open.text}\n${text}\n\n${close?.text ?? ''}`, block: true };
}

/** `{{< tab name="Linux" >}}`, `{{% tab "Linux" %}}`: what it holds stands below. */
function tabTitle({ positional, named }: Tag): Replacement {
  const title =
    ['name', 'title', 'label', 'header'].flatMap((key) => named.get(key) ?? [])[0] ?? positional[0] ?? '';
  return title === '' ? { text: '' } : { text: `**${plain(title)}**`, block: true };
}

/** What opens and closes a tag of `boxTags`. */
export function rewriteBox(tag: Tag): Rewrite {
  const { name, named } = tag;
  const title = ['title', 'summary', 'header'].flatMap((key) => named.get(key) ?? [])[0] ?? '';
  if (name === 'button') {
    const href = ['href', 'link', 'url'].flatMap((key) => named.get(key) ?? [])[0] ?? '';
    return { open: { text: `<a href="${address(href)}">` }, close: { text: '</a>' } };
  }
  if (foldedTags.has(name)) return details(title || (named.get('text') ?? foldedTitle(tag)));
  if (quoteTags.has(name))
    return quote(
      named.get('author') ??
        (named.size === 0 && name.endsWith('quote') && name !== 'pullquote' ? quoted(tag) : ''),
    );
  if (name === 'note' && named.size === 0) return hexoNote(tag);
  return boxes.has(name) ? kindBox(tag, title) : aside(name, title);
}

/** A box whose kind is an argument, and perhaps its title the next. */
function kindBox({ positional: [first = '', second = ''], named }: Tag, title: string): Rewrite {
  return aside(
    kindOf(named.get('type') ?? named.get('style') ?? first),
    title || (kinds.has(first.toLowerCase()) ? second : ''),
  );
}

function quote(author: string): Rewrite {
  const by = author === '' ? '' : `\n${author.startsWith('<') ? author : plain(author)}\n\n`;
  return {
    open: { text: '<blockquote>\n', block: true },
    close: { text: `${by}</blockquote>`, block: true },
  };
}

function kindOf(said: string | undefined): string {
  const kind = said?.toLowerCase() ?? '';
  return kinds.has(kind) ? kind : 'note';
}
