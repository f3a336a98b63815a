import assert from 'node:assert/strict';
import { beforeEach, suite, test } from 'node:test';
import { importBlog } from '../../src/actions/import-blog.ts';
import { publishDuePosts } from '../../src/actions/publish-due-posts.ts';
import { refreshRelated } from '../../src/actions/refresh-related.ts';
import { setRelatedPicks } from '../../src/actions/set-related-picks.ts';
import type { PostRecord } from '../../src/domain/blog-record.ts';
import { ask, askWell } from '../support/ask.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';
import { randomness } from '../support/random.ts';
import { blog, post, seed, seedTime } from '../support/seed.ts';
import { variedBlog } from '../support/varied-blog.ts';
import { dyingDatabase } from './dying-database.ts';

const db = await testDatabase();
beforeEach(() => emptyDatabase(db));

const subjects = 'radio bread cheese wine tulips trains bridges clocks maps knots bees tea'.split(' ');

/** Posts about some of a few subjects each. */
function posts(count: number): PostRecord[] {
  const random = randomness(11);
  return Array.from({ length: count }, (_, index) =>
    post(`post-${index}`, {
      markdown: random
        .some(subjects, 3)
        .map((subject) => `Of ${subject} and ${subject} makers.`)
        .join('\n\n'),
      tags: random.some(subjects, random.below(2)),
      publishedAt: new Date(Date.UTC(2026, 0, 1 + random.below(100))),
    }),
  );
}

async function relatedTo(slug: string): Promise<string[]> {
  const { data } = await askWell(
    db,
    'query ($slug: String!) { post(by: {slug: $slug}) { related(first: 7) { nodes { slug } } } }',
    { slug },
  );
  const { nodes } = (
    data as { readonly post: { readonly related: { readonly nodes: readonly { readonly slug: string }[] } } }
  ).post.related;
  return nodes.map((node) => node.slug);
}

/** All that anyone can see of related posts. */
async function everything(): Promise<unknown> {
  const document = `{ posts(first: 100, orderBy: [{field: TITLE, direction: ASC}]) { nodes { slug
    related(first: 40) { totalCount edges { score node { slug } reasons { kind terms tags { slug } } } } } } }`;
  const { data, errors } = await ask(db, document);
  assert.deepEqual(errors, []);
  return data;
}

const relatedEntries = () => db.prisma.change.count({ where: { entityType: 'RELATED' } });

suite('the lists depend on the content alone', () => {
  test('not on the order in which posts came, nor on what was there before', async () => {
    const all = posts(25);
    await seed(db, { posts: all });
    const wanted = await everything();
    await emptyDatabase(db);
    await seed(db, { posts: all.slice(12).reverse() });
    await seed(db, { posts: [...all.slice(0, 10), post('gone', { markdown: 'Of radio and bees.' })] });
    await seed(db, { posts: all.toReversed() });
    assert.deepEqual(await everything(), wanted);
  });

  test('an import of the same blog changes none, and logs nothing', async () => {
    await seed(db, variedBlog(15));
    const [before, version] = [await everything(), await db.prisma.change.count()];
    await seed(db, variedBlog(15));
    assert.deepEqual(await everything(), before);
    assert.equal(await db.prisma.change.count(), version);
    await refreshRelated(db, { now: seedTime, rebuild: true });
    assert.equal(await db.prisma.change.count(), version, 'a rebuild finds nothing to write');
  });

  test('not on drafts: neither on what they say nor on what they link to', async () => {
    const all = posts(20);
    await seed(db, { posts: all });
    const wanted = await everything();
    const drafts = Array.from({ length: 20 }, (_, index) =>
      post(`draft-${index}`, {
        wanted: 'draft',
        tags: ['radio'],
        markdown: 'Of radio and radio makers. See [bees](/blog/post-1).',
      }),
    );
    await seed(db, { posts: [...all, ...drafts] });
    assert.deepEqual(await everything(), wanted);
  });
});

