import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';
import type { OpenPool } from './embedded.ts';
import { openPostgresql } from './postgresql.ts';
import { statementName } from './statement-name.ts';

/** Which database, and how to use it. Times in milliseconds. */
export interface DatabaseOptions {
  /** `postgres://…`; null: the embedded database. */
  readonly databaseUrl: string | null;
  /** Where the embedded database keeps its data, made if absent; null: in memory, gone at the end. */
  readonly dataDir: string | null;
  /** Connections to PostgreSQL at most. The embedded database always has one. */
  readonly poolMax?: number;
  /** How long a statement may wait for a connection. */
  readonly acquireTimeoutMs?: number;
  /** How long a statement that reads may run. PostgreSQL only: nothing can interrupt the embedded one. */
  readonly statementTimeoutMs?: number;
  /** How long one write transaction may take, waiting for its turn included. */
  readonly writeTimeoutMs?: number;
  /** False behind a pooler that gives each transaction another connection (pgbouncer). */
  readonly preparedStatements?: boolean;
}

/** An open database. Reads go through `prisma`, writes through `writeContent` (change-log.ts). */
export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  readonly kind: 'embedded' | 'postgresql';
  readonly writeTimeoutMs: number;
  /** Waits for what is running, then closes everything. May be called twice. */
  close(): Promise<void>;
}

/**
 * Opens the database: PGlite in this process or PostgreSQL, through one adapter.
 *
 * @throws DatabaseInUseError when another process holds the data directory
 * @throws DatabaseOpenError when it cannot be opened; the message says what to do
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { pool, release } = await openPool(options);
  const prepare = options.preparedStatements ?? true;
  const adapter = new PrismaPg(pool, prepare ? { statementNameGenerator: statementName } : {});
  // maxWait covers the wait for a connection, which the pool already limits.
  const prisma = new PrismaClient({ adapter, transactionOptions: { maxWait: 60_000 } });
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await prisma.$disconnect();
    await pool.end();
    await release();
  };
  return {
    prisma,
    pool,
    kind: options.databaseUrl === null ? 'embedded' : 'postgresql',
    writeTimeoutMs: options.writeTimeoutMs ?? 600_000,
    close: () => (closing ??= close()),
  };
}

async function openPool(options: DatabaseOptions): Promise<OpenPool> {
  const acquireTimeoutMs = options.acquireTimeoutMs ?? 1_000;
  if (options.databaseUrl !== null) {
    const { poolMax = 10, statementTimeoutMs = 2_500 } = options;
    return openPostgresql(options.databaseUrl, { poolMax, acquireTimeoutMs, statementTimeoutMs });
  }
  // Loaded only when needed: PostgreSQL users do not pay for it.
  const { openEmbedded } = await import('./embedded.ts');
  return openEmbedded(options.dataDir, acquireTimeoutMs);
}
