import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finished, startChild } from '../support/child.ts';
import { unmigratedPlace } from '../support/test-place.ts';

test("Prisma's own engine finds our history clean, so that `prisma migrate deploy` stays possible", async (t) => {
  const { options, drop } = await unmigratedPlace();
  t.after(drop);
  // Apart, and quiet: Node calls the loading of the engine's WebAssembly experimental.
  const child = startChild(
    `import { PrismaPg } from '@prisma/adapter-pg';
     import { bindMigrationAwareSqlAdapterFactory as bind } from '@prisma/driver-adapter-utils';
     import { SchemaEngine } from '@prisma/schema-engine-wasm';
     import { migrationsTarget } from 'scripts/schema-diff.ts';
     import { openDatabase } from 'src/db/client.ts';
     import { migrate } from 'src/db/migrate.ts';
     import { migrationsFolder } from 'src/db/migration-files.ts';
     const db = await openDatabase(input);
     await migrate(db);
     const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, bind(new PrismaPg(db.pool)));
     const filters = { externalTables: [], externalEnums: [] };
     const migrationsList = migrationsTarget(migrationsFolder);
     const found = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters });
     console.log(JSON.stringify(found));
     console.log((await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames);
     await db.close();`,
    { ...options, acquireTimeoutMs: 30_000 },
    ['--disable-warning=ExperimentalWarning'],
  );
  const { out, code } = await finished(child);
  assert.equal(code, 0, out);
  assert.deepEqual(out.trim().split('\n'), [
    '{"editedMigrationNames":[],"failedMigrationNames":[],"hasMigrationsTable":true,"history":null}',
    '[]',
  ]);
});
