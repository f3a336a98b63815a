/** Exports that nobody's Ghost wrote. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportTables } from '../../../src/importers/ghost/export-tables.ts';
import { readExport } from '../../../src/importers/ghost/read-export.ts';
import { ProblemList } from '../../../src/importers/problem-list.ts';

test('hostile rows: wrong types, ids that are none, ids twice, prototype keys', () => {
  const hostile: unknown = JSON.parse(`{"__proto__": {"polluted": 1}, "posts": [
    7, null, [], "x",
    {"id": {"$gt": 1}, "title": "object id"}, {"id": -1, "title": "negative"}, {"id": "a/../b", "title": "path"},
    {"title": 7, "slug": ["x"], "html": {"a": 1}, "id": 1, "status": "published", "published_at": "tomorrow", "feature_image": {}, "custom_excerpt": []},
    {"id": "1", "title": "again"},
    {"id": "ok", "title": "Good", "slug": "good", "html": "<p>x</p>", "status": "published", "published_at": 1388318310783, "__proto__": {"status": "draft"}, "constructor": {"name": 1}}
  ], "users": [{"id": "__proto__", "name": "P"}, {"id": [], "name": "Q"}], "tags": "none", "posts_tags": [{"post_id": "ok", "tag_id": "constructor"}], "posts_authors": [{"post_id": "ok", "author_id": "__proto__"}], "settings": [{"key": {"title": 1}, "value": 2}]}`);
  const problems = new ProblemList();
  const blog = readExport(exportTables(hostile, 'x.json'), {
    file: 'x.json',
    source: 'x',
    pages: false,
    problems,
  });
  assert.deepEqual(
    blog.posts.map(({ key, authors }) => [key, authors]),
    [
      ['post/1', []],
      ['post/ok', []],
    ],
  );
  const errors = problems
    .sorted()
    .filter(({ severity }) => severity === 'error')
    .map(({ what }) => what);
  assert.deepEqual(errors, [
    '“object id” was left out: its id is no id',
    '“negative” was left out: its id is no id',
    '“path” was left out: its id is no id',
    '“again” was left out: its id is that of another post',
    '4 rows of posts, tags, users or settings are no row',
  ]);
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
});
