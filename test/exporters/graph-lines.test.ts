/** JSON Lines of the graph: everything that has an id, once, as the API tells of it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { setRelatedPicks } from '../../src/actions/set-related-picks.ts';
import { decodeGlobalId } from '../../src/domain/global-id.ts';
import { testDatabase } from '../support/database.ts';
import { post, seed } from '../support/seed.ts';
import { exported, filesIn, importWhole } from './export-and-import.ts';
import { seedOddBlog } from './odd-blog.ts';

interface Line {
  readonly __typename: string;
  readonly id: string;
  readonly [name: string]: unknown;
}

const db = await testDatabase();
await seedOddBlog(db);
const files = await linesIn(await exported({ after }, db, { format: 'jsonl' }));

async function linesIn(folder: string): Promise<Record<string, Line[]>> {
  const texts = Object.entries(await filesIn(folder)).filter(([name]) => name.endsWith('.jsonl'));
  return Object.fromEntries(
    texts.map(([name, text]) => [
      name.replace('.jsonl', ''),
      text
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Line),
    ]),
  );
}

test('a file a type, a line a thing, with drafts and what waits', async () => {
  const counts = Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, lines.length]));
  const rows = async (sql: string): Promise<number> =>
    (await db.pool.query<{ count: number }>(`select count(*)::int as count from ${sql}`)).rows[0]!.count;
  assert.deepEqual(counts, {
    authors: await rows('"Author"'),
    categories: await rows('"Category"'),
    gone: await rows(`"Redirect" where "kind" = 'GONE'`),
    posts: await rows('"Post"'),
    redirects: await rows(`"Redirect" where "kind" <> 'GONE'`),
    resources: await rows('"Resource"'),
    series: await rows('"Series"'),
    site: 1,
    tags: await rows('"Tag"'),
  });
  assert.ok(counts['posts'] > 14 && counts['categories'] > 2 && counts['gone'] === 2);
});

test('things are named by ids, and what is named has a line', () => {
  const all = Object.values(files).flat();
  const ids = new Set(all.map(({ id }) => id));
  assert.equal(ids.size, all.length);
  for (const line of all) assert.equal(decodeGlobalId(line.id).typename, line.__typename);
  const named = new Set<string>();
  JSON.stringify(all, (_name, value: unknown) => {
    if (typeof value === 'string' && /^[A-Za-z\d+/]{20,}=*$/.test(value) && !ids.has(value)) named.add(value);
    return value;
  });
  const others = [...named].map((id) => decodeGlobalId(id).typename);
  assert.deepEqual([...new Set(others)], ['SeriesPart']);
});

test('a line says what the API says', () => {
  const at = (path: string): Line => files['posts']!.find((line) => line['path'] === path)!;
  const [plain, old, draft] = [at('/blog/plain'), at('/blog/old'), at('/blog/draft')];
  assert.equal(draft['status'], 'DRAFT');
  assert.equal(old['supersededBy'], plain.id);
  assert.deepEqual(
    (old['related'] as { node: string; reasons: { kind: string }[] }[])
      .slice(0, 2)
      .map(({ node, reasons }) => [node, reasons[0]?.kind]),
    [draft, at('/blog/crlf')].map(({ id }) => [id, 'PICKED']),
  );
  assert.deepEqual(at('/second/links')['linkedPosts'], [at('/second/plain').id]);
  const [ada] = files['authors']!.filter(({ slug }) => slug === 'ada');
  assert.equal((plain['authors'] as string[])[0], ada!.id);
  assert.deepEqual(ada!['avatar'], {
    alt: 'Ada "A" L.',
    caption: null,
    height: null,
    url: 'https://api.example/media/039058c6f2c0cb49/ada.png',
    width: 40,
  });
  const [gaps] = files['series']!.filter(({ slug }) => slug === 'gaps');
  const parts = gaps!['parts'] as { position: number; post: string | null }[];
  assert.deepEqual(
    parts.map(({ position, post: id }) => [position, id]),
    [
      [2, plain.id],
      [5, draft.id],
      [9, null],
    ],
  );
  assert.deepEqual(Object.keys(plain).slice(0, 3), ['__typename', 'id', 'authors']);
});

test('a post stands between the posts before and after it in its language, whatever their status', () => {
  const byLanguage = Object.values(Object.groupBy(files['posts']!, ({ language }) => String(language)));
  for (const lines of byLanguage) {
    const ids = lines!.map(({ id }) => id);
    assert.deepEqual(
      lines!.map(({ next, previous }) => [next, previous]),
      ids.map((_, index) => [ids[index - 1] ?? null, ids[index + 1] ?? null]),
    );
  }
});

test('the same graph gives the same bytes, packed too', async (t) => {
  const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  const again = await exported(t, db, { format: 'jsonl', gzip: true });
  const copy = await testDatabase(t);
  await importWhole(copy, await exported(t, db));
  const copied = await exported(t, copy, { format: 'jsonl', gzip: true });
  for (const [name, lines] of Object.entries(files)) {
    const packed = await readFile(join(again, `${name}.jsonl.gz`));
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    assert.equal(gunzipSync(packed).toString(), text);
    // The site tells how many changes there were, which is another number after another way.
    if (name !== 'site') assert.equal(hash(await readFile(join(copied, `${name}.jsonl.gz`))), hash(packed));
  }
});

test('what the public does not see is not in a public one', async (t) => {
  const lines = await linesIn(await exported(t, db, { format: 'jsonl', publicOnly: true }));
  const paths = new Set(lines['posts']!.map((line) => line['path']));
  assert.ok(paths.has('/blog/plain'));
  assert.doesNotMatch(JSON.stringify(lines), /draft|waiting|hidden/i);
});

test('a list that is longer than a page is whole', async (t) => {
  const long = await testDatabase(t);
  const picked = Array.from({ length: 99 }, (_, index) =>
    post(`p-${index}`, { markdown: 'Words on cats and dogs.' }),
  );
  const more = Array.from({ length: 9 }, (_, index) =>
    post(`q-${index}`, { markdown: 'Words on cats and dogs.' }),
  );
  const hub = post('hub', { markdown: 'Words on cats and dogs.', tags: ['cats'] });
  await seed(long, { posts: [hub, ...picked, ...more.map((one) => ({ ...one, tags: ['cats'] }))] });
  const { rows } = await long.pool.query<{ id: string; slug: string }>(
    'select "id"::text, "slug" from "Post"',
  );
  const idOf = (slug: string): string => rows.find((row) => row.slug === slug)!.id;
  await setRelatedPicks(
    long,
    idOf('hub'),
    picked.map(({ slug }) => idOf(slug)),
    new Date('2026-06-02'),
  );
  const lines = await linesIn(await exported(t, long, { format: 'jsonl' }));
  assert.equal(lines['posts']!.length, 109);
  const related = lines['posts']!.find(({ slug }) => slug === 'hub')!['related'] as { node: string }[];
  assert.ok(related.length > 100, String(related.length));
  assert.equal(new Set(related.map(({ node }) => node)).size, related.length);
});
