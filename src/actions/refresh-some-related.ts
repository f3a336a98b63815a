import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { writeContent } from '../db/change-log.ts';
import type { Database } from '../db/client.ts';
import { comparable, relatedness } from '../domain/relatedness.ts';
import type { RelatablePost } from '../domain/relatedness.ts';
import { profileOf } from '../domain/relatedness-profile.ts';
import type { Profile } from '../domain/relatedness-profile.ts';
import { noPosts } from '../domain/relatedness-statistics.ts';
import type { RelatednessStatistics } from '../domain/relatedness-statistics.ts';
import { publicIds, readPicks, readSigns } from './relatable-posts.ts';
import { listRow, orderedEntries, relatedEntry } from './related-entries.ts';
import type { RelatedEntry } from './related-entries.ts';
import {
  dropProfiles,
  keysOf,
  postsWithKeys,
  profileSize,
  readProfiles,
  writeProfiles,
} from './related-profiles.ts';
import { advanceState, isOvertaken } from './related-state.ts';
import { readTerms } from './related-texts.ts';
import { upsertRows } from './upsert-rows.ts';

/** A refresh of some posts as its caller wants it. */
export interface SomeRefresh {
  readonly now: Date;
  readonly seq: bigint;
  /** Public posts when all lists were last made. */
  readonly total: number;
  readonly statistics: RelatednessStatistics;
  /** Ids of posts that changed, came or went. */
  readonly touched: readonly string[];
}

/**
 * Refreshes the lists that a few posts touch: their own, those they stand in, and those they belong into
 * now. A score is the same from either side, so other lists need no comparing anew.
 *
 * @returns how many lists differed
 */
export async function refreshSomeRelated(db: Database, refresh: SomeRefresh): Promise<number> {
  const { statistics, total, touched } = refresh;
  const profiles = await profilesOf(db, statistics, touched);
  const own = await candidatesOf(db, refresh, profiles);
  const ids = [...new Set([...touched, ...[...own.values()].flatMap((set) => [...set])])];
  const known = await readProfiles(
    db,
    ids.filter((id) => !profiles.has(id)),
  );
  const signs = await readSigns(db, ids, total);
  const posts = new Map(
    signs.map((post) => [
      post.id,
      { ...post, profile: profiles.get(post.id) ?? known.get(post.id) ?? nothing },
    ]),
  );
  const scored = new Map<string, Scored[]>();
  for (const id of touched) {
    await setImmediate();
    const post = posts.get(id);
    if (post) scored.set(id, scoresOf(post, own.get(id) ?? new Set(), posts, statistics));
  }
  const lists = await newLists(db, refresh, scored, posts);
  return write(db, refresh, profiles, lists);
}

const nothing: Profile = { hashes: new Int32Array(), weights: new Float32Array(), terms: [] };

async function profilesOf(
  db: Database,
  { counts, languages }: RelatednessStatistics,
  touched: readonly string[],
): Promise<Map<string, Profile>> {
  const profiles = new Map<string, Profile>();
  for await (const { id, language, counted } of readTerms(db, await publicIds(db, touched))) {
    profiles.set(id, profileOf(counted, counts, languages.get(language)?.posts ?? 0, profileSize));
  }
  return profiles;
}

/** Posts that one key may bring, and all keys of a post. */
const mostByKey = 500;
const mostByKeys = 2_000;

/** Posts that may be related to each: by their weightiest terms that are rare enough, tags, series, links and picks. */
async function candidatesOf(
  db: Database,
  { statistics, touched, total }: SomeRefresh,
  profiles: ReadonlyMap<string, Profile>,
): Promise<Map<string, Set<string>>> {
  const picks = await readPicks(db, touched);
  const signs = new Map((await readSigns(db, touched, total)).map((post) => [post.id, post]));
  const found = new Map<string, Set<string>>();
  for (const [id, profile] of profiles) {
    let room = mostByKeys;
    const keys = keysOf(profile).filter((hash) => {
      const count = statistics.counts.of(hash);
      if (count > mostByKey || count > room) return false;
      room -= count;
      return true;
    });
    const sharing = await postsSharing(db, id);
    const others = new Set([...(await postsWithKeys(db, keys)), ...sharing]);
    for (const other of [...(signs.get(id)?.linked ?? []), ...(picks.get(id) ?? [])]) others.add(other);
    others.delete(id);
    found.set(id, others);
  }
  return found;
}

