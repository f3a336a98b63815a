import { setImmediate } from 'node:timers/promises';
import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import type { Database } from '../db/client.ts';
import { relatedness } from '../domain/relatedness.ts';
import type { RelatablePost } from '../domain/relatedness.ts';
import { profileOf } from '../domain/relatedness-profile.ts';
import type { Profile } from '../domain/relatedness-profile.ts';
import { Ranking } from '../domain/relatedness-ranking.ts';
import type { Ranked } from '../domain/relatedness-ranking.ts';
import { languageStatistics, noPosts, TermCounts } from '../domain/relatedness-statistics.ts';
import type { RelatednessStatistics } from '../domain/relatedness-statistics.ts';
import type { CountedTerms } from '../domain/relatedness-terms.ts';
import { publicIds, readPicks, readSigns } from './relatable-posts.ts';
import type { PostSigns } from './relatable-posts.ts';
import { listRow, orderedEntries, relatedEntry } from './related-entries.ts';
import { dropProfiles, profileSize, readProfileTerms, writeProfiles } from './related-profiles.ts';
import { forgetState, isOvertaken, saveState } from './related-state.ts';
import { readTerms } from './related-texts.ts';
import { upsertRows } from './upsert-rows.ts';

/** A rebuild as its caller wants it. */
export interface Rebuild {
  readonly now: Date;
  /** The content version that was read before: what is newer is for the next refresh. */
  readonly seq: bigint;
  /** Keep what refreshing some posts later needs. */
  readonly keepProfiles: boolean;
  readonly progress: (done: number, total: number) => void;
}

/**
 * Makes the related posts of all public posts anew, and writes those lists that differ, in one transaction.
 * Of a large blog the texts are read twice, so that only what is compared is ever held in memory.
 *
 * @returns how many lists differed
 */
export async function rebuildRelated(db: Database, rebuild: Rebuild): Promise<number> {
  const ids = await publicIds(db, null);
  const signs = await readSigns(db, null, ids.length);
  const steps = progressOf(rebuild, signs.length);
  const counted = await countAll(db, signs, rebuild, steps);
  const posts = await weighAll(db, signs, counted, rebuild, steps);
  const ranking = new Ranking(posts, counted.statistics);
  const ranked: Ranked[][] = [];
  for (const index of posts.keys()) {
    await setImmediate();
    ranked.push(ranking.of(index));
    steps();
  }
  const picks = await readPicks(db, null);
  return writeContent(db, rebuild.now, (tx) =>
    writeAll(tx, rebuild, { posts, ranked, picks, statistics: counted.statistics }),
  );
}

/** Every post is counted, weighed and ranked. */
function progressOf({ progress }: Rebuild, posts: number): () => void {
  let done = 0;
  return () => {
    done += 1;
    progress(Math.floor(done / 3), posts);
  };
}

interface Counted {
  readonly statistics: RelatednessStatistics;
  /** By id; empty where the texts are read again. */
  readonly terms: Map<string, CountedTerms>;
}

async function countAll(
  db: Database,
  signs: readonly PostSigns[],
  { keepProfiles }: Rebuild,
  step: () => void,
): Promise<Counted> {
  const counts = TermCounts.for(signs.length);
  const terms = new Map<string, CountedTerms>();
  for await (const { id, counted } of readTerms(
    db,
    signs.map((post) => post.id),
  )) {
    counts.add(counted.hashes);
    if (!keepProfiles) terms.set(id, counted);
    step();
  }
  const languages = new Map(
    [...Map.groupBy(signs, ({ language }) => language)].map(([language, posts]) => [
      language,
      languageStatistics(posts.map(({ date }) => date)),
    ]),
  );
  return { statistics: { counts, languages }, terms };
}

const nothing: Profile = { hashes: new Int32Array(), weights: new Float32Array(), terms: [] };

