/** Ghost's exports through `colophon import`, into a real database. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, test, type TestContext } from 'node:test';
import { dump } from '../../actions/dump.ts';
import { askWell } from '../../support/ask.ts';
import { colophon, databaseEnv } from '../../support/colophon.ts';
import { emptyDatabase, testDatabase } from '../../support/database.ts';
import { importInto } from '../../support/import-into.ts';
import { folderWith, writeIn } from '../../support/small-blog.ts';
import { zipOf } from '../../support/zip-of.ts';
import { exported, png, redirects, secret } from './ghost-export.ts';

const db = await testDatabase();
beforeEach(() => emptyDatabase(db));

async function exportFile(t: TestContext, json = exported): Promise<string> {
  const folder = await folderWith(t, { 'my-ghost.ghost.2024-02-04-00-00-00.json': json });
  return join(folder, 'my-ghost.ghost.2024-02-04-00-00-00.json');
}

/** The export as Ghost's own folder has it: with pictures and redirects. */
async function exportFolder(t: TestContext): Promise<string> {
  const folder = await folderWith(t, { 'data/my-ghost.json': exported, 'data/redirects.json': redirects });
  await writeIn(folder, 'content/images/2024/02/dot.png', '');
  await writeFile(join(folder, 'content/images/2024/02/dot.png'), png);
  return folder;
}

async function statuses(): Promise<Record<string, string>> {
  const posts = await db.prisma.post.findMany({ orderBy: { slug: 'asc' } });
  return Object.fromEntries(posts.map(({ slug, status }) => [slug, status]));
}

async function resolved(path: string): Promise<unknown> {
  const { data } = await askWell(
    db,
    'query ($path: String!) { resolve(path: $path) { __typename ... on Redirect { targetPath url } } }',
    { path },
  );
  return (data as { resolve: unknown }).resolve;
}

const first = `{ post(by: { path: "/blog/first" }) { title excerpt publishedAt authors { name website } tags { name }
  coverImage { alt url width } seo { title } body { html } } site { name description defaultLanguage } }`;

test('a file: posts, authors and tags in their order, statuses; a second import writes nothing', async (t) => {
  const file = await exportFile(t);
  const { text } = await importInto(db, [file]);
  assert.match(text, /posts +7 created/);
  assert.deepEqual(await statuses(), {
    ...{ costly: 'DRAFT', first: 'PUBLISHED', inner: 'DRAFT', later: 'SCHEDULED' },
    ...{ letter: 'DRAFT', second: 'PUBLISHED', sketch: 'DRAFT' },
  });
  const before = await dump(db);
  assert.match((await importInto(db, [file])).text, /posts +7 unchanged/);
  assert.deepEqual(await dump(db), before);
});

test('the report says each thing once, whatever the number of posts', async (t) => {
  const { text } = await importInto(db, [await exportFile(t)]);
  for (const line of [
    /1 post was for members only: “Post inner”/,
    /1 post was for paying members only: “Post costly”/,
    /1 post was sent as a mail and never stood on the site: “Post letter”/,
    /1 post is a draft: “Post sketch”/,
    /“Post about”: a page; --pages takes pages too/,
    /Pictures of 1 post are not in the export/,
  ])
    assert.equal(text.split('\n').filter((one) => line.test(one)).length, 1, String(line));
});

