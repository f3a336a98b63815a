import { after } from 'node:test';
import type pg from 'pg';
import { openDatabase, type Database, type DatabaseOptions } from '../../src/db/client.ts';
import { testPlace } from './test-place.ts';

/**
 * An open, migrated, empty database of the caller's own: PGlite, or PostgreSQL when TEST_DATABASE_URL
 * names a server (as a user who may create databases). Closed and removed at the end.
 *
 * @param t the test it belongs to; absent: the whole file
 * @param settings how to open it, where that matters to the test
 */
export async function testDatabase(
  t?: { after(hook: () => Promise<void>): void },
  settings: Omit<DatabaseOptions, 'databaseUrl' | 'dataDir'> = {},
): Promise<Database> {
  const { options, drop } = await testPlace();
  // Several test processes share few cores, so waiting is no sign of a fault.
  const db = await openDatabase({
    acquireTimeoutMs: 30_000,
    statementTimeoutMs: 30_000,
    ...settings,
    ...options,
  });
  const finish = async (): Promise<void> => {
    await db.close();
    await drop();
  };
  if (t === undefined) after(finish);
  else t.after(finish);
  return db;
}

const scripts = new WeakMap<Database, string>();

/**
 * Removes every row, the migrations' history excepted. Tables are emptied by DELETE, the referring ones
 * first: on the few rows of a test that is ten times as fast as TRUNCATE, which makes every file anew.
 */
export async function emptyDatabase(db: Database): Promise<void> {
  const script = scripts.get(db) ?? (await deleteScript(db));
  scripts.set(db, script);
  await db.pool.query(script);
}

/**
 * Remembers every row, and returns what puts them all back: on the few rows of a test a tenth of the time
 * of importing them anew.
 */
export async function rememberContent(db: Database): Promise<() => Promise<void>> {
  const order = await deletionOrder(db);
  const copies = order.map((table, index) => `CREATE TABLE remembered."${index}" AS TABLE ${table};`);
  await db.pool.query(`CREATE SCHEMA remembered; ${copies.join('\n')}`);
  const { rows } = await db.pool.query<{ table: string; columns: string }>(
    `SELECT attrelid::regclass::text AS "table", string_agg(quote_ident(attname), ', ') AS "columns"
     FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped AND attgenerated = '' GROUP BY attrelid`,
  );
  const columns = new Map(rows.map((row) => [row.table, row.columns]));
  const inserts = order.map((table, index) => {
    const names = columns.get(table) ?? '';
    return `INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE SELECT ${names} FROM remembered."${index}";`;
  });
  const script = [...inserts].reverse().join('\n');
  return async () => {
    await emptyDatabase(db);
    await db.pool.query(script);
  };
}

async function deleteScript(db: Database): Promise<string> {
  return (await deletionOrder(db)).map((table) => `DELETE FROM ${table};`).join('\n');
}

/** The tables, the referring ones before those that they refer to. */
async function deletionOrder(db: Database): Promise<readonly string[]> {
  const { rows } = await db.pool.query<{ table: string; refersTo: string[] }>(
    `SELECT t.oid::regclass::text AS "table", ARRAY(
       SELECT c.confrelid::regclass::text FROM pg_constraint c
       WHERE c.contype = 'f' AND c.conrelid = t.oid AND c.confrelid <> t.oid) AS "refersTo"
     FROM pg_class t
     WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.relname <> '_prisma_migrations'`,
  );
  const order: string[] = [];
  let rest = rows;
  while (rest.length > 0) {
    const free = rest.filter(({ table }) => !rest.some(({ refersTo }) => refersTo.includes(table)));
    if (free.length === 0) throw new Error('the tables refer to each other in a circle');
    order.push(...free.map(({ table }) => table));
    rest = rest.filter((row) => !free.includes(row));
  }
  return order;
}

type Recorder = (sql: string) => void;

/** Who listens to the statements of a pool now. */
const recorders = new WeakMap<pg.Pool, Set<Recorder>>();
const watched = new WeakSet<object>();
const control = /^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET)\b/i;

/**
 * Every SQL statement that the database is sent while `work` runs, in order and as sent: Prisma's own,
 * raw ones, those of the pool. What only frames a transaction or sets up a session is left out.
 */
export async function countStatements<T>(
  db: Database,
  work: () => Promise<T>,
): Promise<{ result: T; statements: readonly string[] }> {
  const statements: string[] = [];
  const recorder: Recorder = (sql) => {
    if (!control.test(sql)) statements.push(sql);
  };
  const set = recordersOf(db.pool);
  set.add(recorder);
  try {
    return { result: await work(), statements };
  } finally {
    set.delete(recorder);
  }
}

function recordersOf(pool: pg.Pool): Set<Recorder> {
  const known = recorders.get(pool);
  if (known !== undefined) return known;
  const set = new Set<Recorder>();
  recorders.set(pool, set);
  // Emitted before a client is handed out, so no statement goes by unseen.
  pool.on('acquire', (client) => watch(client, set));
  return set;
}

function watch(client: pg.PoolClient, set: Set<Recorder>): void {
  const query: unknown = Reflect.get(client, 'query');
  if (typeof query !== 'function' || watched.has(client)) return;
  watched.add(client);
  const recorded = (...args: unknown[]): unknown => {
    for (const record of set) record(sqlOf(args[0]));
    return Reflect.apply(query, client, args);
  };
  Object.defineProperty(client, 'query', { value: recorded });
}

function sqlOf(query: unknown): string {
  if (typeof query === 'string') return query;
  if (typeof query === 'object' && query !== null && 'text' in query) return String(query.text);
  return '(unknown)';
}