suite('the lists follow what changes', () => {
  const bread = post('bread', { markdown: 'Bakers bake sourdough loaves.' });
  const loaf = post('loaf', { markdown: 'A sourdough loaf for bakers.' });
  const others = Array.from({ length: 8 }, (_, index) =>
    post(`other-${index}`, { markdown: `Number ${index}.` }),
  );

  test('a post is edited, removed, made a draft', async () => {
    const steps: readonly [readonly PostRecord[], readonly string[]][] = [
      [[bread, loaf], ['loaf']],
      [[bread, { ...loaf, markdown: 'Of cheese.' }], []],
      [[bread, loaf], ['loaf']],
      [[bread], []],
      [[bread, loaf], ['loaf']],
      [[bread, { ...loaf, wanted: 'draft' }], []],
    ];
    for (const [step, expected] of steps) {
      await seed(db, { posts: [...step, ...others] });
      assert.deepEqual(await relatedTo('bread'), expected);
    }
  });

  test('a change of lists is one entry in the log; a change of nothing that matters is none', async () => {
    await seed(db, { posts: [bread, loaf, ...others] });
    assert.equal(await relatedEntries(), 1);
    await seed(db, { posts: [bread, { ...loaf, canonicalUrl: 'https://else.example/' }, ...others] });
    assert.equal(await relatedEntries(), 1);
    await seed(db, { posts: [bread, { ...loaf, markdown: 'Of cheese.' }, ...others] });
    assert.equal(await relatedEntries(), 2);
  });

  test('a scheduled post comes out', async () => {
    const later = new Date('2026-07-01T00:00:00Z');
    await seed(db, { posts: [bread, { ...loaf, publishedAt: later }, ...others] });
    assert.deepEqual(await relatedTo('bread'), []);
    await publishDuePosts(db, later);
    assert.deepEqual(await relatedTo('bread'), ['loaf']);
  });

  test('an import that is killed before it related anything: whoever comes next does', async () => {
    const record = blog({ posts: [bread, loaf, ...others] });
    const how = { now: seedTime, readFile: () => Promise.resolve(new Uint8Array()) };
    let killed = 0;
    for (let commits = 0; commits < 60; commits += 1) {
      await emptyDatabase(db);
      const whole = await importBlog(dyingDatabase(db, commits), record, how).then(
        () => true,
        () => false,
      );
      if (whole) break;
      if ((await db.prisma.post.count()) < record.posts.length) continue;
      killed += 1;
      await refreshRelated(db, { now: seedTime });
      await refreshRelated(db, { now: seedTime });
      assert.deepEqual(await relatedTo('bread'), ['loaf'], `killed after ${commits} transactions`);
    }
    assert.ok(killed > 1);
  });
});