test('what the graph says of a post; addresses of the old site are those of this one', async (t) => {
  await importInto(db, [await exportFolder(t)]);
  const { metadata } = await db.prisma.post.findFirstOrThrow({ where: { slug: 'first' } });
  assert.deepEqual(metadata, { internalTags: ['#inside'] });
  const { data } = await askWell(db, first);
  const { post, site } = data as { post: Record<string, unknown>; site: unknown };
  const { body, coverImage, ...rest } = post as { body: { html: string }; coverImage: { url: string } };
  assert.deepEqual(rest, {
    title: 'Post first',
    excerpt: 'What it says.',
    publishedAt: '2024-02-03T04:05:06.000Z',
    authors: [
      { name: 'Name ada', website: 'https://ada.example/' },
      { name: 'Name bob', website: 'https://bob.example/' },
    ],
    tags: [{ name: 'Rust' }, { name: 'News' }],
    seo: { title: 'First of all' },
  });
  assert.match(body.html, /See <a href="\/blog\/second">the second<\/a> and <a href="\/about\/?">about<\/a>/);
  assert.match(body.html, /<img src="https:\/\/api\.example\/media\/[^"]+\.png"[^>]* alt="A dot"/);
  assert.doesNotMatch(body.html, /GHOST_URL/);
  assert.match(coverImage.url, /^https:\/\/api\.example\/media\//);
  assert.deepEqual(site, { name: 'My Ghost', description: 'Words', defaultLanguage: 'en' });
});

test('old addresses and redirects answer', async (t) => {
  await importInto(db, [await exportFolder(t)]);
  const to = (path: string) => ({
    __typename: 'Redirect',
    targetPath: path,
    url: `https://blog.example${path}`,
  });
  assert.deepEqual(await resolved('/first/'), to('/blog/first'));
  assert.deepEqual(await resolved('/old-first'), to('/blog/first'));
  assert.deepEqual(await resolved('/tag/rust/'), to('/tags/rust'));
  assert.deepEqual(await resolved('/author/ada/'), to('/authors/ada'));
  assert.deepEqual(await resolved('/docs'), {
    __typename: 'Redirect',
    targetPath: null,
    url: 'https://docs.example/',
  });
  for (const hidden of ['/sketch/', '/inner/', '/costly/', '/later/', '/author/eve/', '/tag/hash-inside/'])
    assert.equal(await resolved(hidden), null, hidden);
});

test('a file, a folder and a zip are the same import; --pages takes pages', async (t) => {
  const folder = await exportFolder(t);
  await importInto(db, [folder]);
  const zip = join(await folderWith(t, {}), 'my-ghost.zip');
  await writeFile(
    zip,
    zipOf([
      ['my-ghost/data/my-ghost.json', exported],
      ['my-ghost/data/redirects.json', redirects],
      ['my-ghost/content/images/2024/02/dot.png', png],
    ]),
  );
  const before = await dump(db);
  assert.match((await importInto(db, [zip])).text, /posts +7 unchanged/);
  assert.deepEqual(await dump(db), before);
  // The link to the page leads to its new address now.
  assert.match(
    (await importInto(db, [zip], { pages: true })).text,
    /posts +1 created, 1 updated, 6 unchanged/,
  );
});

test('a dry run writes nothing and says what would happen', async (t) => {
  const before = await dump(db);
  const { text } = await importInto(db, [await exportFile(t)], { dryRun: true });
  assert.match(text, /^Nothing was written\. An import would do this:\n {2}posts +7 created/);
  assert.deepEqual(await dump(db), before);
});

test('no secret is stored anywhere or said, by the command itself', async (t) => {
  const env = await databaseEnv(t);
  const { code, out, err } = await colophon(['import', await exportFolder(t), '--pages'], env);
  assert.equal(code, 0, err);
  assert.match(out, /posts +8 created/);
  assert.doesNotMatch(out + err, secret);
  await importInto(db, [await exportFolder(t)], { pages: true });
  const tables = await dump(db);
  assert.ok((tables['Post']?.length ?? 0) === 8);
  assert.doesNotMatch(JSON.stringify(tables), secret);
});

test('a broken export is refused with its place and without what stands there', async (t) => {
  const broken = exported.replace('"uuid":"uuid-secret-second"', '"uuid":"uuid-secret-second');
  await assert.rejects(importInto(db, [await exportFile(t, broken)]), (error) => {
    assert.match(String(error), /my-ghost.*line 1, column \d+/i);
    assert.doesNotMatch(String(error), secret);
    return true;
  });
});
