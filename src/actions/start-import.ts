import type { Database } from '../db/client.ts';
import type { BlogRecord } from '../domain/blog-record.ts';
import { checkBlog } from './check-blog.ts';
import { identifyRecords } from './identify-records.ts';
import type { Identified } from './identify-records.ts';
import type { Tally } from './import-report.ts';
import type { ImportOptions, ImportRun } from './import-run.ts';
import { seriesLeaves } from './plan-series.ts';
import { clashProblem } from './settle-clashes.ts';
import { readStoredBlog } from './stored-blog.ts';
import type { ById, StoredBlog } from './stored-blog.ts';

/** Checks a blog, reads what is stored, and finds out which record is which stored entity. */
export async function startImport(
  db: Database,
  written: BlogRecord,
  options: ImportOptions,
  tally: Tally,
): Promise<ImportRun> {
  const record = checkBlog(written, tally);
  const stored = await readStoredBlog(db, record.source);
  const prune = (options.prune ?? false) && mayPrune(record, stored, tally);
  const failed = tally.failed();
  const base = { source: record.source, failed };
  const posts = identifyRecords({
    ...base,
    typeName: 'Post',
    records: record.posts,
    addresses: ({ slug, language, path }) => [`slug ${slug} (${language})`, `path ${path}`],
    stored: addressesOf(stored.posts, ({ slug, language, path }) => [
      `slug ${slug} (${language})`,
      `path ${path}`,
    ]),
    origins: stored.origins('POST'),
    leaves: () => prune,
  });
  const kept = staying(stored, posts, prune);
  const leaves = (id: string): boolean =>
    seriesLeaves(stored.series.get(id), kept, prune && failed.size === 0);
  const slugAndPath = ({ slug, path }: { slug: string; path: string }) => [`slug ${slug}`, `path ${path}`];
  const series = identifyRecords({
    ...base,
    typeName: 'Series',
    records: record.series,
    addresses: slugAndPath,
    stored: addressesOf(stored.series, slugAndPath),
    origins: stored.origins('SERIES'),
    leaves,
  });
  const resources = identifyRecords({
    ...base,
    typeName: 'Resource',
    records: record.resources,
    addresses: slugAndPath,
    stored: addressesOf(stored.resources, slugAndPath),
    origins: stored.origins('RESOURCE'),
    leaves: () => prune,
  });
  for (const { clashes } of [posts, series, resources]) {
    for (const clash of clashes) tally.problem(clashProblem(clash.record.key, clash.address));
  }
  return {
    db,
    now: options.now,
    prune,
    dryRun: options.dryRun ?? false,
    readFile: options.readFile,
    progress: options.onProgress ?? (() => undefined),
    record,
    stored,
    tally,
    posts,
    series,
    resources,
    stays: kept,
    seriesLeaves: leaves,
    images: new Set(stored.images),
  };
}

function addressesOf<T>(rows: ById<T>, addresses: (row: T) => readonly string[]): ById<readonly string[]> {
  return new Map([...rows].map(([id, row]) => [id, addresses(row)] as const));
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

/** An empty folder is a wrong folder sooner than a blog that lost everything. */
function mayPrune(record: BlogRecord, stored: StoredBlog, tally: Tally): boolean {
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
