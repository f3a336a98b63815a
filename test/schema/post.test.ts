import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { encodeGlobalId } from '../../src/domain/global-id.ts';
import { ask, askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { author, category, post, seed } from '../support/seed.ts';

const db = await testDatabase();

before(() =>
  seed(db, {
    authors: [
      author('ada', {
        name: 'Ada',
        role: 'Engineer',
        bio: 'Counts.',
        url: 'https://ada.example/',
        avatar: { url: '/ada.png' },
        links: [{ label: 'Code', url: 'https://code.example/ada' }],
        declared: true,
      }),
    ],
    categories: [category('eng', { name: 'Engineering' })],
    posts: [
      post('full', {
        title: 'Full & whole',
        subtitle: 'With everything',
        language: 'en',
        publishedAt: new Date('2026-01-02T03:04:05.678Z'),
        updatedAt: new Date('2026-02-03T00:00:00Z'),
        markdown:
          '# Start\n\nOne **two** three.\n\n## Part\n\n<script>alert(1)</script>\n\n### Deeper\n\n## End',
        summary: 'A summary of more than a few words.',
        authors: ['bob', 'ada'],
        categories: ['people', 'eng'],
        tags: ['zoo', 'ant'],
        cover: { image: { url: 'https://img.example/a b.png' }, alt: 'A cat', caption: 'The cat' },
      }),
      post('bare', { publishedAt: null, markdown: '' }),
      post('shared', { title: 'English', language: 'en' }),
      post('shared', { key: 'shared.de', path: '/de/shared', title: 'Deutsch', language: 'de' }),
      post('only', { key: 'only.fr', path: '/fr/only', title: 'Français', language: 'fr' }),
      post('only', { key: 'only.es', path: '/es/only', title: 'Español', language: 'es' }),
      post('draft', { wanted: 'draft' }),
      post('über-uns', { path: '/blog/über uns', title: 'Über' }),
    ],
  }),
);

test('every field of a post', async () => {
  const { data } = await askWell(
    db,
    `{ post(by: {slug: "full"}) { slug path url title subtitle excerpt short: excerpt(length: 12) status language publishedAt updatedAt
       firstPublishedAt readingTimeMinutes wordCount coverImage { url alt width height caption } authors { name }
       primaryAuthor { name } category { name } categories { name } tags { name }
       body { markdown html text tableOfContents { anchor text level parentAnchor } } } }`,
  );
  const { post: found } = data as {
    readonly post: Record<string, unknown> & { readonly body: Record<string, unknown> };
  };
  const { body, ...rest } = found;
  assert.deepEqual(rest, {
    slug: 'full',
    path: '/blog/full',
    url: 'https://blog.example/blog/full',
    title: 'Full & whole',
    subtitle: 'With everything',
    excerpt: 'A summary of more than a few words.',
    short: 'A summary…',
    status: 'PUBLISHED',
    language: 'en',
    publishedAt: '2026-01-02T03:04:05.678Z',
    updatedAt: '2026-02-03T00:00:00.000Z',
    firstPublishedAt: '2026-01-02T03:04:05.678Z',
    readingTimeMinutes: 1,
    wordCount: 7,
    coverImage: {
      url: 'https://img.example/a%20b.png',
      alt: 'A cat',
      width: null,
      height: null,
      caption: 'The cat',
    },
    authors: [{ name: 'bob' }, { name: 'Ada' }],
    primaryAuthor: { name: 'bob' },
    category: { name: 'people' },
    categories: [{ name: 'people' }, { name: 'Engineering' }],
    tags: [{ name: 'zoo' }, { name: 'ant' }],
  });
  assert.match(String(body['markdown']), /<script>/);
  assert.doesNotMatch(String(body['html']), /script|alert/);
  assert.match(String(body['text']), /One two three/);
  const contents = body['tableOfContents'] as readonly {
    readonly text: string;
    readonly parentAnchor: string | null;
  }[];
  assert.deepEqual(
    contents.map(({ text, parentAnchor }) => [text, parentAnchor]),
    [
      ['Start', null],
      ['Part', 'start'],
      ['Deeper', 'part'],
      ['End', 'start'],
    ],
  );
});

test('what may be absent is null or empty', async () => {
  const { data } = await askWell(
    db,
    `{ post(by: {slug: "bare"}) { subtitle excerpt publishedAt updatedAt coverImage { url } authors { name } primaryAuthor { name }
       category { name } categories { name } tags { name } seriesParts { position } previous { slug } related { totalCount nodes { id } }
       resources { nodes { id } } body { html text tableOfContents { text } } } }`,
  );
  assert.deepEqual(data, {
    post: {
      subtitle: null,
      excerpt: '',
      publishedAt: null,
      updatedAt: null,
      coverImage: null,
      authors: [],
      primaryAuthor: null,
      category: null,
      categories: [],
      tags: [],
      seriesParts: [],
      previous: null,
      related: { totalCount: 0, nodes: [] },
      resources: { nodes: [] },
      body: { html: '', text: '', tableOfContents: [] },
    },
  });
});

async function title(args: string): Promise<unknown> {
  const { data } = await askWell(db, `{ post(${args}) { title } }`);
  return (data as { readonly post: { readonly title: string } | null }).post?.title ?? null;
}

test('a slug means the default language first, then the first of the others; or the one asked for', async () => {
  assert.equal(await title('by: {slug: "shared"}'), 'English');
  assert.equal(await title('by: {slug: "shared"}, language: "de"'), 'Deutsch');
  assert.equal(await title('by: {slug: "shared"}, language: "fr"'), null);
  assert.equal(await title('by: {slug: "only"}'), 'Español');
});

test('a post by path or id; a miss is null', async () => {
  const { id } = await db.prisma.post.findFirstOrThrow({ where: { title: 'Deutsch' } });
  assert.equal(await title(`by: {id: "${encodeGlobalId('Post', id)}"}`), 'Deutsch');
  assert.equal(await title('by: {path: "/de/shared"}'), 'Deutsch');
  assert.equal(await title('by: {path: "/de/shared/?utm=1#top"}'), 'Deutsch');
  for (const path of ['/blog/über uns', '/blog/%C3%BCber%20uns', '/blog/u\u0308ber uns/']) {
    assert.equal(await title(`by: {path: "${path}"}`), 'Über', path);
  }
  for (const by of [
    'slug: "none"',
    'path: "/none"',
    'path: ""',
    'slug: "draft"',
    'path: "/blog/draft"',
    'slug: ""',
    'slug: "\\u0000"',
    'path: "\\u0000"',
  ]) {
    assert.equal(await title(`by: {${by}}`), null, by);
  }
  assert.equal(
    await title(
      `by: {id: "${encodeGlobalId(
        'Post',
        id.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      )}"}`,
    ),
    null,
  );
});

test('exactly one way of naming a post', async () => {
  for (const by of ['{}', '{slug: "a", path: "/a"}', '{slug: null}']) {
    const { errors, statements } = await ask(db, `{ post(by: ${by}) { title } }`);
    assert.equal(errors.length, 1, by);
    assert.deepEqual(statements, []);
  }
  const { errors } = await ask(db, 'query ($by: PostBy!) { post(by: $by) { title } }', {
    by: { slug: 'a', path: '/a' },
  });
  assert.match(errors[0]!, /exactly one/i);
});

test('ids of another type, or of none', async () => {
  const { id } = await db.prisma.tag.findFirstOrThrow();
  for (const bad of [
    encodeGlobalId('Tag', id),
    'Post:1',
    id,
    '',
    'UG9zdDox',
    encodeGlobalId('Post', `${id}x`),
    `${encodeGlobalId('Post', id)} `,
  ]) {
    const { errors, statements } = await ask(db, 'query ($id: ID!) { post(by: {id: $id}) { title } }', {
      id: bad,
    });
    assert.deepEqual([errors, statements], [['BAD_ID'], []], bad);
  }
});

test('an excerpt has 1 to 2000 characters', async () => {
  for (const length of [0, -1, 2001]) {
    assert.deepEqual((await ask(db, `{ post(by: {slug: "full"}) { excerpt(length: ${length}) } }`)).errors, [
      'BAD_USER_INPUT',
    ]);
  }
  assert.deepEqual((await askWell(db, '{ post(by: {slug: "full"}) { excerpt(length: 1) } }')).data, {
    post: { excerpt: '…' },
  });
});

test('a list reads no body; bodies of a list take one statement', async () => {
  const { statements, sql } = await askWell(db, '{ posts { nodes { title excerpt publishedAt url } } }');
  assert.deepEqual(statements, ['posts']);
  assert.doesNotMatch(sql.join(), /PostBody/);
  assert.deepEqual(
    (await askWell(db, '{ posts { nodes { body { html } body2: body { text } } } }')).statements,
    ['bodyByPost', 'posts'],
  );
});

test('one statement a level, however many posts', async () => {
  const { statements } = await askWell(
    db,
    `{ posts { totalCount nodes { tags { name } authors { name avatar { url } } primaryAuthor { slug } category { name parent { name } } categories { slug } coverImage { url } } } }`,
  );
  assert.deepEqual(statements, [
    'authorsByPost',
    'categoriesByPost',
    'imageById',
    'imageById',
    'posts',
    'postsCount',
    'tagsByPost',
  ]);
});

test('an author in full', async () => {
  const { data } = await askWell(
    db,
    '{ author(by: {slug: "ada"}) { name kind role bio path url website avatar { url alt caption } links { label url } postCount posts { nodes { slug } } } }',
  );
  assert.deepEqual(data, {
    author: {
      name: 'Ada',
      kind: 'PERSON',
      role: 'Engineer',
      bio: 'Counts.',
      path: '/authors/ada',
      url: 'https://blog.example/authors/ada',
      website: 'https://ada.example/',
      avatar: { url: 'https://blog.example/ada.png', alt: 'Ada', caption: null },
      links: [{ label: 'Code', url: 'https://code.example/ada' }],
      postCount: 1,
      posts: { nodes: [{ slug: 'full' }] },
    },
  });
});
