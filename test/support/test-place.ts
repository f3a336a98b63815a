import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseOptions } from '../../src/db/client.ts';
import { databaseUrl, onServer, serverTemplate, serverUrl } from './server-template.ts';
import { templateFolder } from './template.ts';

/** The template of the server's databases, looked for once. */
let templateOf: Promise<string> | undefined;

/** Where a test's database is; `drop` removes it once it is closed. */
export interface TestPlace {
  readonly options: DatabaseOptions;
  readonly drop: () => Promise<void>;
}

/** A migrated, empty database, not yet opened, for tests that open it themselves. */
export async function testPlace(): Promise<TestPlace> {
  return serverUrl === undefined ? embeddedPlace() : serverPlace(serverUrl, true);
}

/** As `testPlace`, always of the embedded database. */
export async function embeddedPlace(migrated = true): Promise<TestPlace> {
  const { options, drop } = await emptyFolder();
  // The synchronous copy takes a third of the other's work.
  if (options.dataDir !== null) cpSync(await templateFolder(migrated), options.dataDir, { recursive: true });
  return { options, drop };
}

/** As `testPlace`, before any migration. */
export async function unmigratedPlace(): Promise<TestPlace> {
  return serverUrl === undefined ? embeddedPlace(false) : serverPlace(serverUrl, false);
}

/** As `unmigratedPlace`, and the embedded database has never been opened: its folder is empty. */
export async function newPlace(): Promise<TestPlace> {
  return serverUrl === undefined ? emptyFolder() : serverPlace(serverUrl, false);
}

async function emptyFolder(): Promise<TestPlace> {
  const dataDir = await mkdtemp(join(tmpdir(), 'colophon-test-'));
  return {
    options: { databaseUrl: null, dataDir },
    drop: () => rm(dataDir, { recursive: true, force: true }),
  };
}

async function serverPlace(server: string, migrated: boolean): Promise<TestPlace> {
  const name = `colophon_test_${randomUUID().replaceAll('-', '')}`;
  const template = migrated ? ` TEMPLATE ${await (templateOf ??= serverTemplate(server))}` : '';
  await onServer(server, `CREATE DATABASE ${name}${template}`);
  return {
    options: { databaseUrl: databaseUrl(server, name), dataDir: null },
    drop: async () => {
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
