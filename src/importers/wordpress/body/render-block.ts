import type { BlockAttributes } from './block-marks.ts';
import type { BodyContext } from './body-context.ts';
import { escaped } from '../../text/html-source.ts';
import { attachmentPieces, linkLine, withLinkedAddresses } from './html-pieces.ts';
import { paragraphs } from './paragraphs.ts';
import { iconList, iconListItem, isOfTheSite, withPanelTitles } from './plugin-blocks.ts';
import { saidInSettings } from './said-in-settings.ts';
import { withTabTitles } from './tab-blocks.ts';

/** A block and the HTML in it, whose own blocks are HTML already. */
export interface Block {
  readonly name: string;
  readonly attributes: BlockAttributes;
  readonly html: string;
}

/** Blocks that show what a site holds, made anew at each visit: here there is nothing of them. */
const dynamic =
  /^core\/(?:latest-|archives|categories|tag-cloud|calendar|rss|search|comment|post-|query|navigation|site-|page-list|loginout|template-part|pattern|avatar|read-more|term-|home-link|terms-query|spacer|nextpage|widget|legacy-widget|breadcrumbs|accordion-nothing)/;

/** Boxes of builders, and of forms: empty, they say nothing, and nothing is told. */
const boxes =
  /^divi\/(?:section|row|column|group|placeholder|divider|icon|fullwidth|contact-field|social-media-follow-network)/;
/** What these say in their settings is known. */
const understood = /^(?:divi|siteorigin-panels|kadence)\//;

type Render = (block: Block, context: BodyContext) => string;

/** HTML of a block. Those without a rule say it all in the HTML in them. */
export function renderBlock(block: Block, context: BodyContext, onUnknown: (name: string) => void): string {
  const { name, html, attributes } = block;
  if (name === 'core/footnotes') return footnotes(context);
  if (dynamic.test(name) || isOfTheSite(name)) return '';
  const render = name.startsWith('core-embed/')
    ? embed
    : Object.hasOwn(renders, name)
      ? renders[name]
      : undefined;
  if (render !== undefined) return render(block, context);
  if (html.trim() !== '')
    return withLinkedAddresses(withTabTitles(name, attributes, withPanelTitles(name, attributes, html)));
  const said = saidInSettings(name, attributes, context);
  const isKnown = said === '' ? boxes.test(name) : understood.test(name);
  if (!isKnown) onUnknown(name);
  return said;
}

const embed: Render = ({ attributes, html }) => {
  const inside = /__wrapper">\s*(\S+?)\s*<\/div>/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  const url = textOf(attributes['url']) ?? inside ?? '';
  const caption = /<figcaption[^>]*>([\s\S]*?)<\/figcaption>/.exec(html)?.[1] ?? '';
  if (!/^https?:\/\//i.test(url)) return html;
  return `${linkLine(url)}${caption === '' ? '' : `<p>${caption}</p>\n`}`;
};

/** The address stands in the HTML up to three times: as a name, on a button, and to be seen within the page. */
const file: Render = ({ html }) =>
  html
    .replace(/<object\b[^>]*>[\s\S]*?<\/object>/g, '')
    .replace(/<a\b[^>]*wp-block-file__button[^>]*>[\s\S]*?<\/a>/g, '');

/** Older covers have their picture in a style. */
const cover: Render = ({ attributes, html }) => {
  const url = textOf(attributes['url']);
  if (url === null || html.includes('<img') || html.includes('<video')) return html;
  return `<figure><img src="${escaped(url)}" alt="${escaped(textOf(attributes['alt']) ?? '')}" /></figure>\n${html}`;
};

/** One that nobody opened in the newer editor names its pictures only. */
const gallery: Render = ({ attributes, html }, context) => {
  const ids: readonly unknown[] = Array.isArray(attributes['ids']) ? attributes['ids'] : [];
  return html.trim() === '' && ids.length > 0 ? attachmentPieces(ids.map(String), context) : html;
};

/** The sign that a heading opens something says nothing. */
const accordionHeading: Render = ({ html }) =>
  html.replace(/<span\b[^>]*__toggle-icon[^>]*>[\s\S]*?<\/span>/g, '');

/** The code of plugins that store it coloured: plain, with its language, in their attributes. */
const code: Render = ({ attributes, html }) => {
  const text = textOf(attributes['code']);
  const language = textOf(attributes['language']) ?? textOf(attributes['lang']);
  const name = language !== null && /^[\w+#.-]{1,30}$/.test(language) ? ` class="language-${language}"` : '';
  if (text !== null && html.includes('shiki')) return `<pre><code${name}>${escaped(text)}</code></pre>\n`;
  if (name === '' || /language-|lang-|brush:|data-enlighter-language/.test(html)) return html;
  const holder = /<code[\s>]/.test(html) ? /<code(?=[\s>])/ : /<pre(?=[\s>])/;
  return html.replace(holder, (tag) => tag + name);
};

const link: Render = ({ attributes }) => {
  const url = textOf(attributes['url']) ?? '';
  const label = textOf(attributes['label']) ?? textOf(attributes['service']) ?? url;
  return /^(?:https?:|mailto:)/i.test(url) ? `<p><a href="${escaped(url)}">${escaped(label)}</a></p>\n` : '';
};

const renders: Readonly<Record<string, Render>> = {
  'core/embed': embed,
  'core/file': file,
  'core/cover': cover,
  'core/code': code,
  'core/gallery': gallery,
  'core/accordion-heading': accordionHeading,
  'kevinbatdorf/code-block-pro': code,
  'syntaxhighlighter/code': code,
  'enlighter/codeblock': code,
  'enlighterjs/codeblock': code,
  'core/social-link': link,
  'core/freeform': ({ html }) => paragraphs(html),
  'core/shortcode': ({ html }) => paragraphs(html),
  'uagb/icon-list': ({ html }) => iconList(html),
  'uagb/icon-list-child': ({ html }) => iconListItem(html),
  'core/more': () => '\n<!--more-->\n',
};

/** Footnotes are kept beside the text; written as WordPress shows them. */
function footnotes({ footnotes: notes }: BodyContext): string {
  if (notes.length === 0) return '';
  const items = notes.map(
    ({ id, content }) =>
      `<li id="${escaped(id)}">${content} <a href="#${escaped(id)}-link" aria-label="Jump to footnote reference">↩︎</a></li>`,
  );
  return `<ol class="wp-block-footnotes">${items.join('')}</ol>\n`;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
