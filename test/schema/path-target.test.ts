import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { post, resource, seed, series } from '../support/seed.ts';

const db = await testDatabase();

before(async () => {
  const posts = [
    post('one', {
      tags: ['sql'],
      authors: ['ada'],
      categories: ['eng'],
      aliases: ['/old-one', '/older/one'],
    }),
    post('draft', {
      wanted: 'draft',
      aliases: ['/old-draft'],
      tags: ['secret'],
      categories: ['plans'],
      authors: ['ghost'],
    }),
  ];
  const given = {
    series: [series('saga', ['one']), series('unseen', ['draft'])],
    resources: [resource('talk'), resource('hidden-talk', { wanted: 'draft' })],
    redirects: [
      { file: '_redirects', path: '/away', target: 'https://elsewhere.example/x' },
      { file: '_redirects', path: '/feed', target: '/feed.xml' },
      { file: '_redirects', path: '/to-one', target: '/blog/one' },
      { file: '_redirects', path: '/to-draft', target: '/blog/draft' },
      { file: '_redirects', path: '/to-talk', target: '/resources/hidden-talk' },
      { file: '_redirects', path: '/in-draft', target: '/blog/draft#part' },
      { file: '_redirects', path: '/tag/secret', target: '/tags/secret' },
      { file: '_redirects', path: '/topic/secret', target: '/topics/plans' },
      { file: '_redirects', path: '/author/ghost', target: '/authors/ghost?page=2' },
      { file: '_redirects', path: '/to-series', target: '/series/unseen' },
      { file: '_redirects', path: '/tag/sql', target: '/tags/sql#top' },
    ],
  };
  await seed(db, { ...given, posts: [...posts, post('gone')] });
  await seed(db, { ...given, posts });
});

const document = `query ($path: String!) { resolve(path: $path) { __typename
  ... on Post { slug } ... on Series { slug } ... on Tag { slug } ... on Category { slug } ... on Author { slug } ... on Resource { slug }
  ... on Redirect { path targetPath url post { slug } } ... on Gone { path } } }`;

async function resolved(path: string): Promise<unknown> {
  const { data } = await askWell(db, document, { path });
  return (data as { readonly resolve: unknown }).resolve;
}

test('whatever stands at a path', async () => {
  assert.deepEqual(await resolved('/blog/one'), { __typename: 'Post', slug: 'one' });
  assert.deepEqual(await resolved('/series/saga'), { __typename: 'Series', slug: 'saga' });
  assert.deepEqual(await resolved('/tags/sql'), { __typename: 'Tag', slug: 'sql' });
  assert.deepEqual(await resolved('/topics/eng'), { __typename: 'Category', slug: 'eng' });
  assert.deepEqual(await resolved('/authors/ada'), { __typename: 'Author', slug: 'ada' });
  assert.deepEqual(await resolved('/resources/talk'), { __typename: 'Resource', slug: 'talk' });
  assert.deepEqual(await resolved('/blog/gone'), { __typename: 'Gone', path: '/blog/gone' });
});

test('what moved says where to', async () => {
  const redirect = (path: string, targetPath: string | null, url: string, slug?: string) => ({
    __typename: 'Redirect',
    path,
    targetPath,
    url,
    post: slug === undefined ? null : { slug },
  });
  assert.deepEqual(
    await resolved('/old-one'),
    redirect('/old-one', '/blog/one', 'https://blog.example/blog/one', 'one'),
  );
  assert.deepEqual(
    await resolved('/older/one/?x'),
    redirect('/older/one', '/blog/one', 'https://blog.example/blog/one', 'one'),
  );
  assert.deepEqual(await resolved('/feed'), redirect('/feed', '/feed.xml', 'https://blog.example/feed.xml'));
  assert.deepEqual(
    await resolved('/tag/sql'),
    redirect('/tag/sql', '/tags/sql#top', 'https://blog.example/tags/sql#top'),
  );
  assert.deepEqual(await resolved('/away'), redirect('/away', null, 'https://elsewhere.example/x'));
});

test('nothing, and what is hidden or leads there, is null', async () => {
  for (const path of [
    '/',
    '',
    '/none',
    '/blog/draft',
    '/tags/secret',
    '/old-draft',
    '/to-draft',
    '/to-talk',
    '/in-draft',
    '/tag/secret',
    '/topic/secret',
    '/author/ghost',
    '/to-series',
    '/resources/hidden-talk',
    '\0',
    '//',
    '/blog/../x',
  ]) {
    assert.equal(await resolved(path), null, path);
  }
});

test('it takes two statements, and one more for where a redirect leads', async () => {
  const { statements } = await askWell(db, document, { path: '/blog/one' });
  assert.deepEqual(statements, ['postById', 'targetByPath']);
  const moved = await askWell(db, document, { path: '/old-one' });
  assert.deepEqual(moved.statements, ['postById', 'redirectByPath', 'targetByPath']);
});
