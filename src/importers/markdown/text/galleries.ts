import { asText } from '../../fields/values.ts';
import { asObject } from '../../fields/plain-json.ts';
import type { JsonObject } from '../../fields/plain-json.ts';
import { escaped } from '../../text/html-source.ts';
import { outsideCode } from '../../text/outside-code.ts';
import { withEdits } from '../../text/with-edits.ts';

const gallery = /\{%-?\s{1,5}include\s{1,5}gallery(?:\.html)?((?:\s[^%]{0,1000})?)-?%\}/g;
const maxPictures = 200;

/**
 * Galleries of Minimal Mistakes, `{% include gallery id="second" caption="…" %}`, whose pictures stand in the front
 * matter, as figures with these. One whose pictures are not there is left. The number of lines stays.
 */
export function plainGalleries(markdown: string, data: JsonObject): string {
  if (!markdown.includes('include gallery')) return markdown;
  const edits = Array.from(outsideCode(markdown).matchAll(gallery), ({ 0: whole, 1: said = '', index }) => ({
    at: index,
    remove: whole.length,
    insert: figureOf(data[argument(said, 'id') ?? 'gallery'], argument(said, 'caption')) ?? whole,
  }));
  return withEdits(markdown, edits);
}

function argument(said: string, name: string): string | undefined {
  return new RegExp(String.raw`\b${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(said)?.slice(1).find(Boolean);
}

function figureOf(pictures: JsonObject[string] | undefined, caption: string | undefined): string | null {
  const list = Array.isArray(pictures) ? pictures.slice(0, maxPictures) : [];
  const images = list.flatMap((item) => {
    const picture = asObject(item);
    const source = asText(picture?.['image_path']) ?? asText(picture?.['url']);
    const alt = asText(picture?.['alt']) ?? asText(picture?.['title']) ?? '';
    return source === null ? [] : [`<img src="${attribute(source)}" alt="${attribute(alt)}">`];
  });
  if (images.length === 0) return null;
  const words = caption === undefined ? '' : `<figcaption>${attribute(caption)}</figcaption>`;
  return `<figure>${images.join(' ')}${words}</figure>`;
}

function attribute(text: string): string {
  return escaped(text.replace(/\s+/g, ' '));
}
