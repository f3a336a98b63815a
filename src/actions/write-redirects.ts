import { writeContent } from '../db/change-log.ts';
import type { WriteTransaction } from '../db/change-log.ts';
import type { PostRecord } from '../domain/blog-record.ts';
import type { Redirect } from '../generated/prisma/client.ts';
import type { ImportRun } from './import-run.ts';
import { keyOfRedirect, leadsAlike, planRedirects, redirectRow } from './plan-redirects.ts';
import type { RedirectPlan, WantedRedirect } from './plan-redirects.ts';
import { recordHash } from './record-hash.ts';
import { forgetOrigins, saveOrigins } from './save-origins.ts';
import { readStoredRedirects } from './stored-pages.ts';
import { rowsAtOnce, upsertRows } from './upsert-rows.ts';

/** Writes the redirects that a blog states, once everything else is where it belongs: one transaction. */
export async function writeRedirects(
  run: ImportRun,
  posts: readonly { readonly record: PostRecord; readonly id: string }[],
): Promise<void> {
  const rows = await readStoredRedirects(run.db, run.stored.posts);
  const plan = planRedirects(run, posts, rows);
  const known = run.stored.origins('REDIRECT');
  const pending = [...plan.wanted.values()].filter(
    (one) => !known.has(keyOfRedirect(one)) || !leadsAlike(rows.get(one.path), one),
  );
  report(run, plan);
  const leaving = plan.dropped.filter(({ fate }) => fate === 'remove');
  if (run.dryRun || pending.length + leaving.length === 0) return;
  await writeContent(run.db, run.now, async (tx) => {
    const origins = leaving.map(({ key, path }) => ({ key, entityId: path }));
    await forgetOrigins(tx, run.record.source, 'REDIRECT', origins);
    const unwanted = leaving.flatMap(({ path }) => (plan.wanted.has(path) ? [] : [path]));
    await remove(
      tx,
      unwanted.filter((path) => !run.stored.isShared('REDIRECT', path)),
    );
    for (let from = 0; from < pending.length; from += rowsAtOnce)
      await write(tx, run, pending.slice(from, from + rowsAtOnce), rows);
  });
}

/** Compared with what was stored before this import, which may have moved things on the way. */
function report(run: ImportRun, plan: RedirectPlan): void {
  const known = run.stored.origins('REDIRECT');
  for (const one of plan.wanted.values()) {
    const same = leadsAlike(run.stored.redirects.get(one.path), one);
    run.tally.count('redirects', !known.has(keyOfRedirect(one)) ? 'created' : same ? 'unchanged' : 'updated');
  }
  for (const { key, fate } of plan.dropped) {
    if (fate !== 'keep') run.tally.mark('redirects', key, fate === 'remove' ? 'removed' : 'missing');
  }
}

/** What says "gone" stays: it tells of what was removed, not of what the blog states. */
async function remove(tx: WriteTransaction, paths: readonly string[]): Promise<void> {
  const found = await tx.prisma.$queryRaw<{ path: string }[]>`
    delete from "Redirect" where "path" = any(${paths}::text[]) and "kind" = 'MOVED' returning "path"`;
  const gone = new Set(found.map(({ path }) => path));
  for (const path of new Set(paths)) {
    if (gone.has(path)) tx.record({ action: 'REMOVED', entityType: 'REDIRECT', entityId: path, path });
  }
}

async function write(
  tx: WriteTransaction,
  run: ImportRun,
  pending: readonly WantedRedirect[],
  before: ReadonlyMap<string, Redirect>,
): Promise<void> {
  const rows = pending.map((one) => ({ ...redirectRow(one) }));
  const written = await upsertRows(tx, 'Redirect', rows, { key: ['path'] });
  const origins = pending.map((one) => ({
    key: keyOfRedirect(one),
    entityId: one.path,
    hash: recordHash(redirectRow(one)),
  }));
  await saveOrigins(tx, run.record.source, 'REDIRECT', origins);
  for (const { path } of rows) {
    if (!written.has(path)) continue;
    const action = before.has(path) ? 'UPDATED' : 'CREATED';
    tx.record({ action, entityType: 'REDIRECT', entityId: path, path });
  }
}
