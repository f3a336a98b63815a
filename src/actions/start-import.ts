import type { Database } from '../db/client.ts';
import type { BlogRecord } from '../domain/blog-record.ts';
import { entityId } from '../domain/entity-id.ts';
import type { EntityType } from '../generated/prisma/client.ts';
import { checkBlog } from './check-blog.ts';
import { identifyRecords } from './identify-records.ts';
import type { Identified } from './identify-records.ts';
import type { Tally } from './import-report.ts';
import type { ImportOptions, ImportRun } from './import-run.ts';
import { mayPrune } from './may-prune.ts';
import { onlyNew } from './only-new.ts';
import { seriesLeaves } from './plan-series.ts';
import { clashProblem } from './settle-clashes.ts';
import { readStoredBlog } from './stored-blog.ts';
import type { ById, StoredBlog } from './stored-blog.ts';
import { withoutLeaving } from './without-leaving.ts';

/** Checks a blog, reads what is stored, and finds out which record is which stored entity. */
export async function startImport(
  db: Database,
  written: BlogRecord,
  options: ImportOptions,
  tally: Tally,
): Promise<ImportRun> {
  const found = await readStoredBlog(db, written.source);
  const wanted = options.onlyNew ? onlyNew(written, knownPosts(found)) : written;
  const record = checkBlog(wanted, tally);
  const prune = (options.prune ?? false) && mayPrune(record, found, tally);
  const identified = identifyAll(record, found, prune, tally);
  return {
    db,
    now: options.now,
    prune,
    dryRun: options.dryRun ?? false,
    readFile: options.readFile,
    progress: options.onProgress ?? (() => undefined),
    record,
    found,
    stored: withoutLeaving(found, identified.leaving),
    ...identified,
    tally,
  };
}

function identifyAll(record: BlogRecord, found: StoredBlog, prune: boolean, tally: Tally) {
  const doubtful = doubtfulSeries(record, found, tally);
  const outside = record.isWindow ? knownKeys(found) : [];
  const failed = new Set([...tally.failed(), ...doubtful, ...outside]);
  const kinds = idsOf(record, found);
  const identify = identifier(record.source, found, failed, kinds, tally);
  const posts = identify('Post', 'POST', record.posts, found.posts, postAddresses, () => prune);
  const stays = staying(found, posts, prune);
  const mayRemove = prune && tally.failed().size === 0;
  const seriesLeave = (id: string): boolean => seriesLeaves(found.series.get(id), stays, mayRemove);
  const told = record.series.filter(({ key }) => !doubtful.has(key));
  const series = identify('Series', 'SERIES', told, found.series, slugAndPath, seriesLeave);
  const resources = identify(
    'Resource',
    'RESOURCE',
    record.resources,
    found.resources,
    slugAndPath,
    () => prune,
  );
  const leaving = {
    posts: new Set(prune ? posts.missing.values() : []),
    series: new Set([...series.missing.values()].filter(seriesLeave)),
    resources: new Set(prune ? resources.missing.values() : []),
  };
  return { posts, series, resources, leaving, stays };
}

function knownPosts(found: StoredBlog): ReadonlySet<string> {
  const stored = [...found.origins('POST')].filter(([, { entityId: id }]) => found.posts.has(id));
  return new Set(stored.map(([key]) => key));
}

/** What a window may hold no longer: none of it is missing, and nothing else takes its place. */
function knownKeys(found: StoredBlog): string[] {
  return (['POST', 'SERIES', 'RESOURCE'] as const).flatMap((type) => [...found.origins(type).keys()]);
}

interface Addressed {
  readonly slug: string;
  readonly path: string;
}

type PostAddress = Addressed & { readonly language: string };

const slugAndPath = ({ slug, path }: Addressed): string[] => [`slug ${slug}`, `path ${path}`];
const postAddresses = ({ slug, language, path }: PostAddress): string[] => [
  `slug ${slug} (${language})`,
  `path ${path}`,
];

/**
 * Series that a file declared, and that only posts name now, while a file failed: it may be that one, so
 * they stay as they are. Also under another key, when nothing has the old one.
 */
function doubtfulSeries({ series }: BlogRecord, stored: StoredBlog, tally: Tally): ReadonlySet<string> {
  if (tally.failed().size === 0) return new Set();
  const keys = new Set(series.map((one) => one.key));
  const declared = [...stored.origins('SERIES')].flatMap(([key, { entityId }]) => {
    const row = stored.series.get(entityId);
    return row?.declared ? [{ key, slug: row.slug, path: row.path }] : [];
  });
  const doubtful = series.filter(
    (record) =>
      !record.declared &&
      declared.some(
        ({ key, slug, path }) =>
          key === record.key || (!keys.has(key) && (slug === record.slug || path === record.path)),
      ),
  );
  return new Set(doubtful.map(({ key }) => key));
}

interface Ids {
  has(id: string): boolean;
}

/** Every id that something has, or a term of the blog will have, by kind. */
function idsOf({ tags, categories, authors }: BlogRecord, found: StoredBlog): Map<string, readonly Ids[]> {
  return new Map<string, readonly Ids[]>([
    ['Post', [found.posts]],
    ['Series', [found.series]],
    ['Resource', [found.resources]],
    ['Tag', [found.tags, new Set(tags.map(({ slug }) => entityId('Tag', slug)))]],
    ['Author', [found.authors, new Set(authors.map(({ slug }) => entityId('Author', slug)))]],
    [
      'Category',
      [found.categories, new Set(categories.map(({ treePath }) => entityId('Category', treePath)))],
    ],
  ]);
}

/** Identifies records of one kind and tells of those whose address is taken. */
function identifier(
  source: string,
  stored: StoredBlog,
  failed: ReadonlySet<string>,
  kinds: Map<string, readonly Ids[]>,
  tally: Tally,
) {
  return <A, S extends A, R extends A & { readonly key: string; readonly id?: string }>(
    typeName: string,
    type: EntityType,
    records: readonly R[],
    rows: ById<S>,
    addresses: (row: A) => readonly string[],
    leaves: (id: string) => boolean,
  ): Identified<R> => {
    const others = [...kinds].flatMap(([name, ids]) => (name === typeName ? [] : ids));
    const identified = identifyRecords({
      typeName,
      source,
      records,
      addresses,
      stored: { rows, addresses },
      origins: stored.origins(type),
      failed,
      isForeign: (id) => others.some((ids) => ids.has(id)),
      leaves,
    });
    kinds.set(typeName, [rows, new Set(identified.claims.map(({ id }) => id))]);
    for (const { record, address } of identified.clashes) tally.problem(clashProblem(record.key, address));
    return identified;
  };
}

function staying(
  stored: StoredBlog,
  posts: Identified<unknown>,
  prune: boolean,
): (postId: string) => boolean {
  const others = new Set(posts.claims.map((claim) => claim.id));
  if (prune) for (const id of posts.missing.values()) others.add(id);
  return (postId) => stored.posts.has(postId) && !others.has(postId);
}
