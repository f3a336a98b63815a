import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { migrationsFolder, readMigrations } from '../../src/db/migration-files.ts';

const modules = join(import.meta.dirname, '../../node_modules');
const templates = testCache('templates');

/** Where the tests keep what they make once: a folder that git does not know. */
export function testCache(name: string): string {
  return join(modules, '.cache/colophon-test', name);
}

/**
 * The folder of an empty embedded database, made when it is not there: copying it takes a tenth of the time of
 * making one. Its name says what it was made from, so an edited migration makes another.
 *
 * @param migrated with our tables, or as a first opening leaves it
 */
export async function templateFolder(migrated = true): Promise<string> {
  const folder = join(templates, migrated ? templateName() : `${templateName()}-unmigrated`);
  if (!existsSync(folder)) await makeTemplate(folder, migrated);
  return folder;
}

/** Removes templates of other migrations; not while tests run. */
export function removeOldTemplates(): void {
  if (!existsSync(templates)) return;
  for (const name of readdirSync(templates)) {
    if (!name.startsWith(templateName())) rmSync(join(templates, name), { recursive: true, force: true });
  }
}

/** A name of what a template is made from. */
export function templateName(): string {
  const hash = createHash('sha256').update(readFileSync(join(modules, '@electric-sql/pglite/package.json')));
  for (const { name, checksum } of readMigrations(migrationsFolder)) hash.update(name).update(checksum);
  return hash.digest('hex').slice(0, 16);
}

/** Made under a name of this process and renamed: two may do it at once. */
async function makeTemplate(folder: string, migrated: boolean): Promise<void> {
  const own = `${folder}.${process.pid}`;
  mkdirSync(templates, { recursive: true });
  const db = await openDatabase({ databaseUrl: null, dataDir: own });
  if (migrated) await migrate(db);
  // Nobody opens these, and each has some three hundred files.
  await db.pool.query(`UPDATE pg_database SET datistemplate = false WHERE datname <> current_database()`);
  const { rows } = await db.pool.query<{ name: string }>(
    `SELECT quote_ident(datname) AS "name" FROM pg_database WHERE datname <> current_database()`,
  );
  for (const { name } of rows) await db.pool.query(`DROP DATABASE ${name}`);
  await db.close();
  // The usual 128 MB are cleared at each start, and a test's blog fits into less.
  appendFileSync(join(own, 'postgres/postgresql.conf'), '\nshared_buffers = 16MB\n');
  if (existsSync(folder)) rmSync(own, { recursive: true });
  else renameSync(own, folder);
}