async function weighAll(
  db: Database,
  signs: readonly PostSigns[],
  { statistics, terms }: Counted,
  { now, keepProfiles }: Rebuild,
  step: () => void,
): Promise<RelatablePost[]> {
  const postsIn = (language: string): number => statistics.languages.get(language)?.posts ?? 0;
  if (!keepProfiles) {
    return signs.map((post) => {
      step();
      const counted = terms.get(post.id);
      const profile = counted && profileOf(counted, statistics.counts, postsIn(post.language));
      return { ...post, profile: profile ?? nothing };
    });
  }
  // Half-made profiles must never be taken for the whole.
  await writeContent(db, now, async (tx) => {
    await forgetState(tx);
    await dropProfiles(tx);
  });
  const profiles = new Map<string, Profile>();
  const batch = new Map<string, Profile>();
  const store = async (): Promise<void> => {
    await writeContent(db, now, (tx) => writeProfiles(tx, batch));
    for (const [id, { hashes, weights }] of batch) profiles.set(id, { hashes, weights });
    batch.clear();
  };
  for await (const { id, language, counted } of readTerms(
    db,
    signs.map((post) => post.id),
  )) {
    batch.set(id, profileOf(counted, statistics.counts, postsIn(language), profileSize));
    step();
    if (batch.size === 250) await store();
  }
  await store();
  return signs.map((post) => ({ ...post, profile: profiles.get(post.id) ?? nothing }));
}

interface Made {
  readonly posts: readonly RelatablePost[];
  /** Of each post, in the order of `posts`. */
  readonly ranked: readonly (readonly Ranked[])[];
  readonly picks: ReadonlyMap<string, ReadonlySet<string>>;
  readonly statistics: RelatednessStatistics;
}

/** Lists of a statement. */
const listsAtOnce = 100;

async function writeAll(tx: WriteTransaction, { seq, keepProfiles }: Rebuild, made: Made): Promise<number> {
  if (await isOvertaken(tx, seq)) return 0;
  const { posts, statistics } = made;
  const stillPublic = new Set(await publicIds(tx, null));
  const rowOf = rowMaker(made);
  let changed = await tx.prisma.$executeRaw`
    delete from "RelatedList" where "postId" <> all(${[...stillPublic]}::uuid[])`;
  for (let start = 0; start < posts.length; start += listsAtOnce) {
    const indices = [...posts.keys()]
      .slice(start, start + listsAtOnce)
      .filter((index) => stillPublic.has(posts[index]?.id ?? ''));
    const terms = keepProfiles
      ? await readProfileTerms(
          tx,
          indices.flatMap((index) => posts[index]?.id ?? []),
        )
      : null;
    const rows = indices.flatMap((index) => rowOf(index, terms) ?? []);
    changed += (await upsertRows(tx, 'RelatedList', rows, { key: ['postId'] })).size;
  }
  if (!keepProfiles) await dropProfiles(tx);
  await saveState(tx, {
    seq,
    posts: posts.length,
    refreshed: 0,
    statistics: keepProfiles ? statistics : null,
  });
  if (changed > 0) tx.record({ action: 'UPDATED', entityType: 'RELATED', entityId: 'related' });
  return changed;
}

/** Makes the row of a post's list, its picks included. */
function rowMaker({ posts, ranked, picks, statistics }: Made) {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const dateOf = (id: string): number | null => byId.get(id)?.date ?? null;
  return (index: number, terms: ReadonlyMap<string, readonly string[]> | null) => {
    const stored = posts[index];
    if (stored === undefined) return null;
    const profile = { ...stored.profile, terms: terms?.get(stored.id) ?? stored.profile.terms ?? [] };
    const post = { ...stored, profile };
    const blog = statistics.languages.get(post.language) ?? noPosts;
    const picked = picks.get(post.id) ?? new Set<string>();
    const scores = new Map<RelatablePost, number>();
    for (const { index: place, score } of ranked[index] ?? []) {
      const other = posts[place];
      if (other !== undefined) scores.set(other, score);
    }
    for (const id of picked) {
      const pick = byId.get(id);
      if (pick !== undefined && !scores.has(pick)) scores.set(pick, relatedness(post, pick, blog));
    }
    const entries = [...scores].map(([other, score]) => relatedEntry(post, other, score));
    return listRow(post.id, orderedEntries(entries, picked, dateOf));
  };
}
