import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { SchemaEngine, type DiffTarget } from '@prisma/schema-engine-wasm';
import { PrismaPGlite } from 'pglite-prisma-adapter';

/**
 * Hands the engine empty databases in memory to replay the migrations in. The adapter's own shadow
 * does not wait for a script, so a migration that fails would look applied: this one waits.
 */
async function emptyDatabase(): Promise<SqlDriverAdapter> {
  const database = new PGlite({ extensions: { unaccent, pg_trgm } });
  const adapter = await new PrismaPGlite(database).connect();
  adapter.executeScript = async (script) => {
    await database.exec(script);
  };
  return adapter;
}

const databases: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: 'pglite',
  connect: emptyDatabase,
  connectToShadowDb: emptyDatabase,
};

/** What the migrations in `folder` build, as the engine wants it told. */
export function migrationsTarget(folder: string): DiffTarget {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    tag: 'migrations',
    baseDir: resolve(folder),
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/**
 * The SQL that leads from what the migrations build to what the schema says; empty when they agree.
 * Needs no server and no download: Prisma's engine runs as WebAssembly, over a database in memory.
 *
 * @param schemaFile path of schema.prisma
 * @param migrationsFolder path of the folder of migrations
 * @param script true for SQL, false for a summary in words
 */
export async function schemaDiff(
  schemaFile: string,
  migrationsFolder: string,
  script: boolean,
): Promise<string> {
  const schema = { path: resolve(schemaFile), content: readFileSync(schemaFile, 'utf8') };
  const engine = await SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(databases),
  );
  try {
    const { stdout, exitCode } = await engine.diff({
      from: migrationsTarget(migrationsFolder),
      to: { tag: 'schemaDatamodel', files: [schema] },
      script,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? '' : (stdout ?? '');
  } finally {
    engine.free();
  }
}
