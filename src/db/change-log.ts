import { AsyncLocalStorage } from 'node:async_hooks';
import type { Prisma } from '../generated/prisma/client.ts';
import { ChangeEntries, type ChangeEntry } from './change-entry.ts';
import type { Database } from './client.ts';
import { forgetStatements } from './forget-statements.ts';

/** The key of the advisory lock that every writer of content takes; migrations have another. */
export const writersLock = 72707370;

/** The channel on which a commit announces the new content version. */
export const changeChannel = 'colophon_change';

/** What a write works with. Nothing else may reach the database inside it: see `writeContent`. */
export interface WriteTransaction {
  readonly prisma: Prisma.TransactionClient;
  /** Notes a change, for the log; several to one entity become one. */
  record(entry: ChangeEntry): void;
}

/** The last write in the queue of each database of this process. */
const queues = new WeakMap<Database, Promise<unknown>>();
const insideWrite = new AsyncLocalStorage<Database>();

/**
 * The one way to write content. One transaction holds the work and its entries in the change log, which
 * are numbered without gaps in the order of commits, because writers take turns: those of this process in
 * a queue, so that waiting ones hold no connection, and those of others by an advisory lock. The new
 * content version is announced by NOTIFY, which PostgreSQL delivers when the commit is done.
 *
 * Work that records no change appends and announces nothing. Work that throws leaves nothing behind.
 *
 * @param now the time that the log entries bear
 * @param work uses `tx.prisma` only: another client would wait for the connection this one holds, and on
 *   the embedded database, which has one, time out
 */
export async function writeContent<T>(
  db: Database,
  now: Date,
  work: (tx: WriteTransaction) => Promise<T> | T,
): Promise<T> {
  return holdWrites(db, () => write(db, now, work));
}

/**
 * Runs work while nothing else in this process writes content, and holds no connection for that. Whoever reads
 * meanwhile waits for single statements only.
 *
 * @param work neither writes nor waits for somebody who does
 */
export async function holdWrites<T>(db: Database, work: () => Promise<T>): Promise<T> {
  if (insideWrite.getStore() === db) throw new Error('a write inside a write would wait for itself');
  const turn = (queues.get(db) ?? Promise.resolve())
    .then(() => insideWrite.run(db, work))
    .finally(forgetStatements);
  const settled = turn.catch(() => {});
  queues.set(db, settled);
  return turn;
}

/** The number of the newest change; 0 before the first. */
export async function contentVersion(db: Database): Promise<bigint> {
  const rows = await db.prisma.$queryRaw<{ version: bigint }[]>`
    /* contentVersion */ SELECT coalesce(max("seq"), 0) AS "version" FROM "Change"`;
  return rows[0]?.version ?? 0n;
}

/** The newest change: its number, and the time it bears. */
export interface NewestChange {
  readonly version: bigint;
  readonly at: Date;
}

/** What the content version is, and since when; null before the first change. */
export async function newestChange(db: Database): Promise<NewestChange | null> {
  const rows = await db.prisma.$queryRaw<NewestChange[]>`
    /* newestChange */ SELECT "seq" AS "version", "at" FROM "Change" ORDER BY "seq" DESC LIMIT 1`;
  return rows[0] ?? null;
}

function write<T>(db: Database, now: Date, work: (tx: WriteTransaction) => Promise<T> | T): Promise<T> {
  return db.prisma.$transaction(
    async (prisma) => {
      // The limit on reads does not hold for a big write, nor for the wait for its turn.
      await prisma.$executeRaw`SELECT set_config('statement_timeout', ${String(db.writeTimeoutMs)}, true)`;
      await prisma.$executeRaw`SELECT pg_advisory_xact_lock(${writersLock})`;
      const entries = new ChangeEntries();
      const result = await work({
        prisma,
        record: (entry) => {
          entries.add(entry);
        },
      });
      await append(prisma, now, entries);
      return result;
    },
    { timeout: db.writeTimeoutMs },
  );
}

/** Entries of a statement: all that an edit makes, and of what a large import does no more than memory is wide. */
const appendedAtOnce = 2_000;

async function append(prisma: Prisma.TransactionClient, now: Date, entries: ChangeEntries): Promise<void> {
  for (const { list, isLast } of entries.lists(appendedAtOnce)) {
    await prisma.$queryRaw`/* appendChanges */
      WITH "last" AS (SELECT coalesce(max("seq"), 0) AS "seq" FROM "Change"),
      "entry" AS (
        SELECT * FROM ROWS FROM (
          jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
          AS ("action" "ChangeAction", "entityType" "EntityType", "entityId" text, "path" text, "oldPath" text)
        ) WITH ORDINALITY AS e("action", "entityType", "entityId", "path", "oldPath", "n")
      ),
      "added" AS (
        INSERT INTO "Change" ("seq", "at", "action", "entityType", "entityId", "path", "oldPath")
        SELECT "last"."seq" + "n", ${now}::timestamptz, "action", "entityType", "entityId", "path", "oldPath" FROM "last", "entry"
        RETURNING "seq"
      )
      SELECT CASE WHEN ${isLast}::boolean THEN pg_notify(${changeChannel}, max("seq")::text)::text END FROM "added"`;
  }
}
