import { writeContent } from '../db/change-log.ts';
import type { TraceRecord } from '../domain/blog-record.ts';
import type { ImportRun } from './import-run.ts';
import { upsertRows } from './upsert-rows.ts';

/**
 * Writes the traces that an export carries of content that moved or was removed, where nothing is found yet:
 * what is stored, content or redirect, knows better. One transaction, once everything else is where it belongs.
 */
export async function writeTraces(run: ImportRun): Promise<void> {
  const { traces = [] } = run.record;
  if (run.dryRun || traces.length === 0) return;
  await writeContent(run.db, run.now, async (tx) => {
    const paths = [
      ...new Set(traces.flatMap(({ path, target }) => (target === null ? [path] : [path, target]))),
    ];
    const places = await tx.prisma.$queryRaw<{ path: string; postId: string | null }[]>`
      select "path", "id"::text as "postId" from "Post" where "path" = any(${paths}::text[])
      union all select "path", null from "Redirect" where "path" = any(${paths}::text[])
      union all select "path", null from "Tag" where "path" = any(${paths}::text[])
      union all select "path", null from "Category" where "path" = any(${paths}::text[])
      union all select "path", null from "Author" where "path" = any(${paths}::text[])
      union all select "path", null from "Series" where "path" = any(${paths}::text[])
      union all select "path", null from "Resource" where "path" = any(${paths}::text[])`;
    const postAt = new Map(places.map(({ path, postId }) => [path, postId]));
    const rows = traces
      .filter(({ path, target }) => !postAt.has(path) && path !== target)
      .map((trace) => redirectRow(trace, postAt));
    await upsertRows(tx, 'Redirect', rows, { key: ['path'] });
    for (const { path } of rows)
      tx.record({ action: 'CREATED', entityType: 'REDIRECT', entityId: path, path });
  });
}

function redirectRow({ path, target }: TraceRecord, postAt: ReadonlyMap<string, string | null>) {
  const postId = target === null ? null : (postAt.get(target) ?? null);
  const kind = target === null ? 'GONE' : 'MOVED';
  return { path, kind, target: postId === null ? target : null, postId };
}
