/**
 * Writes the migration that leads from the migrations to prisma/schema.prisma, or checks that none is needed:
 *
 *   node scripts/new-migration.ts add-post-views
 *   node scripts/new-migration.ts --check
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsFolder } from '../src/db/migration-files.ts';
import { schemaDiff } from './schema-diff.ts';

const schemaFile = join(import.meta.dirname, '../prisma/schema.prisma');

async function check(): Promise<number> {
  const drift = await schemaDiff(schemaFile, migrationsFolder, false);
  if (drift === '') {
    console.log('The migrations build what prisma/schema.prisma says.');
    return 0;
  }
  console.error(`The migrations do not build what prisma/schema.prisma says. What is missing:\n${drift}`);
  console.error('Run: node scripts/new-migration.ts <name>');
  return 1;
}

async function write(name: string): Promise<number> {
  const sql = await schemaDiff(schemaFile, migrationsFolder, true);
  if (sql === '') {
    console.log('Nothing to do: the migrations build what prisma/schema.prisma says.');
    return 0;
  }
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name.replaceAll('-', '_')}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), `${sql.trimEnd()}\n`);
  console.log(
    `Wrote ${join(folder, 'migration.sql')}. Read it, add by hand what the schema cannot say, and why.`,
  );
  return 0;
}

const [argument = ''] = process.argv.slice(2);
if (argument === '--check') process.exit(await check());
if (/^[a-z][a-z0-9-]*$/.test(argument)) process.exit(await write(argument));
console.error(
  'Say what the migration does, in kebab-case: node scripts/new-migration.ts add-post-views\nOr: --check',
);
process.exit(2);
