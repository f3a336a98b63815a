/**
 * Nobody can tell that something is hidden: for every document that the schema allows, a blog with drafts,
 * scheduled posts and all that hangs on them answers as the same blog without them, to the letter.
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Database } from '../../src/db/client.ts';
import type { BlogRecord } from '../../src/domain/blog-record.ts';
import { encodeGlobalId } from '../../src/domain/global-id.ts';
import { schema } from '../../src/schema.ts';
import { ask } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { walkSchema } from '../support/schema-walk.ts';
import type { Values } from '../support/schema-walk.ts';
import { author, category, post, resource, seed, series, tag } from '../support/seed.ts';

const nextYear = new Date('2027-01-01T00:00:00Z');
const cover = (name: string) => ({
  image: { url: `https://img.example/${name}.png` },
  alt: name,
  caption: name,
});

const visible = {
  posts: [
    post('one', {
      tags: ['sql', 'web'],
      authors: ['ada'],
      categories: ['eng', 'eng/db'],
      related: ['two'],
      cover: cover('one'),
      markdown: 'To [two](/blog/two), and to [what is not there yet](/not/yet).',
    }),
    post('two', {
      markdown: '[One](https://blog.example/moved) and [three](/blog/three/).',
      supersededBy: 'three',
      tags: ['sql'],
      authors: ['ada', 'bob'],
      categories: ['eng/db'],
      publishedAt: new Date('2026-02-01'),
    }),
    post('three', {
      tags: ['web'],
      authors: ['bob'],
      categories: ['people'],
      publishedAt: new Date('2026-03-01'),
      translationKey: 'three',
    }),
  ],
  series: [
    series('saga', ['one', 'two'], {
      plannedTotal: 2,
      parts: [
        { position: 1, title: null, summary: null, post: 'one', announced: true },
        { position: 2, title: null, summary: null, post: 'two', announced: false },
        { position: 4, title: 'Announced', summary: 'To come.', post: null, announced: true },
      ],
    }),
  ],
  resources: [resource('talk', { tags: ['sql'], speakers: ['ada'] })],
  redirects: [{ file: '_redirects', path: '/moved', target: '/blog/one' }],
} satisfies Partial<BlogRecord>;

/** Everything that is hidden has the word canary in all of its texts. */
const canaries = {
  posts: ['draft-canary', 'scheduled-canary'].map((slug, index) =>
    post(slug, {
      title: `Canary ${slug}`,
      subtitle: 'canary',
      description: 'canary',
      summary: 'canary',
      markdown: '# Canary\n\ncanary [one](/blog/one) [moved](/moved)',
      supersededBy: 'one',
      wanted: index === 0 ? 'draft' : 'published',
      publishedAt: index === 0 ? new Date('2026-02-15') : nextYear,
      language: 'en',
      tags: ['sql', 'web', 'canary-tag'],
      authors: ['ada', 'canary-author'],
      categories: ['eng/db', 'eng/canary-category', 'canary-root/canary-child'],
      aliases: [`/canary-alias-${index}`, ...(index === 0 ? ['/not/yet'] : [])],
      related: ['one'],
      cover: cover('canary'),
    }),
  ),
  resources: [
    resource('draft-talk-canary', {
      title: 'Canary draft-talk-canary',
      wanted: 'draft',
      startsAt: new Date('2026-01-05'),
      tags: ['sql', 'canary-tag'],
      speakers: ['ada', 'canary-author'],
    }),
  ],
  series: [series('canary-series', ['draft-canary', 'scheduled-canary'], { title: 'Canary series' })],
};

/** The visible blog with what is hidden among it: also in its relations, picks, series and redirects. */
const both = {
  posts: [
    ...visible.posts.map((each) => ({
      ...each,
      related: ['draft-canary', ...each.related, 'scheduled-canary'],
      supersededBy: each.supersededBy ?? 'scheduled-canary',
    })),
    ...canaries.posts,
    post('drei-canary', { language: 'de', wanted: 'draft', translationKey: 'three', title: 'Canary' }),
    // A language that only hidden posts are in.
    post('tre-canary', { language: 'it', wanted: 'draft', translationKey: 'three', title: 'Canary' }),
  ],
  series: [
    {
      ...visible.series[0]!,
      parts: [
        ...visible.series[0]!.parts.slice(0, 2),
        { position: 3, title: null, summary: null, post: 'draft-canary', announced: false },
        { ...visible.series[0]!.parts[2]!, post: 'scheduled-canary' },
        { position: 5, title: null, summary: 'canary', post: 'drei-canary', announced: false },
      ],
    },
    ...canaries.series,
  ],
  resources: [...visible.resources, ...canaries.resources],
  redirects: [
    ...visible.redirects,
    { file: '_redirects', path: '/moved-canary', target: '/blog/draft-canary' },
  ],
  tags: [tag('canary-tag', { description: 'canary' })],
  authors: [author('canary-author', { bio: 'canary' })],
  categories: [category('eng'), category('eng/canary-category', { description: 'canary' })],
} satisfies Partial<BlogRecord>;

const plain = await testDatabase();
const hiding = await testDatabase();

before(async () => {
  await seed(plain, visible);
  await seed(hiding, both);
});

const types = ['post', 'tag', 'author', 'category', 'series', 'resource'] as const;

interface Named {
  readonly id: string;
  readonly slug: string;
  readonly path: string;
  readonly treePath?: string;
}

