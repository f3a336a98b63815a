import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import type { RelatedPick } from '../generated/prisma/client.ts';
import { entityChange } from './entity-change.ts';
import type { ImportRun } from './import-run.ts';
import type { PostPlan } from './plan-posts.ts';
import { replaceRows } from './replace-rows.ts';
import { recordset } from './upsert-rows.ts';

/** What a post says of other posts. */
interface PostLinks {
  readonly id: string;
  readonly path: string;
  readonly picks: readonly RelatedPick[];
  readonly supersededById: string | null;
}

/**
 * Writes what posts say of each other (picks, successors) once all of them are stored, in one transaction.
 * What is stored is compared with what is wanted, whoever wrote the posts: an import that was killed before
 * this step is finished by the next one.
 */
export async function linkPosts(
  run: ImportRun,
  plans: readonly PostPlan[],
  idOf: (key: string) => string | undefined,
): Promise<void> {
  const pending = plans.flatMap((plan) => {
    const links = linksOf(plan, idOf);
    return idOf(plan.record.key) === plan.id && differ(run, plan, links) ? [{ plan, links }] : [];
  });
  for (const { plan } of pending) run.tally.mark('posts', plan.record.key, 'updated');
  if (run.dryRun || pending.length === 0) return;
  await writeContent(run.db, run.now, (tx) =>
    writeLinks(
      tx,
      pending.map(({ links }) => links),
    ),
  );
}

function linksOf(plan: PostPlan, idOf: (key: string) => string | undefined): PostLinks {
  const { related, supersededBy, path } = plan.record;
  const successor = supersededBy === null ? undefined : idOf(supersededBy);
  const picks = new Set(related.flatMap((key) => idOf(key) ?? []).filter((id) => id !== plan.id));
  return {
    id: plan.id,
    path,
    picks: [...picks].map((relatedId, position) => ({ postId: plan.id, relatedId, position })),
    supersededById: successor === plan.id ? null : (successor ?? null),
  };
}

function differ(run: ImportRun, { id }: PostPlan, links: PostLinks): boolean {
  const picks = run.stored.picks.get(id) ?? [];
  const successor = run.stored.posts.get(id)?.supersededById ?? null;
  return successor !== links.supersededById || placesOf(picks) !== placesOf(links.picks);
}

function placesOf(picks: readonly RelatedPick[]): string {
  return picks.map(({ position, relatedId }) => `${position} ${relatedId}`).join();
}

async function writeLinks(tx: WriteTransaction, all: readonly PostLinks[]): Promise<void> {
  const rows = all.map(({ id, supersededById }) => ({ id, supersededById }));
  const succeeded = await tx.prisma.$queryRaw<{ id: string }[]>`
    update "Post" p set "supersededById" = r."supersededById" from ${recordset('Post', rows)} r
    where r."id" = p."id" and r."supersededById" is distinct from p."supersededById"
    returning p."id"::text as id`;
  const picks = all.flatMap((links) => links.picks.map((pick) => ({ ...pick })));
  const picked = await replaceRows(
    tx,
    'RelatedPick',
    'postId',
    all.map(({ id }) => id),
    picks,
  );
  const changed = new Set([...succeeded.map((row) => row.id), ...picked]);
  for (const { id, path } of all) if (changed.has(id)) tx.record(entityChange('POST', id, path, path));
}
