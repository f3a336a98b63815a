import type { BodyContext } from './body-context.ts';
import { isLayout, renderLayout } from './builder-shortcodes.ts';
import { codeLanguage, codeNames, holdsCode } from './code-shortcodes.ts';
import { embeddedUrl, isEmbed } from './embed-shortcodes.ts';
import { htmlLine } from '../../text/html-line.ts';
import { escaped } from '../../text/html-source.ts';
import { attachmentPieces, codeBlock, linkLine } from './html-pieces.ts';
import { packedGroups } from './packed-groups.ts';
import { shortcodeTree } from './shortcode-tree.ts';
import type { Shortcode, ShortcodeNode } from './shortcode-tree.ts';
import { lookOf, withFormulas } from './text-shortcodes.ts';

/** Called for each shortcode that nothing here knows. */
export type OnUnknown = (name: string) => void;

type Render = (shortcode: Shortcode, inside: () => string, context: BodyContext) => string;

/**
 * HTML with its shortcodes made HTML. Of those that are not known the text in them stays, the marks go; what
 * only looks like one ("[sic]") stays as it is.
 */
export function renderShortcodes(html: string, context: BodyContext, onUnknown: OnUnknown): string {
  if (!html.includes('[')) return withFormulas(html);
  const render = (nodes: readonly ShortcodeNode[]): string =>
    nodes.map((node) => (typeof node === 'string' ? node : renderOne(node))).join('');
  const layout = (shortcode: Shortcode, inside: () => string): string => {
    const shown = renderLayout(shortcode, inside, context);
    if (shown === null) onUnknown(shortcode.name);
    return shown ?? '';
  };
  const renderOne = (shortcode: Shortcode): string => {
    const inside = (): string => render(shortcode.children ?? []);
    const known = renderOf(shortcode);
    if (known !== null) return known(shortcode, inside, context);
    const look = lookOf(shortcode, inside);
    if (look !== null) return look;
    if (isLayout(shortcode)) return layout(shortcode, inside);
    if (!isShortcode(shortcode)) return `${shortcode.mark}${inside()}`;
    if (!shortcode.mark.startsWith('[/')) onUnknown(shortcode.name);
    return (shownAddress(shortcode) ?? inside()) + packedGroups(shortcode, context);
  };
  return withFormulas(render(shortcodeTree(html, codeNames)));
}

function renderOf(shortcode: Shortcode): Render | null {
  const { name } = shortcode;
  if (shortcode.mark.startsWith('[/')) return null;
  if (codeNames.has(name)) return holdsCode(shortcode) ? code : null;
  if (Object.hasOwn(renders, name)) return renders[name] ?? null;
  return isEmbed(name) && embeddedUrl(shortcode) !== null ? embed : null;
}

/** Brackets in prose are no shortcodes: those have an end, an attribute, or a name that is no word. */
function isShortcode({ name, attributes, children, closesItself, mark }: Shortcode): boolean {
  if (mark.startsWith('[/')) return /[-_]/.test(name);
  if (children !== null || closesItself || attributes.named.size > 0) return true;
  if (isEmbed(name)) return attributes.bare.length > 0;
  return (
    /[-_]/.test(name) || /^(?:toc|contact|nggallery|singlepic|slideshow|adsense|archives|sitemap)$/.test(name)
  );
}

const code: Render = ({ name, attributes, children }) => {
  const text = (children ?? []).filter((node) => typeof node === 'string').join('');
  return codeBlock(decodeEntities(text), codeLanguage(name, attributes.named, attributes.bare));
};

/** What a shortcode without text shows, where it says an address. */
function shownAddress({ attributes, children }: Shortcode): string | null {
  if (children !== null) return null;
  const said = ['url', 'src', 'file'].flatMap((key) => attributes.named.get(key) ?? []);
  const url = said
    .map((text) => text.replaceAll('&amp;', '&'))
    .find((text) => /^https?:\/\/\S+$/i.test(text));
  return url === undefined ? null : linkLine(url);
}

/** The visual editor writes code with these. */
function decodeEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#039;', "'")
    .replaceAll('&#91;', '[')
    .replaceAll('&#93;', ']')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}

const embed: Render = (shortcode) => {
  const url = embeddedUrl(shortcode);
  const title = htmlLine(shortcode.attributes.named.get('title') ?? '');
  return url === null ? '' : linkLine(url, title || url);
};

/** Before WordPress 3.4 the words stood in an attribute; since then they follow the image. */
const caption: Render = ({ attributes }, inside) => {
  const html = inside().trim();
  const image = /^(?:<p>)?\s*(<a\b[^>]*>\s*<img\b[^>]*>\s*<\/a>|<img\b[^>]*>)([\s\S]*)$/i.exec(html);
  const words = attributes.named.get('caption') ?? image?.[2]?.trim() ?? '';
  const figcaption = words === '' ? '' : `<figcaption>${words}</figcaption>`;
  return `\n\n<figure>${image?.[1] ?? html}${figcaption}</figure>\n\n`;
};

function idsOf(list: string | undefined): string[] {
  return (list ?? '').split(/[\s,]+/).filter((id) => /^\d+$/.test(id));
}

const gallery: Render = ({ attributes }, _inside, context) => {
  const ids = [...idsOf(attributes.named.get('ids')), ...idsOf(attributes.named.get('include'))];
  const except = new Set(idsOf(attributes.named.get('exclude')));
  return attachmentPieces(
    (ids.length > 0 ? ids : context.attached()).filter((id) => !except.has(id)),
    context,
  );
};

const picture: Render = ({ attributes }, inside) => {
  const src = [attributes.named.get('src') ?? '', inside().trim()].find((url) =>
    /^(?:https?:)?\/\/\S+$/i.test(url),
  );
  return src === undefined
    ? inside()
    : `<img src="${escaped(src)}" alt="${escaped(attributes.named.get('alt') ?? '')}" />`;
};

const linked: Render = ({ attributes: { named, bare } }, inside) => {
  const url = ['url', 'link', 'href'].flatMap((key) => named.get(key) ?? [])[0] ?? bare[0] ?? '';
  const text =
    inside() || escaped(named.get('text') ?? named.get('title') ?? named.get('button_text') ?? url);
  return /^(?:https?:|\/|mailto:|#)/i.test(url) ? `<a href="${escaped(url)}">${text}</a>` : text;
};

const footnote: Render = (_shortcode, inside) => {
  const text = inside().trim();
  return text === '' ? '' : ` (${text})`;
};

const renders: Readonly<Record<string, Render>> = {
  caption,
  wp_caption: caption,
  gallery,
  playlist: gallery,
  'gallery-link': gallery,
  button: linked,
  su_button: linked,
  url: linked,
  img: picture,
  efn_note: footnote,
  footnote,
  mfn: footnote,
  fn: footnote,
  ref: footnote,
};
