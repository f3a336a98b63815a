/** `colophon backup` and `colophon restore`, on whichever database the tests run. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { writePacked } from '../../src/commands/write-packed.ts';
import { BackupError } from '../../src/db/backup/backup-header.ts';
import { readBackup } from '../../src/db/backup/backup-lines.ts';
import { openBackup } from '../../src/db/backup/backup-reader.ts';
import { prepareTables } from '../../src/db/backup/make-room.ts';
import { restoreBackup } from '../../src/db/backup/restore-backup.ts';
import { openDatabase, type Database, type DatabaseOptions } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { migrationsFolder, readMigrations } from '../../src/db/migration-files.ts';
import { dump } from '../actions/dump.ts';
import { colophon, envOf, startColophon } from '../support/colophon.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { post, resource, seed, series } from '../support/seed.ts';
import { folderWith } from '../support/small-blog.ts';
import { serverUrl } from '../support/server-template.ts';
import { embeddedPlace, newPlace, testPlace } from '../support/test-place.ts';

type Rows = Readonly<Record<string, readonly string[]>>;

/** An image of the bytes that seeds store. */
const cover = {
  file: 'images/cover.svg',
  sha256: createHash('sha256')
    .update(new Uint8Array([1, 2, 3]))
    .digest('hex'),
  mimeType: 'image/svg+xml',
  byteSize: 3,
  width: 10,
  height: 10,
};

/** Rows that refer to others of their table, in either order of their ids; texts that want care. */
const seeded = {
  posts: [
    post('one', {
      supersededBy: 'two',
      tags: ['a'],
      authors: ['ada'],
      categories: ['x/y/z'],
      related: ['three'],
    }),
    post('two', { cover: { image: cover, alt: 'ä "quoted" \\ text', caption: null }, aliases: ['/old'] }),
    post('three', { markdown: 'Line\n\nand [link](/blog/one).', metadata: { deep: [1, null, { b: 'ü' }] } }),
    post('hidden', { wanted: 'draft', publishedAt: null }),
  ],
  series: [series('journey', ['one', 'two', null])],
  resources: [resource('talk', { tags: ['a'], speakers: ['ada'] })],
};

const folder = await folderWith({ after }, {});
const file = join(folder, 'blog.colophon');
const source = await testPlace();
const env = envOf({ after }, source);
const whole = await rowsIn(source.options, seeded);
const made = await colophon(['backup', file], env);
const packed = await readFile(file);

async function rowsIn(options: DatabaseOptions, blog?: Parameters<typeof seed>[1]): Promise<Rows> {
  const db = await openDatabase({ ...options, acquireTimeoutMs: 30_000 });
  if (blog !== undefined) await seed(db, blog);
  const rows = await sorted(db);
  await db.close();
  return rows;
}

/** Each table's rows. Databases sort texts each in its own way. */
async function sorted(db: Database): Promise<Rows> {
  const tables = await dump(db);
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.toSorted()]));
}

const contentOf = (rows: Rows): Rows => ({ ...rows, Change: [] });
const versionOf = ({ Change: log = [] }: Rows): number => log.length;

function wordsOf({ Change: log = [] }: Rows, from: number): string[] {
  return log
    .map((row) => JSON.parse(row) as { seq: number; action: string; entityType: string; path: string })
    .filter(({ seq }) => seq > from)
    .sort((a, b) => a.seq - b.seq)
    .map(({ action, entityType, path }) => `${action} ${entityType} ${path}`);
}

