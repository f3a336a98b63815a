import type { Database } from '../db/client.ts';
import type { BlogRecord } from '../domain/blog-record.ts';
import { entityId } from '../domain/entity-id.ts';
import type { EntityType } from '../generated/prisma/client.ts';
import { checkBlog } from './check-blog.ts';
import { identifyRecords } from './identify-records.ts';
import type { Identified } from './identify-records.ts';
import type { Tally } from './import-report.ts';
import type { ImportOptions, ImportRun } from './import-run.ts';
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
    images: new Set(found.images),
  };
}

function identifyAll(record: BlogRecord, found: StoredBlog, prune: boolean, tally: Tally) {
  const doubtful = doubtfulSeries(record, found, tally);
  const outside = record.isWindow ? knownKeys(found) : [];
  const failed = new Set([...tally.failed(), ...doubtful, ...outside]);
  const identify = identifier(record.source, found, failed, entityIds(record, found), tally);
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

/** Every id that something has, or a term of the blog will have, by kind. */
function entityIds({ tags, categories, authors }: BlogRecord, found: StoredBlog) {
  return new Map<string, ReadonlySet<string>>([
    ['Post', new Set(found.posts.keys())],
    ['Series', new Set(found.series.keys())],
    ['Resource', new Set(found.resources.keys())],
    ['Tag', new Set([...found.tags.keys(), ...tags.map(({ slug }) => entityId('Tag', slug))])],
    ['Author', new Set([...found.authors.keys(), ...authors.map(({ slug }) => entityId('Author', slug))])],
    [
      'Category',
      new Set([
        ...found.categories.keys(),
        ...categories.map(({ treePath }) => entityId('Category', treePath)),
      ]),
    ],
  ]);
}

/** Identifies records of one kind and tells of those whose address is taken. */
function identifier(
  source: string,
  stored: StoredBlog,
  failed: ReadonlySet<string>,
  ids: Map<string, ReadonlySet<string>>,
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
    const identified = identifyRecords({
      typeName,
      source,
      records,
      addresses,
      stored: new Map([...rows].map(([id, row]) => [id, addresses(row)] as const)),
      origins: stored.origins(type),
      failed,
      foreignIds: new Set([...ids].flatMap(([name, own]) => (name === typeName ? [] : [...own]))),
      leaves,
    });
    ids.set(typeName, new Set([...(ids.get(typeName) ?? []), ...identified.claims.map(({ id }) => id)]));
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

/** An empty folder is a wrong folder sooner than a blog that lost everything; what was not read is not gone. */
function mayPrune(record: BlogRecord, stored: StoredBlog, tally: Tally): boolean {
  if (record.isWindow) {
    tally.problem({
      severity: 'warning',
      file: '.',
      line: null,
      what: 'nothing was removed',
      why: 'A feed holds the newest posts only: one that is no longer in it was most likely not removed.',
      todo: 'Import feeds without --prune.',
    });
    return false;
  }
  if (record.incomplete) {
    tally.problem({
      severity: 'warning',
      file: '.',
      line: null,
      what: 'nothing was removed',
      why: 'A part could not be read, so what is absent may only be lost.',
      todo: 'Mend what is said of it elsewhere in this list, and import again.',
    });
    return false;
  }
  if (record.posts.length > 0 || stored.origins('POST').size === 0) return true;
  tally.problem({
    severity: 'error',
    file: '.',
    line: null,
    what: 'nothing was removed',
    why: 'The folder holds no post at all, which is most likely not meant.',
    todo: 'Name the folder of the blog. To remove a whole blog, leave one post in it.',
  });
  return false;
}
