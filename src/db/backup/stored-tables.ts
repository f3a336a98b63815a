import type { MigrationFile } from '../migration-files.ts';
import type { Queryable } from '../snapshot.ts';

/** A column of a key. */
export interface KeyColumn {
  readonly name: string;
  /** As SQL writes it. */
  readonly type: string;
}

/** A table of ours as it is in the database now. */
export interface StoredTable {
  readonly name: string;
  /** Quoted. */
  readonly columns: readonly string[];
  /** The primary key, in its order. */
  readonly key: readonly KeyColumn[];
  /** Quoted: columns that refer to rows of the same table. */
  readonly ownReferences: readonly string[];
}

interface FoundTable extends StoredTable {
  readonly refersTo: readonly string[];
}

/** The names of the tables, types and functions that migrations make: `CREATE TABLE "Post"` and its like. */
export function madeBy(migrations: readonly MigrationFile[], kind: 'TABLE' | 'TYPE' | 'FUNCTION'): string[] {
  const pattern = new RegExp(`^CREATE (?:OR REPLACE )?${kind} (?:IF NOT EXISTS )?"(\\w+)"`, 'gm');
  return [
    ...new Set(migrations.flatMap(({ sql }) => [...sql.matchAll(pattern)].map(([, name = '']) => name))),
  ];
}

/** The tables that these migrations made and that are there, each after those that it refers to. */
export async function readTables(
  sql: Queryable,
  migrations: readonly MigrationFile[],
): Promise<readonly StoredTable[]> {
  const { rows } = await sql.query<FoundTable>(
    `SELECT c.relname::text AS "name",
       ARRAY(SELECT quote_ident(a.attname) FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS "columns",
       (SELECT json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod))
           ORDER BY array_position(i.indkey::int2[], a.attnum))
         FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY(i.indkey::int2[])
         WHERE i.indrelid = c.oid AND i.indisprimary) AS "key",
       ARRAY(SELECT r.relname::text FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
         WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.confrelid <> c.oid) AS "refersTo",
       ARRAY(SELECT quote_ident(a.attname) FROM pg_constraint f
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY(f.conkey)
         WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.confrelid = c.oid) AS "ownReferences"
     FROM pg_class c
     WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname = ANY($1)
     ORDER BY c.relname`,
    [madeBy(migrations, 'TABLE')],
  );
  return ordered(rows);
}

function ordered(tables: readonly FoundTable[]): readonly StoredTable[] {
  const done: FoundTable[] = [];
  let rest = tables;
  while (rest.length > 0) {
    const free = rest.filter(({ refersTo }) => !rest.some(({ name }) => refersTo.includes(name)));
    if (free.length === 0) throw new Error('tables refer to each other in a circle');
    done.push(...free);
    rest = rest.filter((table) => !free.includes(table));
  }
  return done;
}
