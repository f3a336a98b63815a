import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { migrationsFolder, readMigrations } from '../../src/db/migration-files.ts';

const modules = join(import.meta.dirname, '../../node_modules');
const cache = join(modules, '.cache/colophon-test');

/**
 * The folder of a migrated, empty embedded database, made when it is not there: copying it takes a tenth
 * of the time of making one. Its name says what it was made from, so an edited migration makes another.
 */
export async function templateFolder(): Promise<string> {
  const folder = join(cache, templateName());
  if (!existsSync(folder)) await makeTemplate(folder);
  return folder;
}

/** Removes templates of other migrations; not while tests run. */
export function removeOldTemplates(): void {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    if (name !== templateName()) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

function templateName(): string {
  const hash = createHash('sha256').update(readFileSync(join(modules, '@electric-sql/pglite/package.json')));
  for (const { name, checksum } of readMigrations(migrationsFolder)) hash.update(name).update(checksum);
  return hash.digest('hex').slice(0, 16);
}

/** Made under a name of this process and renamed: two may do it at once. */
async function makeTemplate(folder: string): Promise<void> {
  const own = `${folder}.${process.pid}`;
  mkdirSync(cache, { recursive: true });
  const db = await openDatabase({ databaseUrl: null, dataDir: own });
  await migrate(db);
  await db.close();
  if (existsSync(folder)) rmSync(own, { recursive: true });
  else renameSync(own, folder);
}