/** Names of everything stored, hidden or not. */
async function namesIn({ prisma }: Database) {
  const rows: Record<(typeof types)[number], readonly Named[]> = {
    post: await prisma.post.findMany(),
    tag: await prisma.tag.findMany(),
    author: await prisma.author.findMany(),
    category: await prisma.category.findMany(),
    series: await prisma.series.findMany(),
    resource: await prisma.resource.findMany(),
  };
  const parts = await prisma.seriesPart.findMany();
  const redirects = await prisma.redirect.findMany();
  return { rows, parts, redirects };
}

/** Words of what is hidden, whole, begun, misspelt and beside others; and words of what is not. */
const queries = [
  'canary ',
  'canar',
  'canry ',
  'cnaary',
  '"canary draft-canary"',
  'drfat ',
  'canary or one ',
  'text of -canary',
  'one -draft',
  'sql',
  'adda ',
  'eng',
  'saga announced',
  'three or talk ',
];

async function valuesFrom(db: Database): Promise<Values> {
  const { rows, parts, redirects } = await namesIn(db);
  const typeName = (type: string): string => type.charAt(0).toUpperCase() + type.slice(1);
  const all = types.flatMap((type) => rows[type]);
  return {
    words: [...all.map(({ slug }) => slug), 'en', 'de', 'eng/canary-category'],
    lookups: Object.fromEntries(
      types.map((type) => [
        `${typeName(type)}By`,
        rows[type].flatMap(({ id, slug, path, treePath }) => [
          { id: encodeGlobalId(typeName(type), id) },
          { slug },
          { path },
          ...(treePath === undefined ? [] : [{ treePath }]),
        ]),
      ]),
    ),
    paths: [...all, ...redirects].map(({ path }) => path),
    ids: [
      ...types.flatMap((type) => rows[type].map(({ id }) => encodeGlobalId(typeName(type), id))),
      ...parts.map(({ id }) => encodeGlobalId('SeriesPart', id)),
      ...redirects.flatMap(({ path }) => [encodeGlobalId('Redirect', path), encodeGlobalId('Gone', path)]),
      encodeGlobalId('Site', 1),
    ],
    queries,
  };
}

async function hiddenWords(): Promise<readonly string[]> {
  const shown = await namesIn(plain);
  const stored = await namesIn(hiding);
  const idsOf = ({ rows, parts }: typeof stored): string[] =>
    [...types.flatMap((type) => rows[type]), ...parts].map(({ id }) => id);
  const hidden = idsOf(stored).filter((id) => !idsOf(shown).includes(id));
  assert.ok(hidden.length > 12);
  return ['canary', ...hidden];
}

/** What the blog answers that hides nothing: it stays as it is. */
const plainAnswers = new Map<string, string>();

async function plainAnswer(document: string): Promise<string> {
  const answer = plainAnswers.get(document) ?? JSON.stringify((await ask(plain, document)).data);
  plainAnswers.set(document, answer);
  return answer;
}

async function compareAll(values: Values): Promise<number> {
  const secrets = await hiddenWords();
  let asked = 0;
  for (const document of walkSchema(schema, values)) {
    const without = await plainAnswer(document);
    const withHidden = await ask(hiding, document);
    const what = document.slice(0, 160);
    assert.deepEqual(withHidden.errors, [], what);
    const data = JSON.stringify(withHidden.data);
    // Texts that are equal say all; where they are not, the difference is shown as objects.
    if (data !== without) assert.deepEqual(withHidden.data, JSON.parse(without), what);
    // What was asked for comes back in no field, unless it is visible.
    const shown = decoded(data);
    const leaked = secrets.find((secret) => shown.includes(secret));
    assert.equal(leaked, undefined, what);
    asked += 1;
  }
  return asked;
}

/** The answer with its ids and cursors opened, where names could hide. */
function decoded(text: string): string {
  const opened = new Set(text.match(/"[\w+/=-]{16,}"/g) ?? []);
  return [text, ...[...opened].map((code) => Buffer.from(code, 'base64').toString())]
    .join('\n')
    .toLowerCase();
}

test('every document answers as if nothing were hidden', async () => {
  assert.ok((await compareAll(await valuesFrom(hiding))) > 150);
});

test('the same after everything hidden was public for a while', async () => {
  const published = both.posts.map((each) => ({
    ...each,
    wanted: 'published' as const,
    publishedAt: new Date('2026-02-20'),
  }));
  await seed(hiding, {
    ...both,
    posts: published,
    resources: both.resources.map((each) => ({ ...each, wanted: 'published' as const })),
  });
  const { data } = await ask(
    hiding,
    '{ post(by: {slug: "draft-canary"}) { title } tag(by: {slug: "canary-tag"}) { postCount resourceCount } }',
  );
  assert.deepEqual(data, { post: { title: 'Canary draft-canary' }, tag: { postCount: 2, resourceCount: 1 } });
  await seed(hiding, both);
  await compareAll(await valuesFrom(hiding));
});

test('what was removed leaves a Gone and nothing else', async () => {
  const removed = post('removed-post', {
    title: 'Removed canary',
    tags: ['canary-tag', 'sql'],
    authors: ['canary-author'],
  });
  await seed(hiding, { ...both, posts: [...both.posts, removed] });
  const id = (await ask(hiding, '{ post(by: {slug: "removed-post"}) { id } }')).data;
  await seed(hiding, both);
  const { data } = await ask(
    hiding,
    'query ($id: ID!) { node(id: $id) { id } post(by: {slug: "removed-post"}) { id } resolve(path: "/blog/removed-post") { __typename ... on Gone { path } } }',
    (id as { readonly post: { readonly id: string } }).post,
  );
  assert.deepEqual(data, {
    node: null,
    post: null,
    resolve: { __typename: 'Gone', path: '/blog/removed-post' },
  });
});
