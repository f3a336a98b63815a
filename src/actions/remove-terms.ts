import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { ImportRun } from './import-run.ts';
import type { UnnamedTerm } from './plan-terms.ts';
import { forgetOrigins } from './save-origins.ts';
import { refreshSearch } from './refresh-search.ts';
import type { TermKind } from './term-kinds.ts';

/**
 * Removes the tags, categories or authors that nothing names and nothing uses any more, after the posts
 * have let go of them. One that only posts named goes with the last of them, so that what is stored does
 * not depend on what was once written; one that a file declares goes with `prune` only.
 */
export async function removeTerms<R>(
  run: ImportRun,
  kind: TermKind<R>,
  unnamed: readonly UnnamedTerm[],
): Promise<void> {
  for (const { key, fate } of unnamed) {
    if (fate === 'missing') run.tally.mark(kind.report, key, 'missing');
    if (fate === 'remove') run.tally.mark(kind.report, key, 'removed');
  }
  const leaving = unnamed.filter(({ fate }) => fate === 'remove' || fate === 'release');
  if (run.dryRun || leaving.length === 0) return;
  await writeContent(run.db, run.now, async (tx) => {
    const removed = await deleteUnused(
      tx,
      kind,
      leaving.flatMap(({ id, fate }) => (fate === 'remove' ? [id] : [])),
    );
    const done = leaving.filter(({ id, fate }) => fate === 'release' || removed.has(id));
    const origins = done.map(({ key, id }) => ({ key, entityId: id }));
    await forgetOrigins(tx, run.record.source, kind.type, origins);
    await refreshSearch(tx, { [kind.report]: [...removed.keys()] });
    for (const { id } of done) {
      const path = removed.get(id);
      if (path !== undefined) tx.record({ action: 'REMOVED', entityType: kind.type, entityId: id, path });
    }
  });
}

/** A post that could not be written may hold on to a term after all: then it stays, with what is above it. */
async function deleteUnused<R>(
  tx: WriteTransaction,
  kind: TermKind<R>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const free = kind.uses.map(
    ({ table, term }) => Prisma.sql`
      and not exists (select 1 from ${Prisma.raw(`"${table}"`)} u where u.${Prisma.raw(`"${term}"`)} = any(below.ids))`,
  );
  const below =
    kind.table === 'Category'
      ? Prisma.sql`select array_agg(d."id") as ids from "Category" d
          where starts_with(d."treePath" || '/', t."treePath" || '/')`
      : Prisma.sql`select array[t."id"] as ids`;
  const rows = await tx.prisma.$queryRaw<{ id: string; path: string }[]>`
    delete from ${Prisma.raw(`"${kind.table}"`)} where "id" in (
      select t."id" from ${Prisma.raw(`"${kind.table}"`)} t cross join lateral (${below}) below
      where t."id" = any(${ids}::uuid[]) and below.ids <@ ${ids}::uuid[] ${Prisma.join(free, ' ')}
    ) returning "id"::text as id, "path"`;
  return new Map(rows.map(({ id, path }) => [id, path]));
}
