import type { Replacement } from './reading.ts';
import type { Tag } from './tag-arguments.ts';
import { address, plain } from './tag-html.ts';

const imageFile = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#].*)?$/i;

/** `figure src alt caption`, `image "a.png" "alt"`, `img class a.png 100 200 title`, `include figure image_path=`. */
export function rewriteImage(tag: Tag, roomy: boolean): Replacement | null {
  const { positional, named } = tag;
  const index = positional.findIndex((value) => imageFile.test(value));
  const source =
    [named.get('src'), named.get('image_path'), named.get('path'), named.get('url')].find(
      (value) => value !== undefined && imageFile.test(value),
    ) ?? positional[index];
  if (source === undefined) return null;
  const last = positional.slice(index + 1).findLast((value) => !/^[\d.]+(?:px|%)?$/.test(value));
  const alt = named.get('alt') ?? (index === -1 ? undefined : last) ?? named.get('title') ?? '';
  const caption = captionOf(tag);
  const link = named.get('link');
  const image = `<img src="${address(source)}" alt="${plain(alt)}">`;
  const shown = link ? `<a href="${address(link)}">${image}</a>` : image;
  // The comment keeps CommonMark from taking a lone tag, and the lines below it, for a block of HTML.
  if (caption.length === 0) return { text: `${shown}<!---->` };
  if (!roomy) {
    const words = caption.map(({ text, href }) => (href === '' ? plain(text) : linkOf(plain(text), href)));
    return { text: `<figure>${shown}<figcaption>${words.join(' ')}</figcaption></figure>` };
  }
  const words = caption.map(({ text, href }) => (href === '' ? text : linkOf(text, href))).join(' ');
  const figure = `<figure>\n${shown}\n<figcaption>\n\n${words}\n\n</figcaption>\n</figure>`;
  return { text: figure, block: true };
}

/** The words below a picture; those of Hugo's `figure` are a title, a caption and who made it, with a link. */
function captionOf({ name, named }: Tag): { text: string; href: string }[] {
  const caption = named.get('caption') ?? named.get('description') ?? '';
  const isFigure = name === 'figure';
  return [
    { text: isFigure ? (named.get('title') ?? '') : '', href: '' },
    { text: caption, href: '' },
    { text: isFigure ? (named.get('attr') ?? '') : '', href: named.get('attrlink') ?? '' },
  ].filter(({ text }, index, all) => text !== '' && all.findIndex((other) => other.text === text) === index);
}

function linkOf(text: string, href: string): string {
  return `<a href="${address(href)}">${text}</a>`;
}
