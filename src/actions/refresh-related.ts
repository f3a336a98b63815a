import { contentVersion } from '../db/change-log.ts';
import type { Database } from '../db/client.ts';
import { rebuildRelated } from './rebuild-related.ts';
import { refreshSomeRelated } from './refresh-some-related.ts';
import { countPublic } from './relatable-posts.ts';
import { readState, readStatistics } from './related-state.ts';

/** How to bring related posts up to date. */
export interface RefreshOptions {
  readonly now: Date;
  /** Make all lists anew, whatever changed. */
  readonly rebuild?: boolean;
  /** Of a blog of so many public posts, all lists are made anew whenever something changed. */
  readonly wholeUpTo?: number;
  /** Posts of a larger one that are ranked together: what is in memory. */
  readonly blockSize?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What a refresh did. */
export interface Refreshed {
  /** What was looked at: nothing had changed, the posts that had, or all. */
  readonly scope: 'nothing' | 'some' | 'all';
  /** Posts whose related posts are others now. */
  readonly changed: number;
}

/** So many posts are ranked in about two seconds. */
const wholeByDefault = 1_000;

/** Some 40 MB of memory (twice as many posts: 100 MB, and a tenth less of time). */
const blockSizeByDefault = 500;

/** A larger share of changed posts, since all lists were last made, is reason to make them all anew. */
const mostRefreshed = 0.2;

/** A larger share of changed posts at once: making all lists anew is quicker. */
const mostAtOnce = 0.01;

const nothing: Refreshed = { scope: 'nothing', changed: 0 };

/**
 * Brings the stored lists of related posts up to what the change log says. It goes on where the last
 * refresh stopped, so one that was killed is made up for by the next one.
 *
 * The lists of a small blog are always made all anew: they depend on its public content alone, not on how
 * it came to be. Of a larger one, those are refreshed that a change touches, against the statistics of the
 * last time that all were made.
 */
export async function refreshRelated(db: Database, options: RefreshOptions): Promise<Refreshed> {
  const { now, rebuild = false, wholeUpTo = wholeByDefault, blockSize = blockSizeByDefault } = options;
  const seq = await contentVersion(db);
  const state = await readState(db);
  if (!rebuild && !(await hasChanged(db, state?.seq ?? 0n))) return nothing;
  const posts = await countPublic(db);
  const keepProfiles = posts > wholeUpTo;
  if (!rebuild && state !== null && keepProfiles) {
    const most = Math.max(10, posts * mostAtOnce);
    const touched = await touchedPosts(db, state.seq, most + 1);
    const isFew = touched.length <= most && touched.length + state.refreshed <= posts * mostRefreshed;
    const statistics = isFew ? await readStatistics(db) : null;
    if (statistics !== null) {
      const changed = await refreshSomeRelated(db, { now, seq, total: state.posts, statistics, touched });
      return { scope: 'some', changed };
    }
  }
  const progress = options.onProgress ?? (() => undefined);
  const changed = await rebuildRelated(db, { now, seq, posts, keepProfiles, blockSize, progress });
  return { scope: 'all', changed };
}

/** Whether something changed of that which makes related posts. */
async function hasChanged({ prisma }: Database, seq: bigint): Promise<boolean> {
  const change = await prisma.change.findFirst({
    where: { seq: { gt: seq }, entityType: { in: ['POST', 'SERIES', 'TAG', 'CATEGORY'] } },
    select: { seq: true },
  });
  return change !== null;
}

/**
 * Ids of posts that changed themselves, or are parts of series that did. A renamed tag changes a word of its posts:
 * that waits until all lists are made anew.
 *
 * @param most a large import may have changed all posts of a large blog
 */
async function touchedPosts({ prisma }: Database, seq: bigint, most: number): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    select "entityId" as "id" from "Change" where "seq" > ${seq} and "entityType" = 'POST'
    union
    select p."postId"::text from "SeriesPart" p
    where p."postId" is not null and p."seriesId"::text in (
      select "entityId" from "Change" where "seq" > ${seq} and "entityType" = 'SERIES')
    order by "id" limit ${Math.floor(most)}::integer`;
  return rows.map(({ id }) => id);
}
