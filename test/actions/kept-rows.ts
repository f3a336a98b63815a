import { readTables } from '../../src/db/backup/stored-tables.ts';
import type { Database } from '../../src/db/client.ts';
import { migrationsFolder, readMigrations } from '../../src/db/migration-files.ts';
import { emptyDatabase } from '../support/database.ts';

/** Every row, as JSON text by table: those that others refer to first. */
export type KeptRows = ReadonlyMap<string, string>;

/** Remembers what is stored: having it again takes a tenth of making it again. */
export async function keepRows(db: Database): Promise<KeptRows> {
  const tables = await readTables(db.pool, readMigrations(migrationsFolder));
  const texts = tables.map(({ name }) => `(SELECT json_agg(t)::text FROM "${name}" t) AS "${name}"`);
  const { rows } = await db.pool.query<Record<string, string | null>>(`SELECT ${texts.join(', ')}`);
  return new Map(tables.flatMap(({ name }) => (rows[0]?.[name] ? [[name, rows[0][name]] as const] : [])));
}

/** Stores these rows, and no others. */
export async function putBack(db: Database, kept: KeptRows): Promise<void> {
  await emptyDatabase(db);
  for (const [name, rows] of kept)
    await db.pool.query(
      `INSERT INTO "${name}" SELECT * FROM json_populate_recordset(NULL::"${name}", $1::json)`,
      [rows],
    );
}

/** The database as `work` leaves it after each of its transactions, and as it was before the first. */
export async function statesOf(
  db: Database,
  work: (watched: Database) => Promise<unknown>,
): Promise<readonly KeptRows[]> {
  const states = [await keepRows(db)];
  const prisma = new Proxy(db.prisma, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== '$transaction' || typeof value !== 'function') return value;
      return async (...args: unknown[]): Promise<unknown> => {
        const result: unknown = await Reflect.apply(value, target, args);
        states.push(await keepRows(db));
        return result;
      };
    },
  });
  await work({ ...db, prisma });
  return states;
}
