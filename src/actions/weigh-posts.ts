import { writeContent } from '../db/change-log.ts';
import type { Database } from '../db/client.ts';
import { part } from '../domain/long-list.ts';
import type { LongList } from '../domain/long-list.ts';
import type { RelatablePost } from '../domain/relatedness.ts';
import { profileOf } from '../domain/relatedness-profile.ts';
import type { Profile } from '../domain/relatedness-profile.ts';
import { languageStatistics, TermCounts } from '../domain/relatedness-statistics.ts';
import type { RelatednessStatistics } from '../domain/relatedness-statistics.ts';
import type { CountedTerms } from '../domain/relatedness-terms.ts';
import { publicIds, readSigns } from './relatable-posts.ts';
import type { PostSigns } from './relatable-posts.ts';
import { dropProfiles, profileSize, writeProfiles } from './related-profiles.ts';
import { forgetState } from './related-state.ts';
import { readTerms } from './related-texts.ts';

/** How posts are weighed. */
export interface Weighing {
  readonly now: Date;
  /** Keep what refreshing some posts later needs; and let memory count. */
  readonly keepProfiles: boolean;
  /** Posts that are looked at together. */
  readonly blockSize: number;
  readonly newList: <T>() => LongList<T>;
  /** Called for each post that is counted, and that is weighed. */
  readonly step: () => void;
}

/** All public posts as they are compared, in the order of their ids; where memory counts, without their terms. */
export interface WeighedPosts {
  readonly posts: LongList<RelatablePost>;
  readonly statistics: RelatednessStatistics;
}

/** Of a large blog the texts are read twice, so that only what is compared is ever kept. */
export async function weighPosts(db: Database, weighing: Weighing): Promise<WeighedPosts> {
  const { signs, terms, statistics } = await countPosts(db, weighing);
  const posts = weighing.newList<RelatablePost>();
  // Half-made profiles must never be taken for the whole.
  if (weighing.keepProfiles)
    await writeContent(db, weighing.now, async (tx) => {
      await forgetState(tx);
      await dropProfiles(tx);
    });
  for (let start = 0; start < signs.length; start += weighing.blockSize) {
    const some = part(signs, start, weighing.blockSize);
    const profiles = weighing.keepProfiles
      ? await storedProfiles(db, some, statistics, weighing)
      : heldProfiles(some, terms, statistics, weighing);
    for (const post of some) posts.push({ ...post, profile: profiles.get(post.id) ?? nothing });
  }
  return { posts, statistics };
}

const nothing: Profile = { hashes: new Int32Array(), weights: new Float32Array(), terms: [] };

interface CountedPosts {
  readonly signs: LongList<PostSigns>;
  readonly statistics: RelatednessStatistics;
  /** By id; empty where the texts are read again. */
  readonly terms: ReadonlyMap<string, CountedTerms>;
}

async function countPosts(
  db: Database,
  { keepProfiles, blockSize, newList, step }: Weighing,
): Promise<CountedPosts> {
  const ids = await publicIds(db, null);
  const counts = TermCounts.for(ids.length);
  const signs = newList<PostSigns>();
  const dates = new Map<string, (number | null)[]>();
  const terms = new Map<string, CountedTerms>();
  for (let start = 0; start < ids.length; start += blockSize) {
    const some = await readSigns(db, ids.slice(start, start + blockSize), ids.length);
    for (const post of some) signs.push(post);
    for (const [language, of] of Map.groupBy(some, (post) => post.language))
      dates.set(language, [...(dates.get(language) ?? []), ...of.map(({ date }) => date)]);
    for await (const { id, counted } of readTerms(
      db,
      some.map((post) => post.id),
    )) {
      counts.add(counted.hashes);
      if (!keepProfiles) terms.set(id, counted);
      step();
    }
  }
  const languages = new Map([...dates].map(([language, of]) => [language, languageStatistics(of)]));
  return { signs, statistics: { counts, languages }, terms };
}

const postsIn = ({ languages }: RelatednessStatistics, language: string): number =>
  languages.get(language)?.posts ?? 0;

function heldProfiles(
  posts: readonly PostSigns[],
  terms: ReadonlyMap<string, CountedTerms>,
  statistics: RelatednessStatistics,
  { step }: Weighing,
): Map<string, Profile> {
  const profiles = new Map<string, Profile>();
  for (const { id, language } of posts) {
    const counted = terms.get(id);
    if (counted) profiles.set(id, profileOf(counted, statistics.counts, postsIn(statistics, language)));
    step();
  }
  return profiles;
}

/** Profiles that a transaction stores. */
const storedAtOnce = 100;

/** Profiles as they are stored for a later refresh, here without their terms. */
async function storedProfiles(
  db: Database,
  posts: readonly PostSigns[],
  statistics: RelatednessStatistics,
  { now, step }: Weighing,
): Promise<Map<string, Profile>> {
  const profiles = new Map<string, Profile>();
  const batch = new Map<string, Profile>();
  const store = async (): Promise<void> => {
    await writeContent(db, now, (tx) => writeProfiles(tx, batch));
    for (const [id, { hashes, weights }] of batch) profiles.set(id, { hashes, weights });
    batch.clear();
  };
  for await (const { id, language, counted } of readTerms(
    db,
    posts.map((post) => post.id),
  )) {
    batch.set(id, profileOf(counted, statistics.counts, postsIn(statistics, language), profileSize));
    step();
    if (batch.size === storedAtOnce) await store();
  }
  await store();
  return profiles;
}
