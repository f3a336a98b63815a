import type { ImageFileRecord, Json, PostRecord } from '../../../domain/blog-record.ts';
import type { ProblemList } from '../../problem-list.ts';
import type { FieldName } from '../fields/field-keys.ts';
import { asList, asText, asWebUrl } from '../../fields/values.ts';
import { imageReferences, spellings } from '../images/body-images.ts';
import type { ImageFinder } from '../images/image-finder.ts';
import { isMailKey } from '../people/author-data.ts';
import { outsideCode } from '../../text/outside-code.ts';
import { plainText } from '../../text/plain-text.ts';
import { resolveImage, writtenImage } from './cover.ts';
import { markExcerpt } from './mark-excerpt.ts';
import type { AddressedPost } from './post-draft.ts';
import type { PostIndex } from './post-index.ts';
import { postSeo } from './post-seo.ts';

/** What finished posts are made of beside their drafts. */
export interface RecordContext {
  readonly index: PostIndex;
  readonly images: ImageFinder;
  readonly translationKeys: ReadonlyMap<string, string>;
  readonly excerptSeparator: string | null;
  readonly problems: ProblemList;
}

/** A post, whose body is linked, as a record: its references resolved, what nobody understood as metadata. */
export async function postRecord(post: AddressedPost, context: RecordContext): Promise<PostRecord> {
  const { key, slug, path, language, title, wanted, publishedAt, updatedAt, aliases, document } = post;
  const { fields } = document;
  const cover = await coverOf(post, context);
  const related = references(post, 'related', context);
  const [successor] = references(post, 'supersededBy', context);
  const description = proseOf(post, 'description');
  const summary = proseOf(post, 'summary');
  const canonicalUrl = canonicalOf(post, context);
  const seo = await postSeo(post, description, context);
  const subtitle = asText(fields.get('subtitle'));
  const marked = markExcerpt(post.body, fields, context.excerptSeparator);
  return {
    key,
    slug,
    path,
    language,
    title,
    subtitle: subtitle === null ? null : plainText(subtitle),
    description,
    summary,
    markdown: marked,
    wanted,
    publishedAt,
    updatedAt,
    authors: post.authors,
    tags: post.tags,
    categories: post.categories,
    cover,
    images: await bodyImages(post, context),
    canonicalUrl,
    ...seo,
    aliases,
    related,
    supersededBy: successor ?? null,
    translationKey: context.translationKeys.get(key) ?? null,
    metadata: metadataOf(post),
  };
}

/** Only what was written as text: `excerpt: true` is a theme's switch. */
function proseOf({ document: { fields } }: AddressedPost, name: FieldName): string | null {
  return typeof fields.peek(name) === 'string' ? asText(fields.get(name)) : null;
}

function metadataOf({ document, notes }: AddressedPost): { [key: string]: Json } {
  const rest = Object.entries(document.fields.rest()).filter(([key]) => !isMailKey(key));
  return { ...Object.fromEntries(rest), ...notes };
}

async function coverOf(
  post: AddressedPost,
  { images, problems }: RecordContext,
): Promise<PostRecord['cover']> {
  const { key, document } = post;
  const { fields } = document;
  const written = writtenImage(fields.peek('cover'));
  const bundled = written ? null : images.bundleCover(key);
  const [alt, caption] = [asText(fields.get('coverAlt')), asText(fields.get('coverCaption'))];
  const texts = {
    alt: written?.alt ?? (alt === null ? null : plainText(alt)),
    caption: written?.caption ?? (caption === null ? null : plainText(caption)),
  };
  if (bundled !== null) {
    const image = await resolveImage(
      bundled.slice(bundled.lastIndexOf('/') + 1),
      place(post, null),
      images,
      problems,
    );
    return image && { image, ...texts };
  }
  if (!written) return null;
  const image = await resolveImage(written.reference, place(post, fields.lineOf('cover')), images, problems);
  fields.get('cover');
  return image && { image, ...texts };
}

function place({ key }: AddressedPost, line: number | null): Parameters<typeof resolveImage>[1] {
  return { file: key, line, what: 'the cover image' };
}

/** Files that the body shows; those that are not there are told once for the post. */
async function bodyImages(
  post: AddressedPost,
  { images, problems }: RecordContext,
): Promise<Record<string, ImageFileRecord>> {
  const found = new Map<string, ImageFileRecord>();
  const missing: string[] = [];
  for (const reference of imageReferences(outsideCode(post.body))) {
    const image = images.find(reference, post.key);
    if (image.kind === 'missing') missing.push(reference);
    if (image.kind !== 'file') continue;
    const record = await images.record(image.file).catch(() => null);
    if (!record) missing.push(reference);
    else for (const spelling of spellings(reference)) found.set(spelling, record);
  }
  if (missing.length > 0) {
    const shown = missing.slice(0, 3).join(', ') + (missing.length > 3 ? ', …' : '');
    const what =
      missing.length === 1
        ? `the image ${shown} is missing`
        : `${missing.length} images are missing: ${shown}`;
    problems.warn(post.key, null, {
      what,
      why: 'There is no such image file in the folder.',
      todo: 'Add it, or correct the path.',
    });
  }
  return Object.fromEntries(found);
}

/** Keys of the posts that a field names; names of none are told. */
function references(post: AddressedPost, name: FieldName, { index, problems }: RecordContext): string[] {
  const { key, language, document } = post;
  const { fields } = document;
  // A switch, or a map with settings, is not a list of posts.
  const texts = asList(fields.peek(name)).flatMap((item) => (typeof item === 'string' ? [item] : []));
  const keys: string[] = [];
  for (const text of texts) {
    const found = index.find(text, key, language);
    if (found && found.key !== key) keys.push(found.key);
    if (found) continue;
    const what = `"${text.slice(0, 100)}" in "${fields.keyOf(name)}" was left out`;
    problems.warn(key, fields.lineOf(name), {
      what,
      why: 'No post has that slug, path, file or title.',
      todo: 'Correct it.',
    });
  }
  if (texts.length > 0) fields.get(name);
  return [...new Set(keys)];
}

function canonicalOf(
  { key, document: { fields } }: AddressedPost,
  { problems }: RecordContext,
): string | null {
  const value = fields.get('canonical');
  if (value === undefined) return null;
  const url = asWebUrl(value);
  if (url === null) {
    const what = `the canonical address was left out`;
    const why = `"${(asText(value) ?? '').slice(0, 100)}" is not an absolute http(s) address.`;
    problems.warn(key, fields.lineOf('canonical'), { what, why, todo: 'Write the whole address.' });
    fields.putBack('canonical');
  }
  return url;
}
