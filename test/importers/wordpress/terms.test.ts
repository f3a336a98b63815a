import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWxr } from './read-wxr.ts';
import { category, item, term, wxr, type ItemParts } from './wxr-text.ts';

test('categories are a tree, wherever the parent stands; the primary one comes first', async () => {
  const { categories, post, said, redirects } = await readWxr(
    wxr(
      category('pgvector', 'pgvector', 'databases', 3) +
        category('databases', 'Databases &amp; more', 'tech', 2) +
        category('tech', 'Tech', '', 1) +
        category('uncategorized', 'Uncategorized', '', 4) +
        item({
          id: 1,
          terms: [
            ['category', 'tech', 'Tech'],
            ['category', 'pgvector', 'pgvector'],
            ['category', 'news', 'News'],
          ],
          meta: [['_yoast_wpseo_primary_category', '3']],
        }) +
        item({ id: 2, terms: [['category', 'uncategorized', 'Uncategorized']] }),
    ),
  );
  assert.deepEqual(
    categories.map(({ treePath, name }) => `${treePath} ${name}`),
    ['tech Tech', 'tech/databases Databases & more', 'tech/databases/pgvector pgvector', 'news News'],
  );
  assert.deepEqual(post(1).categories, ['tech/databases/pgvector', 'tech', 'news']);
  assert.deepEqual(post(2).categories, []);
  assert.ok(redirects.some(({ path }) => path === '/category/tech/databases/pgvector'));
  assert.deepEqual(said, []);
});

test('“Uncategorized” is no category in any language; one that was given a name of its own is', async () => {
  const { categories, post } = await readWxr(
    wxr(
      category('bez-kategorii', 'Bez kategorii') +
        category('%e6%9c%aa%e5%88%86%e9%a1%9e', '未分類') +
        category('uncategorized-de', 'Uncategorized @de') +
        category('uncategorized', 'Notes') +
        item({
          id: 1,
          terms: [
            ['category', 'bez-kategorii', 'Bez kategorii'],
            ['category', '%e6%9c%aa%e5%88%86%e9%a1%9e', '未分類'],
            ['category', 'uncategorized-de', 'Uncategorized @de'],
            ['category', 'sin-categoria', 'Sin categoría'],
          ],
        }) +
        item({ id: 2, terms: [['category', 'uncategorized', 'Notes']] }),
    ),
  );
  assert.deepEqual(
    categories.map(({ treePath, name }) => `${treePath} ${name}`),
    ['uncategorized Notes'],
  );
  assert.deepEqual(post(1).categories, []);
  assert.deepEqual(post(2).categories, ['uncategorized']);
});

test('circles of categories, and parents that are not there', async () => {
  const { categories, said } = await readWxr(
    wxr(
      category('a', 'A', 'b') +
        category('b', 'B', 'a') +
        category('own', 'Own', 'own') +
        category('orphan', 'Orphan', 'gone') +
        item({ id: 1, terms: [['category', 'a', 'A']] }),
    ),
  );
  assert.deepEqual(
    categories.map(({ treePath }) => treePath),
    ['a', 'b', 'own', 'orphan'],
  );
  assert.deepEqual(said, [
    'warning: category “Orphan” has a parent that the export does not hold',
    'warning: category “A”, “B”, “Own” is its own parent by way of others',
  ]);
});

test('tags, declared and not; WXR 1.0 names each term twice', async () => {
  const twice = `<category><![CDATA[Café]]></category>
<category domain="tag" nicename="cafe"><![CDATA[Café]]></category>
<category domain="tag"><![CDATA[Two words]]></category>`;
  const declared =
    '<wp:tag><wp:tag_slug>cafe</wp:tag_slug><wp:tag_name><![CDATA[Café]]></wp:tag_name></wp:tag>';
  const { tags, post, categories } = await readWxr(
    wxr(declared + item({ id: 1, raw: twice }), { version: '1.0' }),
  );
  assert.deepEqual(
    tags.map(({ slug, name }) => [slug, name]),
    [
      ['cafe', 'Café'],
      ['two-words', 'Two words'],
    ],
  );
  assert.deepEqual(post(1).tags, ['cafe', 'two-words']);
  assert.deepEqual(categories, []);
});

test('series of Organize Series and PublishPress Series, with part numbers; without, by date', async () => {
  const inSeries = (id: number, series: [string, string][], meta: [string, string][], gmt?: string): string =>
    item({
      id,
      terms: series.map(([slug, name]) => ['series', slug, name] as const),
      meta,
      ...(gmt === undefined ? {} : { gmt }),
    });
  const { series, said } = await readWxr(
    wxr(
      [
        term('series', 'go', 'Learning Go', 31, 'From zero.'),
        term('series', 'sql', 'SQL', 32),
        inSeries(1, [['go', 'Learning Go']], [['_series_part', '2']]),
        inSeries(
          2,
          [
            ['go', 'Learning Go'],
            ['sql', 'SQL'],
          ],
          [
            ['_series_part_31', '1'],
            ['_series_part_32', '2'],
          ],
        ),
        inSeries(3, [['sql', 'SQL']], [['_series_part_32', '1']]),
        inSeries(4, [['old', 'Old']], [['series_part', '0']], '2020-01-03 00:00:00'),
        inSeries(5, [['old', 'Old']], [], '2020-01-01 00:00:00'),
        item({ id: 6, terms: [['organize_series', 'more', 'More']], meta: [['_series_part', '5']] }),
      ].join(''),
    ),
  );
  assert.deepEqual(
    series.map(({ slug, title, description, parts }) => [
      slug,
      title,
      description,
      parts.map(({ position, post }) => `${position} ${post ?? ''}`).join(', '),
    ]),
    [
      ['go', 'Learning Go', 'From zero.', '1 post/2, 2 post/1'],
      ['sql', 'SQL', null, '1 post/3, 2 post/2'],
      ['old', 'Old', null, '1 post/5, 2 post/4'],
      ['more', 'More', null, '5 post/6'],
    ],
  );
  assert.deepEqual(said, []);
});

test('WXR 1.0 says the name of the category above', async () => {
  const { categories } = await readWxr(
    wxr(
      category('work-play', 'Work &amp; Play') +
        category('rest', 'Rest', 'Work & Play') +
        category('sleep', 'Sleep', 'Rest'),
      { version: '1.0' },
    ),
  );
  assert.deepEqual(
    categories.map(({ treePath }) => treePath),
    ['work-play', 'work-play/rest', 'work-play/rest/sleep'],
  );
});

test('what only a draft or a private post is filed under, or nothing, is not declared: it would tell of it', async () => {
  const under = (id: number, slug: string, rest: ItemParts = {}): string =>
    item({
      id,
      creator: slug,
      terms: [
        ['post_tag', slug, slug],
        ['category', slug, slug],
      ],
      ...rest,
    });
  const { tags, categories, authors } = await readWxr(
    wxr(
      category('seen', 'seen', '') +
        under(1, 'seen') +
        under(2, 'draft', { status: 'draft' }) +
        under(3, 'private', { status: 'private' }) +
        under(4, 'locked', { password: 'x' }) +
        under(5, 'later', { status: 'future', gmt: '2999-01-01 00:00:00' }),
    ),
  );
  for (const records of [tags, categories, authors])
    assert.deepEqual(
      records.map(({ slug, declared }) => [slug, declared]),
      [['seen', true], ...['draft', 'private', 'locked', 'later'].map((slug) => [slug, false])],
    );
});
