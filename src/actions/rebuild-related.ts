import { setImmediate } from 'node:timers/promises';
import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import type { Database } from '../db/client.ts';
import { forgetStatements } from '../db/forget-statements.ts';
import { part } from '../domain/long-list.ts';
import type { LongList } from '../domain/long-list.ts';
import type { RelatablePost } from '../domain/relatedness.ts';
import { Ranking } from '../domain/relatedness-ranking.ts';
import type { RelatednessStatistics } from '../domain/relatedness-statistics.ts';
import { SpooledList } from '../spool/spooled-list.ts';
import { Spool } from '../spool/spool.ts';
import { dropHiddenLists, publicIds, readPicks } from './relatable-posts.ts';
import { listRow, orderedEntries, relatedEntry } from './related-entries.ts';
import type { RelatedEntry } from './related-entries.ts';
import { dropProfiles, readProfileTerms } from './related-profiles.ts';
import { isOvertaken, saveState } from './related-state.ts';
import { upsertRows } from './upsert-rows.ts';
import { weighPosts } from './weigh-posts.ts';

/** A rebuild as its caller wants it. */
export interface Rebuild {
  readonly now: Date;
  /** The content version that was read before: what is newer is for the next refresh. */
  readonly seq: bigint;
  /** Public posts, to tell how far it is. */
  readonly posts: number;
  /** Keep what refreshing some posts later needs; and keep little in memory. */
  readonly keepProfiles: boolean;
  /** Posts that are ranked together. */
  readonly blockSize: number;
  readonly progress: (done: number, total: number) => void;
}

/**
 * Makes the related posts of all public posts anew, and writes those lists that differ, in one transaction.
 * Of a large blog all that grows with it lies in a temporary file: posts are compared block by block.
 *
 * @returns how many lists differed
 */
export async function rebuildRelated(db: Database, rebuild: Rebuild): Promise<number> {
  const spool = rebuild.keepProfiles ? await Spool.open() : null;
  const newList = <T>(): LongList<T> => (spool === null ? [] : new SpooledList<T>(spool));
  const { blockSize } = rebuild;
  const step = progressOf(rebuild);
  try {
    const { posts, statistics } = await weighPosts(db, { ...rebuild, newList, step });
    const rest = async (done: number): Promise<void> => {
      await setImmediate();
      step(done);
    };
    const ranking = await Ranking.over(posts, statistics, { blockSize, tables: newList(), rest });
    const lists = newList<RelatedRow[]>();
    for (let start = 0; start < posts.length; start += blockSize) {
      const rows = await listsOf(db, ranking, part(posts, start, blockSize), start, rebuild);
      for (let at = 0; at < rows.length; at += listsAtOnce) lists.push(rows.slice(at, at + listsAtOnce));
    }
    return await writeContent(db, rebuild.now, (tx) => writeAll(tx, rebuild, lists, statistics));
  } finally {
    spool?.close();
  }
}

/** Every post is counted, weighed and ranked. */
function progressOf({ progress, posts }: Rebuild): (done?: number) => void {
  let sum = 0;
  return (done = 1) => {
    sum += done;
    progress(Math.min(Math.floor(sum / 3), posts), posts);
  };
}

type RelatedRow = ReturnType<typeof listRow>;

/** The rows of the lists of a block of posts, their picks included. */
async function listsOf(
  db: Database,
  ranking: Ranking,
  block: readonly RelatablePost[],
  start: number,
  { keepProfiles }: Rebuild,
): Promise<RelatedRow[]> {
  const places = await ranking.rank(block, start);
  const posts = keepProfiles ? await withTerms(db, block) : block;
  const picks = await readPicks(
    db,
    posts.map(({ id }) => id),
  );
  const picked = ({ id }: RelatablePost): ReadonlySet<string> => picks.get(id) ?? new Set<string>();
  const wanted = posts.map((post, index) => {
    const pickedPlaces = [...picked(post)].flatMap((id) => ranking.placeOf(id) ?? []);
    return new Set([...(places[index] ?? []), ...pickedPlaces]);
  });
  const entries = posts.map((): RelatedEntry[] => []);
  await ranking.visit(posts, wanted, (post, index, other) => {
    entries[index]?.push(relatedEntry(post, other, ranking.score(post, other)));
  });
  return posts.map((post, index) =>
    listRow(
      post.id,
      orderedEntries(entries[index] ?? [], picked(post), (id) => ranking.dateOf(id)),
    ),
  );
}

async function withTerms(db: Database, posts: readonly RelatablePost[]): Promise<RelatablePost[]> {
  const terms = await readProfileTerms(
    db,
    posts.map(({ id }) => id),
  );
  return posts.map((post) => ({ ...post, profile: { ...post.profile, terms: terms.get(post.id) ?? [] } }));
}

/** Lists of a statement. */
const listsAtOnce = 100;

async function writeAll(
  tx: WriteTransaction,
  { seq, keepProfiles }: Rebuild,
  lists: LongList<RelatedRow[]>,
  statistics: RelatednessStatistics,
): Promise<number> {
  if (await isOvertaken(tx, seq)) return 0;
  let changed = await dropHiddenLists(tx);
  for (let index = 0; index < lists.length; index += 1) {
    const rows = lists.at(index) ?? [];
    const stillPublic = await publicIds(
      tx,
      rows.map(({ postId }) => postId),
    );
    const some = rows.filter(({ postId }) => stillPublic.includes(postId));
    changed += (await upsertRows(tx, 'RelatedList', some, { key: ['postId'] })).size;
    // Not only when the transaction ends: these are all the lists of a blog.
    forgetStatements();
  }
  if (!keepProfiles) await dropProfiles(tx);
  await saveState(tx, {
    seq,
    posts: [...statistics.languages.values()].reduce((sum, { posts }) => sum + posts, 0),
    refreshed: 0,
    statistics: keepProfiles ? statistics : null,
  });
  if (changed > 0) tx.record({ action: 'UPDATED', entityType: 'RELATED', entityId: 'related' });
  return changed;
}
