import type { Json } from '../../domain/blog-record.ts';
import { isTrue, textOf, type JsonMap } from '../fields/json-values.ts';
import type { PostStatus } from './post-status.ts';
import { fileUrl } from './site-urls.ts';

/**
 * What of a post no field of ours holds: why it is no public post, that it is featured, its internal tags, its
 * template, what cards of other sites show of it. Never its uuid, which opens drafts in Ghost.
 */
export function postMetadata(
  post: JsonMap,
  meta: JsonMap,
  status: PostStatus,
  internalTags: readonly string[],
  site: string | null,
): Record<string, Json> {
  const entries: readonly (readonly [string, Json])[] = [
    ['status', status.because === null ? null : short(post['status'])],
    ['visibility', textOf(post['visibility']) === 'public' ? null : short(post['visibility'])],
    ['featured', isTrue(post['featured']) || null],
    ['internalTags', internalTags.length > 0 ? [...internalTags] : null],
    ['template', short(post['custom_template'])],
    ['openGraph', card('og', post, meta, site)],
    ['twitter', card('twitter', post, meta, site)],
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

/** What a card of the post shows elsewhere; null when it was not said. */
function card(prefix: string, post: JsonMap, meta: JsonMap, site: string | null): Json {
  const value = (name: string): unknown => meta[`${prefix}_${name}`] ?? post[`${prefix}_${name}`];
  const entries: readonly (readonly [string, string | null])[] = [
    ['title', textOf(value('title'))],
    ['description', textOf(value('description'))],
    ['image', fileUrl(value('image'), site)],
  ];
  const said = entries.filter(([, text]) => text !== null);
  return said.length === 0 ? null : Object.fromEntries(said);
}

function short(value: unknown): string | null {
  return textOf(value)?.slice(0, 100) ?? null;
}
