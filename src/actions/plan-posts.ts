import type { BlogRecord, ImageRecord, PostRecord, Problem } from '../domain/blog-record.ts';
import { entityId } from '../domain/entity-id.ts';
import { wholePost } from '../domain/lazy-post.ts';
import { RENDER_VERSION } from '../domain/render-body.ts';
import type { Claim } from './identify-records.ts';
import { imageSrc } from './image-address.ts';
import type { ImportRun } from './import-run.ts';
import { recordHash } from './record-hash.ts';
import type { StoredPost } from './stored-pages.ts';

/** Ids of the terms of a blog, by record key. */
export interface TermIds {
  readonly authors: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, string>;
}

/** What becomes of one post. There are as many as posts, so it holds nothing that can be found again. */
export interface PostPlan extends Claim<PostRecord> {
  readonly translationKey: string | null;
  /** What it says, or is filed under, is to be written. */
  readonly rewrite: boolean;
  /** It is stored, and its slug, path, language or translations change. */
  readonly readdress: boolean;
}

/** Decides what becomes of each post, in the order of the blog, and reports it. */
export function planPosts(run: ImportRun, ids: TermIds): PostPlan[] {
  const translationKeyOf = translationKeys(run);
  return run.posts.claims.map((claim): PostPlan => {
    const { record, id, oldKey, isNew } = claim;
    const stored = run.stored.posts.get(id);
    const translationKey = translationKeyOf(claim);
    const origin = run.stored.origins('POST').get(oldKey ?? record.key);
    const rewrite = stored === undefined || origin?.hash !== contentOf(run, ids, record).hash;
    const readdress = stored !== undefined && !isAt(stored, record, translationKey);
    run.tally.mark('posts', record.key, outcomeOf(run, stored, rewrite || readdress));
    return { record, id, oldKey, isNew, translationKey, rewrite, readdress };
  });
}

/** What a post is filed under, and the hash of what is written of it. */
export interface PostContent {
  readonly authorIds: readonly string[];
  readonly tagIds: readonly string[];
  readonly categoryIds: readonly string[];
  readonly hash: string;
}

export function contentOf(run: ImportRun, ids: TermIds, record: PostRecord): PostContent {
  const terms = {
    authorIds: record.authors.flatMap((key) => ids.authors.get(key) ?? []),
    tagIds: record.tags.flatMap((key) => ids.tags.get(key) ?? []),
    categoryIds: record.categories.flatMap((key) => ids.categories.get(key) ?? []),
  };
  return { ...terms, hash: contentHash(record, terms, siteUrlOf(run.record)) };
}

/** A post that became due counts as updated: it is published at the end of the import. */
function outcomeOf(run: ImportRun, stored: StoredPost | undefined, changes: boolean) {
  if (stored === undefined) return 'created';
  const due = stored.dueAt !== null && stored.dueAt <= run.now.getTime();
  return changes || due ? 'updated' : 'unchanged';
}

/** Compared as they are: an address, and links to posts that may not be stored yet. */
const comparedApart = new Set<string>([
  'key',
  'slug',
  'path',
  'aliases',
  'related',
  'supersededBy',
  'translationKey',
  'translationId',
  'id',
] satisfies (keyof PostRecord)[]);

/** Of everything else that makes a post's rows. The site's address says which links are its own. */
function contentHash(
  record: PostRecord,
  terms: Readonly<Record<string, readonly string[]>>,
  siteUrl: string | null,
): string {
  const content = Object.entries(wholePost(record)).filter(([name]) => !comparedApart.has(name));
  const served = imagesOf(record).map(imageSrc);
  return recordHash(RENDER_VERSION, content, served, terms, siteUrl);
}

function isAt(stored: StoredPost, record: PostRecord, translationKey: string | null): boolean {
  return (
    stored.slug === record.slug &&
    stored.path === record.path &&
    stored.language === record.language &&
    stored.translationKey === translationKey
  );
}

/** One post a language for each text; a second one stands alone. */
function translationKeys(run: ImportRun): (claim: Claim<PostRecord>) => string | null {
  const moving = new Set(run.posts.claims.map((claim) => claim.id));
  const taken = new Set(
    [...run.stored.posts.values()]
      .filter((post) => !moving.has(post.id))
      .map((post) => `${post.translationKey ?? ''} ${post.language}`),
  );
  return ({ record }) => {
    const key = translationId(run.record.source, record);
    if (key === null) return null;
    const place = `${key} ${record.language}`;
    if (taken.has(place)) run.tally.problem(secondTranslation(record));
    else {
      taken.add(place);
      return key;
    }
    return null;
  };
}

function translationId(source: string, record: PostRecord): string | null {
  if (record.translationId !== undefined) return record.translationId;
  return record.translationKey === null ? null : entityId('Translation', source, record.translationKey);
}

function secondTranslation(record: PostRecord): Problem {
  return {
    severity: 'warning',
    file: record.key,
    line: null,
    what: 'it is not shown among the translations',
    why: `Another file is the ${record.language} version of the same text.`,
    todo: 'Give one of the two another language, or another translation key.',
  };
}

/** Where a blog says that it stands. */
export function siteUrlOf({ site, siteUrl }: BlogRecord): string | null {
  return siteUrl === undefined ? (site?.url ?? null) : siteUrl;
}

/** Every image that a post shows. */
export function imagesOf(record: PostRecord): ImageRecord[] {
  const { cover, shareImage, images } = record;
  return [...(cover ? [cover.image] : []), ...(shareImage ? [shareImage] : []), ...Object.values(images)];
}