/** Posts of the same series, and those that share a tag that few have. */
async function postsSharing({ prisma }: Database, id: string): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    select b."postId"::text as id from "PostTag" a join "Tag" t on t."id" = a."tagId" and t."postCount" <= ${mostByKey}
    join "PostTag" b on b."tagId" = a."tagId" where a."postId" = ${id}::uuid
    union select b."postId"::text from "SeriesPart" a join "SeriesPart" b on b."seriesId" = a."seriesId"
    where a."postId" = ${id}::uuid and b."postId" is not null`;
  return rows.map((row) => row.id);
}

/** How a post stands to another. */
interface Scored {
  readonly other: RelatablePost;
  readonly entry: RelatedEntry;
}

/** Lists of other posts that one post may enter. */
const enters = 300;

function scoresOf(
  post: RelatablePost,
  candidates: ReadonlySet<string>,
  posts: ReadonlyMap<string, RelatablePost>,
  { languages }: RelatednessStatistics,
): Scored[] {
  const blog = languages.get(post.language) ?? noPosts;
  return [...candidates]
    .flatMap((id) => posts.get(id) ?? [])
    .map((other) => ({ other, entry: relatedEntry(post, other, relatedness(post, other, blog)) }))
    .sort((a, b) => b.entry.score - a.entry.score || (a.other.id < b.other.id ? 1 : -1))
    .slice(0, enters);
}

type Lists = ReadonlyMap<string, readonly RelatedEntry[]>;

/** The lists as they are to be: of the touched posts, and of all that they stand in or may enter. */
async function newLists(
  db: Database,
  { touched }: SomeRefresh,
  scored: ReadonlyMap<string, readonly Scored[]>,
  posts: ReadonlyMap<string, RelatablePost>,
): Promise<Lists> {
  const entered = new Map<string, RelatedEntry[]>();
  for (const [id, others] of scored) {
    const post = posts.get(id);
    for (const { other, entry } of others) {
      if (post === undefined || !comparable(post, other) || entry.score === 0) continue;
      const entries = entered.get(other.id) ?? [];
      entries.push({ ...entry, id });
      entered.set(other.id, entries);
    }
  }
  const stored = await readLists(db, touched, [...entered.keys()]);
  const picks = await readPicks(db, [...stored.keys(), ...touched]);
  const dates = await datesOf(db, stored, posts);
  const dateOf = (id: string): number | null => dates.get(id) ?? null;
  const lists = new Map<string, readonly RelatedEntry[]>();
  for (const [id, entries] of stored) {
    if (touched.includes(id)) continue;
    const kept = entries.filter((entry) => !touched.includes(entry.id));
    lists.set(id, orderedEntries([...kept, ...(entered.get(id) ?? [])], picks.get(id) ?? new Set(), dateOf));
  }
  for (const [id, others] of scored) {
    const post = posts.get(id);
    const picked = picks.get(id) ?? new Set<string>();
    const entries = others
      .filter(
        ({ other, entry }) => picked.has(other.id) || (post && comparable(post, other) && entry.score > 0),
      )
      .map(({ entry }) => entry);
    lists.set(id, orderedEntries(entries, picked, dateOf));
  }
  return lists;
}

const storedEntries = z.array(
  z.object({
    id: z.string(),
    score: z.number(),
    tags: z.array(z.string()),
    terms: z.array(z.string()),
    series: z.boolean(),
    linked: z.boolean(),
  }),
);

async function readLists(
  { prisma }: Database,
  touched: readonly string[],
  others: readonly string[],
): Promise<Map<string, readonly RelatedEntry[]>> {
  const rows = await prisma.$queryRaw<{ id: string; entries: unknown }[]>`
    select "postId"::text as id, "entries" from "RelatedList"
    where "postId" = any(${others}::uuid[]) or "relatedIds" && ${touched}::uuid[]`;
  return new Map(rows.map(({ id, entries }) => [id, storedEntries.parse(entries)]));
}

/** Of every post that stands in a list, also of those that were not compared. */
async function datesOf(
  { prisma }: Database,
  lists: Lists,
  posts: ReadonlyMap<string, RelatablePost>,
): Promise<Map<string, number | null>> {
  const dates = new Map([...posts].map(([id, { date }]) => [id, date]));
  const listed = new Set([...lists.values()].flat().map(({ id }) => id));
  const missing = [...listed].filter((id) => !dates.has(id));
  const rows = await prisma.$queryRaw<{ id: string; publishedAt: Date | null }[]>`
    select "id"::text, "publishedAt" from "Post" where "id" = any(${missing}::uuid[])`;
  for (const { id, publishedAt } of rows) dates.set(id, publishedAt?.getTime() ?? null);
  return dates;
}

async function write(
  db: Database,
  { now, seq, touched }: SomeRefresh,
  profiles: ReadonlyMap<string, Profile>,
  lists: Lists,
): Promise<number> {
  return writeContent(db, now, async (tx) => {
    if (await isOvertaken(tx, seq)) return 0;
    const stillPublic = new Set(await publicIds(tx, [...lists.keys(), ...touched]));
    const gone = touched.filter((id) => !stillPublic.has(id));
    const removed = await tx.prisma
      .$executeRaw`delete from "RelatedList" where "postId" = any(${gone}::uuid[])`;
    await dropProfiles(tx, gone);
    await writeProfiles(tx, new Map([...profiles].filter(([id]) => stillPublic.has(id))));
    const rows = [...lists]
      .filter(([id]) => stillPublic.has(id))
      .map(([id, entries]) => listRow(id, entries));
    const changed = removed + (await upsertRows(tx, 'RelatedList', rows, { key: ['postId'] })).size;
    await advanceState(tx, seq, touched.length);
    if (changed > 0) tx.record({ action: 'UPDATED', entityType: 'RELATED', entityId: 'related' });
    return changed;
  });
}
