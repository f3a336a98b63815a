/**
 * Real blogs, where they are at hand: a folder `corpora` in `shared`, beside the project. The counts were
 * checked by eye.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { BlogRecord } from '../../src/domain/blog-record.ts';
import { readMarkdownBlog } from '../../src/importers/markdown/read-blog.ts';

const corpora = join(import.meta.dirname, '../../../shared/corpora');
const options = { skip: existsSync(corpora) ? false : 'there is no ../shared/corpora here' };

async function read(corpus: string): Promise<BlogRecord> {
  const { record } = await readMarkdownBlog(join(corpora, corpus), { source: corpus });
  checkRules(record);
  return record;
}

/** What holds for every record, whatever the blog. */
function checkRules({ posts, authors, tags, categories, series, redirects, resources }: BlogRecord): void {
  const isUnique = (names: readonly string[]): boolean => new Set(names).size === names.length;
  assert.ok(isUnique(posts.map(({ key }) => key)));
  assert.ok(isUnique(posts.map(({ language, slug }) => `${language} ${slug}`)));
  assert.ok(isUnique(posts.flatMap(({ path, aliases }) => [path, ...aliases])));
  assert.ok(isUnique(authors.map(({ slug }) => slug)) && isUnique(tags.map(({ slug }) => slug)));
  assert.ok(isUnique(authors.map(({ key }) => key)) && isUnique(categories.map(({ treePath }) => treePath)));
  assert.ok(isUnique(series.map(({ slug }) => slug)) && isUnique(redirects.map(({ path }) => path)));
  const known = {
    authors: new Set(authors.map(({ key }) => key)),
    tags: new Set(tags.map(({ slug }) => slug)),
  };
  for (const post of posts) {
    assert.ok(post.title.trim() === post.title && post.title !== '', post.key);
    assert.ok(
      post.authors.every((author) => known.authors.has(author)),
      post.key,
    );
    assert.ok(
      post.tags.every((tag) => known.tags.has(tag)),
      post.key,
    );
    assert.match(post.path, /^\/[^?#]*[^/?#]$/u);
  }
  for (const { parts } of series) {
    const positions = parts.map(({ position }) => position);
    assert.deepEqual(
      positions,
      [...new Set(positions)].toSorted((a, b) => a - b),
    );
  }
  assert.equal(resources.length, 0);
}

interface Expected {
  readonly posts: number;
  readonly authors: number;
  readonly tags: number;
  readonly series: readonly string[];
  readonly drafts?: number;
  readonly categories?: number;
  readonly translations?: number;
  readonly redirects?: number;
  readonly skipped?: number;
  readonly errors?: readonly string[];
}

const blogs: Readonly<Record<string, Expected>> = {
  'docusaurus-blogs/babel': { posts: 68, authors: 14, tags: 0, categories: 1, series: [] },
  'docusaurus-blogs/electron': { posts: 130, authors: 42, tags: 10, series: [] },
  'docusaurus-blogs/helm': {
    posts: 59,
    authors: 16,
    tags: 0,
    series: ['Helm 3 Preview: Charting Our Future: 1 2 3 4 5 6 7'],
  },
  'docusaurus-blogs/react-native': {
    posts: 94,
    authors: 84,
    tags: 11,
    series: ['React Native Monthly: 1 2 3 4 5 6'],
  },
  // Skipped: the pages of the sections.
  'otel-blog': { posts: 372, authors: 152, tags: 0, translations: 101, skipped: 30, series: [] },
  // Skipped: three sections, and a page that only names a template.
  'rust-blog': { posts: 750, authors: 143, tags: 0, skipped: 4, series: [] },
  '18f-blog': {
    posts: 509,
    authors: 273,
    tags: 142,
    redirects: 11,
    skipped: 1,
    series: [
      'Build empathy with stakeholder interviews: 1 2',
      'Buying better digital products: 1 2 3',
      'Introduction to remote moderated usability testing: 1 2',
      'Product management at 18F: 1 2 3 4',
      'Human-centered design for IT centralization: 1 2 3 4 5',
      'Building product management capacity in government: 1 2 3',
      'Areas for growth: 1 2',
      'Building capacities within a government agency to build and support a new case management system: 1 2',
      // The labels begin at part 2: the first has a longer title.
      'Senior executives: 1 2 3 4 5',
    ],
  },
  // Skipped: a README, the index, the list of all posts, and the page about copyright.
  'golang-blog': { posts: 274, authors: 90, tags: 138, redirects: 60, skipped: 4, series: [] },
  // Skipped: an empty file. One post is in French too.
  'devto-markdown': {
    posts: 36,
    drafts: 5,
    authors: 0,
    tags: 23,
    translations: 1,
    skipped: 1,
    series: [
      'ng-lite: 1 2',
      'swa-cli: 1 2',
      'Static Web Apps Tips & Tricks: 1',
      'Node.js for beginners: 1 2 3 4',
    ],
  },
  'flavours/astrowind': { posts: 6, authors: 1, tags: 9, categories: 2, skipped: 1, series: [] },
  // The error is a post with front matter in JavaScript, which never runs.
  'flavours/eleventy-base': {
    posts: 4,
    authors: 0,
    tags: 4,
    skipped: 2,
    series: [],
    errors: ['content/blog/fifthpost.md'],
  },
  'flavours/gatsby-starter': { posts: 3, authors: 0, tags: 0, series: [] },
  'flavours/hexo-unit-test': { posts: 15, authors: 0, tags: 3, categories: 3, skipped: 1, series: [] },
  'flavours/hugo-blowfish-lite': {
    posts: 8,
    authors: 0,
    tags: 2,
    categories: 2,
    translations: 4,
    series: [],
  },
  'flavours/hugo-congo-example': {
    posts: 82,
    drafts: 5,
    authors: 0,
    tags: 48,
    translations: 21,
    skipped: 20,
    series: [],
  },
  'flavours/jekyll-basically-basic': { posts: 25, authors: 0, tags: 49, categories: 18, series: [] },
  'flavours/jekyll-docs': { posts: 102, authors: 9, tags: 0, categories: 5, series: [] },
  'flavours/jekyll-test-source': {
    posts: 57,
    drafts: 1,
    authors: 0,
    tags: 11,
    categories: 9,
    skipped: 12,
    series: [],
  },
  'flavours/next-tailwind-starter': { posts: 11, drafts: 1, authors: 2, tags: 18, series: [] },
  // The error is front matter between TOML's fences that is no TOML.
  'flavours/remark-frontmatter': {
    posts: 33,
    authors: 0,
    tags: 0,
    series: [],
    errors: ['test/fixtures/custom-fence/input.md'],
  },
  'flavours/zola-test-site': {
    posts: 29,
    drafts: 1,
    authors: 5,
    tags: 2,
    categories: 1,
    translations: 3,
    skipped: 43,
    series: [],
  },
};

for (const [corpus, expected] of Object.entries(blogs)) {
  test(`reads ${corpus}`, options, async () => {
    const record = await read(corpus);
    const { posts, problems } = record;
    assert.deepEqual(
      {
        posts: posts.length,
        drafts: posts.filter(({ wanted }) => wanted === 'draft').length,
        authors: record.authors.length,
        tags: record.tags.length,
        categories: record.categories.length,
        translations: new Set(posts.map((post) => post.translationKey).filter((key) => key !== null)).size,
        redirects: record.redirects.length,
        skipped: record.skipped.length,
        errors: problems.filter(({ severity }) => severity === 'error').map(({ file }) => file),
        series: record.series.map(
          ({ title, parts }) => `${title}: ${parts.map(({ position }) => position).join(' ')}`,
        ),
      },
      { drafts: 0, categories: 0, translations: 0, redirects: 0, skipped: 0, errors: [], ...expected },
    );
  });
}

test('reads a folder of posts as it reads the site around it', options, async () => {
  for (const [corpus, folder] of [
    ['18f-blog', 'content/posts'],
    ['golang-blog', '_content/blog'],
  ] as const) {
    const [site, posts] = [await read(corpus), await read(`${corpus}/${folder}`)];
    const facts = (record: BlogRecord): unknown =>
      record.posts.map(({ slug, title, publishedAt, tags }) => [slug, title, publishedAt, tags]);
    assert.deepEqual(facts(posts), facts(site));
  }
});

test('reads many blogs in one folder', options, async () => {
  for (const folder of ['docusaurus-blogs', 'flavours']) assert.ok((await read(folder)).posts.length > 300);
});