suite('a backup', () => {
  test('is one file, for its owner only, that takes no other one’s place', async () => {
    assert.equal(made.code, 0, made.err);
    assert.match(made.out, /^Wrote content version \d+ with 4 posts to \S+ \(\d+ KB\)\.$/m);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    await assert.rejects(
      writePacked(file, Readable.from(['other']), false),
      /is there already\. .* --force /,
    );
    assert.deepEqual(await readFile(file), packed);
  });

  test('restored into an empty place gives the same rows under a new content version', async (t) => {
    // From either database into either.
    const places = [await newPlace(), ...(serverUrl === undefined ? [] : [await embeddedPlace()])];
    const envs = places.map((place) => envOf(t, place));
    for (const [index, place] of places.entries()) {
      const restored = await colophon(['restore', file], envs[index]);
      assert.equal(restored.code, 0, restored.err);
      const rows = await rowsIn(place.options);
      assert.deepEqual(contentOf(rows), contentOf(whole));
      assert.ok(whole['Change']!.every((entry) => rows['Change']!.includes(entry)));
      assert.deepEqual(wordsOf(rows, versionOf(whole)), ['UPDATED SITE /']);
    }
    if (serverUrl === undefined) return;
    const back = join(folder, 'back.colophon');
    await colophon(['backup', back], envs.at(-1));
    const place = await newPlace();
    assert.equal((await colophon(['restore', back], envOf(t, place))).code, 0);
    assert.deepEqual(contentOf(await rowsIn(place.options)), contentOf(whole));
  });

  test('goes where something is stored only with --replace, and the log says what that did', async (t) => {
    const db = await testDatabase(t);
    await seed(db, { posts: [post('other')] });
    const stored = await sorted(db);
    await assert.rejects(restored(db, false), /Something is stored already\. .* --replace/);
    assert.deepEqual(await sorted(db), stored);
    await restored(db, true);
    const rows = await sorted(db);
    assert.deepEqual(contentOf(rows), contentOf(whole));
    const words = wordsOf(rows, Math.max(versionOf(whole), versionOf(stored)));
    assert.ok(words.includes('REMOVED POST /blog/other'));
    assert.equal(words.filter((word) => word.startsWith('CREATED POST ')).length, 4);
    const again = await colophon(['restore', file, '--replace'], env);
    assert.equal(again.code, 0, again.err);
    assert.match(
      again.out,
      /^Restored 4 posts from \S+, made \S+ \S+ UTC\. The content version is \d+ now\.$/m,
    );
  });

  test('of tables as an older version made them goes into an empty place, and is brought up to date', async (t) => {
    const db = await testDatabase(t);
    await prepareTables(db, readMigrations(migrationsFolder).slice(0, -1), false);
    await db.pool.query(
      `INSERT INTO "Tag" ("id", "slug", "path", "name", "sortName", "declared")
         VALUES ('00000000-0000-5000-8000-000000000001', 'old', '/tags/old', 'Old', 'old', true);
       INSERT INTO "Change" ("seq", "at", "action", "entityType", "entityId", "path")
         VALUES (1, now(), 'CREATED', 'TAG', '00000000-0000-5000-8000-000000000001', '/tags/old')`,
    );
    const old = join(folder, 'old.colophon');
    const by = { by: '0.0.1', now: new Date(), onProgress: () => undefined };
    await readBackup(db, by, async (lines) => {
      await writePacked(old, lines, false);
    });
    await migrate(db);
    await assert.rejects(
      restored(db, true, old),
      /an older version than the database\. Restore it into an empty/,
    );
    await emptyDatabase(db);
    await restored(db, false, old);
    assert.equal((await migrate(db)).length, 1);
    assert.equal(await db.prisma.tag.count(), 1);
  });
});

async function restored(db: Database, replace: boolean, path = file): Promise<void> {
  const backup = await openBackup(path);
  await restoreBackup(db, backup, { now: new Date(), replace, onProgress: () => undefined });
  backup.close();
}

suite('a file that is no whole backup is refused before anything is touched', () => {
  /** Reads all of it, as `restore` does first. */
  async function check(bytes: Uint8Array): Promise<void> {
    const path = join(folder, 'changed');
    await writeFile(path, bytes);
    const backup = await openBackup(path);
    try {
      for await (const { row } of backup.rows) assert.ok(row);
    } finally {
      backup.close();
    }
  }

  /** With its first line changed, and nothing else. */
  function headed(change: (header: { version: number; migrations: { name: string }[] }) => void): Buffer {
    const text = gunzipSync(packed).toString();
    const header = JSON.parse(text.slice(0, text.indexOf('\n'))) as Parameters<typeof change>[0];
    change(header);
    return gzipSync(JSON.stringify(header) + text.slice(text.indexOf('\n')));
  }

  test('cut anywhere, or with a byte changed anywhere', async () => {
    await check(packed);
    for (let n = 0; n < 12; n += 1) {
      const at = 10 + Math.floor((n * (packed.length - 11)) / 11);
      await assert.rejects(check(packed.subarray(0, at)), BackupError, `cut at ${at}`);
      const changed = Buffer.from(packed);
      changed[at]! ^= 1;
      await assert.rejects(check(changed), BackupError, `changed at ${at}`);
    }
  });

  test('a pipe, which would be waited for without end, and a device', { timeout: 60_000 }, async (t) => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const { child, ended } = startColophon(['restore', pipe], env);
    t.after(() => child.kill('SIGKILL'));
    const { code, err } = await ended;
    assert.equal(code, 1);
    assert.match(err, /^colophon: \S+pipe is no regular file\. Name a file that "colophon backup" wrote\.$/m);
    await assert.rejects(openBackup('/dev/zero'), BackupError);
  });

  test('with a text changed, and packed again', async () => {
    const text = gunzipSync(packed).toString();
    await assert.rejects(check(gzipSync(text.replace('quoted', 'Quoted'))), BackupError);
    await assert.rejects(check(gzipSync(`${text}{}\n`)), BackupError);
  });

  test('by a newer version, or of migrations that are not known: what to do', async (t) => {
    const newer = headed((header) => (header.version += 1));
    await assert.rejects(check(newer), /newer version of Colophon\. Restore it with that version/);
    const path = join(folder, 'unknown.colophon');
    await writeFile(
      path,
      headed(({ migrations }) => migrations.push({ ...migrations[0]!, name: '29991231000000_later' })),
    );
    const dataDir = join(await folderWith(t, {}), 'data');
    const { code, err } = await colophon(['restore', path], { DATA_DIR: dataDir });
    assert.equal(code, 1);
    assert.match(
      err,
      /^colophon: .* 29991231000000_later that this version does not know\. Restore it with/m,
    );
    assert.ok(!existsSync(dataDir));
  });
});
