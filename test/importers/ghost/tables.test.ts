/** What the tables of an export say, as a foreign blog: each version's own way of saying it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportTables } from '../../../src/importers/ghost/export-tables.ts';
import { postRow as post, readTables as read, type Row } from './read-tables.ts';

test('every wrapper of an export, and none', () => {
  const data = { posts: [post('1')] };
  const meta = { version: '3.0.0' };
  for (const value of [
    { db: [{ meta, data }] },
    { meta, data },
    { data: { meta, data } },
    { db: { data } },
    data,
  ])
    assert.equal(exportTables(value, 'x').rows.posts.length, 1);
  assert.equal(exportTables({ db: [{ meta, data }] }, 'x').version, '3.0.0');
  for (const value of [{ asdadas: [{ meta, data }] }, [], null, { models: [] }, { posts: {} }])
    assert.throws(() => exportTables(value, 'x'), /no Ghost export/);
});

test('authors in their order, in posts_authors or in the post; their profiles, and nothing private', () => {
  const users = [
    {
      id: '1',
      name: 'Ann',
      slug: 'ann',
      email: 'ann@mail.org',
      password: '$2a$hash',
      bio: 'B',
      website: 'https://ann.org',
      twitter: '@ann',
      facebook: 'ann.b',
      profile_image: '//img.org/a.png',
      mastodon: 'https://m.org/@ann',
      tiktok: '@ann',
      linkedin: 'in/ann',
      youtube: 'channel/UCann',
    },
    {
      id: 2,
      name: 'Bob',
      slug: 'bob',
      email: 'bob@mail.org',
      website: 'javascript:alert(1)',
      profile_image: '__GHOST_URL__/content/images/b.png',
    },
    { id: '3', name: 'carl@mail.org', slug: 'carl' },
    { id: '4', name: 'Never wrote', slug: 'never' },
  ];
  const posts_authors = [
    { post_id: 'a', author_id: '1', sort_order: 1 },
    { post_id: 'a', author_id: '2', sort_order: 0 },
  ];
  const { blog, said } = read({
    posts: [post('a'), post('b', { author_id: '3' }), post('c', { author_id: '9' })],
    users,
    posts_authors,
  });
  assert.deepEqual(
    blog.posts.map(({ authors }) => authors),
    [['bob', 'ann'], ['carl'], []],
  );
  assert.deepEqual(
    blog.authors.map(({ name }) => name),
    ['Ann', 'Bob', 'carl'],
  );
  const [ann, bob] = blog.authors;
  assert.equal(ann?.avatar, 'https://img.org/a.png');
  assert.deepEqual(
    ann.links.map(({ url }) => url),
    [
      'https://twitter.com/ann',
      'https://www.facebook.com/ann.b',
      'https://www.linkedin.com/in/ann',
      'https://m.org/@ann',
      'https://www.youtube.com/channel/UCann',
      'https://www.tiktok.com/@ann',
    ],
  );
  assert.deepEqual([bob?.url, bob?.avatar, bob?.oldUrl], [null, '/content/images/b.png', '/author/bob/']);
  assert.doesNotMatch(JSON.stringify(blog), /mail\.org|hash/);
  assert.deepEqual(said, ['warning: 1 post names an author whom the export does not hold: “Post c”']);
});

test('tags in order; internal ones are kept beside the post and shown nowhere', () => {
  const tags = [
    { id: '1', name: 'News', slug: 'news', description: 'What is new' },
    { id: '2', name: '#featured-home', slug: 'hash-featured-home', visibility: 'internal' },
    { id: '3', name: 'C++', slug: 'cpp', visibility: 'public' },
  ];
  const posts_tags = [
    { post_id: 'a', tag_id: '1', sort_order: 2 },
    { post_id: 'a', tag_id: '2', sort_order: 0 },
    { post_id: 'a', tag_id: '3', sort_order: 1 },
    { post_id: 'a', tag_id: '3', sort_order: 5 },
  ];
  const { blog } = read({ posts: [post('a')], tags, posts_tags });
  assert.deepEqual(blog.posts[0]?.tags, ['cpp', 'news']);
  assert.deepEqual(blog.posts[0].metadata, { internalTags: ['#featured-home'] });
  assert.deepEqual(
    blog.tags.map(({ name, description }) => [name, description]),
    [
      ['News', 'What is new'],
      ['C++', null],
    ],
  );
});

test('only what everybody could read is published', () => {
  const cases: readonly (readonly [more: Row, wanted: string, told: RegExp | null])[] = [
    [{}, 'published', null],
    [{ visibility: undefined }, 'published', null],
    [{ status: 'draft', published_at: null }, 'draft', /draft/],
    [{ status: undefined }, 'draft', /draft/],
    [{ visibility: 'members' }, 'draft', /for members only/],
    [{ visibility: 'paid' }, 'draft', /paying members/],
    [{ visibility: 'tiers' }, 'draft', /certain members/],
    [{ visibility: 'product:gold' }, 'draft', /certain members/],
    [{ visibility: ['public'] }, 'draft', /certain members/],
    [{ status: 'sent' }, 'draft', /sent as a mail/],
    [{ status: 'PUBLISHED ' }, 'draft', /status that is not known/],
    [{ status: 'scheduled', published_at: '2999-01-01T00:00:00.000Z' }, 'published', null],
    [{ status: 'scheduled', published_at: null }, 'draft', /time that is not said/],
  ];
  for (const [more, wanted, told] of cases) {
    const { blog, said } = read({ posts: [post('a', more)] });
    assert.equal(blog.posts[0]?.wanted, wanted, JSON.stringify(more));
    if (told) assert.match(said.join(), told);
    else assert.deepEqual(said, []);
  }
  const mail = read({ posts: [post('a')], posts_meta: [{ post_id: 'a', email_only: 1 }] });
  assert.equal(mail.blog.posts[0]?.wanted, 'draft');
});

test('fields: cover, excerpt, search engines, cards, canonical address, dates', () => {
  const meta = {
    post_id: 'a',
    meta_title: 'M',
    og_title: 'O',
    og_image: '/content/images/o.png',
    twitter_description: 'T',
    feature_image_alt: 'Alt',
    feature_image_caption: 'By <b>Jo</b>',
  };
  const row = post('a', {
    title: '1 < 2',
    feature_image: '__GHOST_URL__/content/images/c.png',
    custom_excerpt: 'a & b',
    canonical_url: 'https://first.org/a',
    featured: 1,
    custom_template: 'custom-x',
    codeinjection_head: '<script>',
    uuid: '8492fbba-1102-4b53-8e3e-abe207952f0c',
    updated_at: 1388318310782,
  });
  const { blog, said } = read({ posts: [row], posts_meta: [meta] });
  const [found] = blog.posts;
  assert.ok(found);
  assert.deepEqual(found.cover, {
    url: '/content/images/c.png',
    alt: 'Alt',
    caption: 'By <b>Jo</b>',
    width: null,
    height: null,
  });
  assert.deepEqual(
    [found.title, found.excerpt, found.seoTitle, found.seoDescription],
    ['1 &lt; 2', 'a &amp; b', 'M', 'T'],
  );
  assert.deepEqual(
    [found.shareImage, found.canonicalUrl, found.url],
    ['/content/images/o.png', 'https://first.org/a', '/post-a/'],
  );
  assert.equal(found.updatedAt?.toISOString(), '2013-12-29T11:58:30.782Z');
  assert.deepEqual(found.metadata, {
    featured: true,
    template: 'custom-x',
    openGraph: { title: 'O', image: '/content/images/o.png' },
    twitter: { description: 'T' },
  });
  assert.deepEqual(said, ['warning: 1 post or tag has code of its own (code injection): “1 < 2”']);
  assert.doesNotMatch(JSON.stringify(blog), /8492fbba|<script>/);
  // Before Ghost 3 the same columns were the post's own.
  const old = read({
    posts: [
      post('a', {
        meta_title: 'M',
        og_image: 'https://x.org/o.png',
        image: '/i.png',
        canonical_url: '__GHOST_URL__/b/',
      }),
    ],
  });
  assert.deepEqual(
    [
      old.blog.posts[0]?.seoTitle,
      old.blog.posts[0]?.shareImage,
      old.blog.posts[0]?.cover?.url,
      old.blog.posts[0]?.canonicalUrl,
    ],
    ['M', 'https://x.org/o.png', '/i.png', null],
  );
});

test('pages are left out, or taken', () => {
  const posts = [
    post('a'),
    post('b', { type: 'page' }),
    post('c', { page: 1 }),
    post('d', { page: 0, type: 'post' }),
  ];
  assert.deepEqual(
    read({ posts }).blog.posts.map(({ key }) => key),
    ['post/a', 'post/d'],
  );
  assert.equal(read({ posts }).blog.skipped.length, 2);
  assert.equal(read({ posts }, true).blog.posts.length, 4);
});

test('the site: its name, description and language, and no other setting', () => {
  const settings = [
    { key: 'title', value: 'My blog' },
    { key: 'description', value: 'About' },
    { key: 'locale', value: 'de' },
    { key: 'mailgun_api_key', value: 'key-secret' },
    { key: 'codeinjection_head', value: '<script>' },
  ];
  const { blog } = read({ posts: [], settings });
  assert.deepEqual(blog.site, {
    name: 'My blog',
    url: null,
    tagline: null,
    description: 'About',
    language: 'de',
  });
  const withUrl = read({
    posts: [post('a', { html: '<a href="__GHOST_URL__/b/">b</a> <a href="__GHOST_URL__">home</a>' })],
    settings: [...settings, { key: 'url', value: 'https://blog.org/' }],
  });
  assert.deepEqual(
    [withUrl.blog.posts[0]?.body()].flat()[0]?.text,
    '<a href="https://blog.org/b/">b</a> <a href="https://blog.org">home</a>',
  );
  assert.equal(withUrl.blog.posts[0]?.url, 'https://blog.org/post-a/');
});

test('the newest source of a body that can be read; when none can, the post is told and the others go in', () => {
  const lexical = JSON.stringify({
    root: { children: [{ type: 'paragraph', children: [{ type: 'text', text: 'L' }] }] },
  });
  const mobiledoc = JSON.stringify({ version: '0.3.1', sections: [[1, 'p', [[0, [], 0, 'M']]]] });
  const text = (more: Row): unknown =>
    [read({ posts: [post('a', more)] }).blog.posts[0]?.body() ?? []]
      .flat()
      .map((piece) => piece.text)
      .join();
  assert.equal(text({ lexical, mobiledoc }), '<p>L</p>');
  assert.equal(text({ lexical: null, mobiledoc }), '<p>M</p>');
  assert.equal(text({ lexical: '{', mobiledoc }), '<p>M</p>');
  assert.equal(text({ markdown: '# m' }), '# m');
  assert.equal(text({ html: null, plaintext: 'p' }), 'p');
  assert.equal(
    text({
      html: 'a<!--kg-gated-block:begin nonMember:false memberSegment:"x" -->secret<!--kg-gated-block:end-->b',
    }),
    'ab',
  );
  const { blog, said } = read({
    posts: [post('a', { html: null, lexical: '{' }), post('b', { lexical: '{' })],
  });
  assert.deepEqual(
    blog.posts.map(({ key }) => key),
    ['post/b'],
  );
  assert.match(
    said.join(' '),
    /error: the text of “Post a” cannot be read\b.*could not be read as its editor stored it: “Post b”/,
  );
});
