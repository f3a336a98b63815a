import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import { entityChange } from './entity-change.ts';
import type { ImportRun } from './import-run.ts';
import { clearRedirects, leaveRedirects } from './leave-redirects.ts';
import { parkAddresses } from './park-addresses.ts';
import type { PostPlan } from './plan-posts.ts';
import { forgetOrigins, saveOrigins } from './save-origins.ts';
import { refreshSearch } from './refresh-search.ts';
import { recordset } from './upsert-rows.ts';

/**
 * Moves stored posts to their new slugs, paths, languages and keys, all in one transaction, before anything
 * is written at the places they leave: two posts that change places are never seen half way.
 */
export async function readdressPosts(run: ImportRun, plans: readonly PostPlan[]): Promise<void> {
  const rekeyed = plans.filter((plan) => plan.oldKey !== null);
  const moved = plans.filter((plan) => plan.readdress);
  if (run.dryRun || rekeyed.length + moved.length === 0) return;
  await writeContent(run.db, run.now, async (tx) => {
    await rekey(tx, run, rekeyed);
    if (moved.length > 0) await move(tx, run, moved);
  });
}

/** A file that moved is the same post, whose text is then judged by the hash it had. */
async function rekey(tx: WriteTransaction, run: ImportRun, plans: readonly PostPlan[]): Promise<void> {
  const { source } = run.record;
  const old = plans.map(({ oldKey, id }) => ({ key: oldKey ?? '', entityId: id }));
  await forgetOrigins(tx, source, 'POST', old);
  const hashes = run.stored.origins('POST');
  const origins = plans.map(({ record, id, oldKey }) => ({
    key: record.key,
    entityId: id,
    hash: hashes.get(oldKey ?? '')?.hash ?? '',
  }));
  await saveOrigins(tx, source, 'POST', origins);
}

async function move(tx: WriteTransaction, run: ImportRun, plans: readonly PostPlan[]): Promise<void> {
  await parkAddresses(
    tx,
    'Post',
    plans.map((plan) => plan.id),
  );
  const rows = plans.map(({ id, record, translationKey }) => {
    const { slug, path, language } = record;
    return { id, slug, path, language, translationKey };
  });
  await tx.prisma.$executeRaw`
    update "Post" p set "slug" = r."slug", "path" = r."path", "language" = r."language",
      "translationKey" = r."translationKey"
    from ${recordset('Post', rows)} r where r."id" = p."id"`;
  // The old path of what nobody ever saw leads nowhere.
  const seen = plans.flatMap(({ id, record }) => {
    const stored = run.stored.posts.get(id);
    return stored?.seen && stored.path !== record.path
      ? [{ oldPath: stored.path, newPath: record.path, postId: id }]
      : [];
  });
  await leaveRedirects(tx, seen);
  await clearRedirects(
    tx,
    plans.map(({ record }) => record.path),
  );
  await refreshSearch(tx, { posts: plans.map(({ id }) => id) });
  for (const { id, record } of plans) {
    tx.record(entityChange('POST', id, record.path, run.stored.posts.get(id)?.path ?? null));
  }
}
