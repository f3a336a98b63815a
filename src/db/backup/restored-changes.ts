import type pg from 'pg';
import type { BackupHeader } from './backup-header.ts';

/** Everything that the change log speaks of, the lists of related posts aside: its kind, id and path. */
const entities = `
  SELECT 'POST' AS "type", "id"::text AS "id", "path" FROM "Post"
  UNION ALL SELECT 'AUTHOR', "id"::text, "path" FROM "Author"
  UNION ALL SELECT 'TAG', "id"::text, "path" FROM "Tag"
  UNION ALL SELECT 'CATEGORY', "id"::text, "path" FROM "Category"
  UNION ALL SELECT 'SERIES', "id"::text, "path" FROM "Series"
  UNION ALL SELECT 'RESOURCE', "id"::text, "path" FROM "Resource"
  UNION ALL SELECT 'REDIRECT', "path", "path" FROM "Redirect"
  UNION ALL SELECT 'SITE', "id"::text, '/' FROM "Site"`;

/** Remembers what is there now, and what the log says beyond the backup, until the transaction ends. */
export async function noteReplaced(client: pg.PoolClient, { contentVersion }: BackupHeader): Promise<void> {
  await client.query(`CREATE TEMP TABLE "replaced_entity" ON COMMIT DROP AS ${entities}`);
  await client.query(`CREATE TEMP TABLE "replaced_change" (LIKE "Change") ON COMMIT DROP`);
  await client.query(`INSERT INTO "replaced_change" SELECT * FROM "Change" WHERE "seq" > $1`, [
    contentVersion,
  ]);
}

/**
 * Continues the log of a restored database. Whoever follows the database that was there learns what became of
 * each thing: its own entries stay where the backup has none, and behind them stands what the restoring did. Into
 * an empty place, one entry: what is cached by a content version may be of a later life of the same blog.
 *
 * @returns the content version
 */
export async function tellChanges(client: pg.PoolClient, now: Date): Promise<bigint> {
  await client.query('INSERT INTO "Change" SELECT * FROM "replaced_change"');
  await client.query(
    `INSERT INTO "Change" ("seq", "at", "action", "entityType", "entityId", "path", "oldPath")
     SELECT v."last" + row_number() OVER (ORDER BY e."action", e."type", e."id"), $1::timestamptz,
       e."action"::"ChangeAction", e."type"::"EntityType", e."id", e."path", nullif(e."oldPath", e."path")
     FROM (SELECT coalesce(max("seq"), 0) AS "last" FROM "Change") v, (
       SELECT CASE WHEN n."id" IS NULL THEN 'REMOVED' WHEN o."id" IS NULL THEN 'CREATED' ELSE 'UPDATED' END AS "action",
         coalesce(n."type", o."type") AS "type", coalesce(n."id", o."id") AS "id",
         coalesce(n."path", o."path") AS "path", CASE WHEN n."id" IS NOT NULL THEN o."path" END AS "oldPath"
       FROM (${entities}) n FULL JOIN "replaced_entity" o ON o."type" = n."type" AND o."id" = n."id"
       WHERE EXISTS (SELECT FROM "replaced_entity")
       UNION ALL SELECT 'UPDATED', 'SITE', '1', '/', NULL WHERE NOT EXISTS (SELECT FROM "replaced_entity")
     ) e`,
    [now.toISOString()],
  );
  const { rows } = await client.query<{ version: string }>(
    `SELECT max("seq")::text AS "version" FROM "Change"`,
  );
  return BigInt(rows[0]?.version ?? 0);
}
