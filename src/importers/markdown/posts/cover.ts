import type { ImageRecord, Json } from '../../../domain/blog-record.ts';
import type { ProblemList } from '../../problem-list.ts';
import { foldKey } from '../fields/field-keys.ts';
import { asText } from '../../fields/values.ts';
import { asObject } from '../../fields/plain-json.ts';
import type { ImageFinder } from '../images/image-finder.ts';
import { plainText } from '../../text/plain-text.ts';
import { sentence } from '../../text/sentence.ts';

/** An image as front matter names it. */
export interface WrittenImage {
  readonly reference: string;
  readonly alt: string | null;
  readonly caption: string | null;
}

const sourceKeys = [
  'src',
  'url',
  'path',
  'file',
  'image',
  'href',
  'feature',
  'overlayimage',
  'teaser',
  'source',
  'name',
  'large',
];

/** An image from its text, from a map (`{ src, alt, caption }`), or the first of a list; null for anything else. */
export function writtenImage(value: Json | undefined): WrittenImage | null {
  if (Array.isArray(value)) return value.map(writtenImage).find((image) => image !== null) ?? null;
  if (typeof value === 'string') {
    return value.trim() === '' ? null : { reference: value.trim(), alt: null, caption: null };
  }
  const map = asObject(value);
  if (!map) return null;
  const index = new Map(Object.entries(map).map(([key, item]) => [foldKey(key), item]));
  const source = sourceKeys.map((key) => writtenImage(index.get(key))).find((image) => image !== null);
  if (!source) return null;
  const text = (...keys: string[]): string | null => {
    const found = keys.map((key) => asText(index.get(key))).find((item) => item !== null);
    return found === undefined ? null : plainText(found);
  };
  return {
    reference: source.reference,
    alt: source.alt ?? text('alt', 'alttext', 'description'),
    caption: source.caption ?? text('caption', 'credit', 'attribution'),
  };
}

/** Where a complaint about an image belongs. */
export interface ImagePlace {
  readonly file: string;
  readonly line: number | null;
  readonly what: string;
}

/** The image that a reference names; null, with the reason told, when there is none that can be shown. */
export async function resolveImage(
  reference: string,
  place: ImagePlace,
  images: ImageFinder,
  problems: ProblemList,
): Promise<ImageRecord | null> {
  const { file, line, what } = place;
  const found = images.find(reference, file);
  const shown = reference.length > 100 ? `${reference.slice(0, 100)}…` : reference;
  const drop = (why: string, todo: string): null => {
    problems.warn(file, line, { what: `${what} "${shown}" was left out`, why, todo });
    return null;
  };
  switch (found.kind) {
    case 'url':
      return { url: found.url };
    case 'refused':
      return drop('Only files, paths and http(s) addresses are shown.', 'Name a file or an address.');
    case 'missing':
      return drop('There is no such file in the folder.', 'Add the file, or correct the path.');
    case 'file':
      try {
        return await images.record(found.file);
      } catch (error) {
        return drop(sentence(error instanceof Error ? error.message : String(error)), 'Replace the file.');
      }
  }
}