suite('a large blog', () => {
  /** As if a blog of so few posts were large. */
  const large = { now: seedTime, wholeUpTo: 5 };

  test('refreshed for what changed, it is near to one that was made anew, and tells the same of the changed post', async () => {
    const all = posts(60);
    await seed(db, { posts: all.slice(0, 58) });
    await refreshRelated(db, { ...large, rebuild: true });
    await seedOnly(all);
    assert.equal((await refreshRelated(db, large)).scope, 'some');
    const some = await lists(all);
    await refreshRelated(db, { ...large, rebuild: true });
    const whole = await lists(all);
    const shares = all.map(({ slug }) => {
      const kept = new Set(whole.get(slug));
      const found = some.get(slug) ?? [];
      return found.filter((other) => kept.has(other)).length / Math.max(kept.size, 1);
    });
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    assert.ok(mean > 0.9, `only ${mean} of the first seven are the same`);
    assert.ok([...some.values()].flat().some((slug) => slug === 'post-58' || slug === 'post-59'));
  });

  test('compared block by block, its lists are the same', async () => {
    const all = posts(60).map((one, index) => (index % 9 === 0 ? { ...one, related: ['post-59'] } : one));
    await seed(db, { posts: all });
    await refreshRelated(db, { ...large, rebuild: true });
    const atOnce = await everything();
    await db.prisma.relatedList.deleteMany();
    await refreshRelated(db, { ...large, rebuild: true, blockSize: 7 });
    assert.deepEqual(await everything(), atOnce);
  });

  test('a post that goes leaves all lists; one that is edited moves in them', async () => {
    const all = posts(40);
    await seed(db, { posts: all });
    await refreshRelated(db, { ...large, rebuild: true });
    const [first] = await relatedTo('post-0');
    await seedOnly(all.filter(({ slug }) => slug !== first));
    assert.equal((await refreshRelated(db, large)).scope, 'some');
    const rows = await db.prisma.relatedList.findMany();
    const ids = new Set(rows.map(({ postId }) => postId));
    assert.equal(rows.length, 39);
    assert.ok(rows.every(({ relatedIds }) => relatedIds.every((id) => ids.has(id))));
  });

  test('when too much changed, all is made anew', async () => {
    await seed(db, { posts: posts(20) });
    await refreshRelated(db, { ...large, rebuild: true });
    await seedOnly(posts(40));
    assert.deepEqual((await refreshRelated(db, large)).scope, 'all');
  });

  /** Stores a blog as an import that is killed before it relates anything. */
  async function seedOnly(all: readonly PostRecord[]): Promise<void> {
    const state = await db.prisma.relatedState.findFirstOrThrow();
    const kept = await db.prisma.relatedList.findMany();
    const profiles = await db.prisma.relatedProfile.findMany();
    await seed(db, { posts: all });
    const present = new Set((await db.prisma.post.findMany({ select: { id: true } })).map(({ id }) => id));
    await db.prisma.relatedList.deleteMany();
    await db.prisma.relatedList.createMany({
      data: kept
        .filter(({ postId }) => present.has(postId))
        .map(({ entries, ...row }) => ({ ...row, entries: entries as object })),
    });
    await db.prisma.relatedProfile.createMany({ data: profiles.filter(({ postId }) => present.has(postId)) });
    const data = { ...state, languages: state.languages as object };
    await db.prisma.relatedState.upsert({ where: { id: 1 }, create: data, update: data });
  }

  async function lists(all: readonly PostRecord[]): Promise<Map<string, readonly string[]>> {
    const found = new Map<string, readonly string[]>();
    for (const { slug } of all) found.set(slug, await relatedTo(slug));
    return found;
  }
});

suite("an editor's picks", () => {
  const idOf = async (slug: string): Promise<string> =>
    (await db.prisma.post.findFirstOrThrow({ where: { slug } })).id;
  const named = [
    post('here', { related: ['by-file'], markdown: 'Of tea.' }),
    post('by-file', { title: 'Bread', markdown: 'Of bread.' }),
    post('by-editor', { title: 'Cheese', markdown: 'Of cheese.' }),
    post('tea', { markdown: 'More of tea.' }),
    post('draft', { wanted: 'draft' }),
  ];

  test('go before those of front matter, survive imports, and can be taken back', async () => {
    await seed(db, { posts: named });
    assert.deepEqual(await relatedTo('here'), ['by-file', 'tea']);
    await setRelatedPicks(db, await idOf('here'), [await idOf('by-editor')], seedTime);
    assert.deepEqual(await relatedTo('here'), ['by-editor', 'tea']);
    await seed(db, { posts: named.map((one) => ({ ...one, title: `${one.title}!` })) });
    assert.deepEqual(await relatedTo('here'), ['by-editor', 'tea']);
    await setRelatedPicks(db, await idOf('here'), [], seedTime);
    assert.deepEqual(await relatedTo('here'), ['by-file', 'tea']);
  });

  test('one that is hidden does not put aside those of front matter', async () => {
    await seed(db, { posts: named });
    await setRelatedPicks(db, await idOf('here'), [await idOf('draft')], seedTime);
    assert.deepEqual(await relatedTo('here'), ['by-file', 'tea']);
  });

  test('of posts that are not there, or of itself, are refused', async () => {
    await seed(db, { posts: named });
    const here = await idOf('here');
    const refused = { code: 'BAD_USER_INPUT' };
    await assert.rejects(setRelatedPicks(db, here, [here], seedTime), refused);
    await assert.rejects(setRelatedPicks(db, here, ['no-post'], seedTime), refused);
    await assert.rejects(setRelatedPicks(db, 'no-post', [], seedTime), refused);
  });
});
