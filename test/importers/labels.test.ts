/**
 * Two real blogs compared with what another parser read, file by file; every difference has its reason here.
 * They are in a folder `corpora` in `shared`, beside the project, where they are at hand.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readMarkdownBlog } from '../../src/importers/markdown/read-blog.ts';
import { plainText } from '../../src/importers/text/plain-text.ts';

const corpora = join(import.meta.dirname, '../../../shared/corpora');
const options = { skip: existsSync(corpora) ? false : 'there is no ../shared/corpora here' };

interface Label {
  readonly title: string | null;
  readonly date: string | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
}

/** Files whose authors or tags the labels have otherwise, or that they have beside the posts. */
const reasons: Readonly<
  Record<
    string,
    { readonly folder: string; readonly absent: readonly string[]; readonly unlabelled: readonly string[] }
  >
> = {
  // Its YAML has a tab, at which the labels' parser gave up.
  '18f-blog': {
    folder: 'content/posts/',
    absent: [],
    unlabelled: [
      '2016-05-19-content-debt-what-it-is-where-to-find-it-and-how-to-prevent-it-in-the-first-place.md',
    ],
  },
  // No posts: the labels have neither title nor date for them, or the title of a list.
  'golang-blog': { folder: '_content/blog/', absent: ['README.md', 'all.md', 'index.md'], unlabelled: [] },
};

for (const [corpus, { folder, absent, unlabelled }] of Object.entries(reasons)) {
  test(`agrees with the labels of ${corpus}`, options, async () => {
    const { record } = await readMarkdownBlog(join(corpora, corpus), { source: corpus });
    const labels = readLabels(corpus);
    const posts = new Map(record.posts.map((post) => [post.key.slice(folder.length), post]));
    const tagNames = new Map(record.tags.map(({ slug, name }) => [slug, name.toLowerCase()]));
    const authorNames = new Map(record.authors.map(({ key, name }) => [key, name]));
    assert.deepEqual(
      [...labels.keys()].filter((key) => !posts.has(key)),
      absent,
    );
    assert.deepEqual(
      [...posts.keys()].filter((key) => !labels.has(key)),
      [],
    );
    for (const [key, post] of posts) {
      const label = labels.get(key);
      if (!label || unlabelled.includes(key)) continue;
      // Titles are plain text here: entities, tags and odd blanks are gone.
      assert.equal(post.title, plainText(label.title ?? ''), key);
      assert.equal(post.publishedAt?.toISOString().slice(0, 10), label.date ?? undefined, key);
      // A tag has one spelling, the most frequent.
      assert.deepEqual(
        post.tags.map((tag) => tagNames.get(tag)),
        label.tags.map((tag) => tag.toLowerCase()),
        key,
      );
      checkAuthors(
        post.authors.map((author) => authorNames.get(author) ?? ''),
        label.authors,
        key,
      );
    }
  });
}

function readLabels(corpus: string): Map<string, Label> {
  const text = readFileSync(join(corpora, 'labels', corpus, 'posts.json'), 'utf8');
  const labels = JSON.parse(text) as Record<string, Label>;
  return new Map(Object.entries(labels));
}

/**
 * Labels hold bylines as written. Here they are people: "Russ Cox, for the Go team" is Russ Cox, "A and B" are two,
 * "A (Acme)" is A, and "The Go team" is "The Go Team".
 */
function checkAuthors(names: readonly string[], written: readonly string[], key: string): void {
  const byline = written.join(', ').toLowerCase();
  assert.ok(names.length >= written.length, key);
  const rest = names.reduce((left, name) => {
    assert.ok(left.includes(name.toLowerCase()), `${key}: ${name} in ${byline}`);
    return left.replace(name.toLowerCase(), '');
  }, byline);
  const leftOver = rest.replace(
    /,? (?:for|on behalf of) the go (?:security )?team|\((?:geomys|google)\)|and contributors|updated by|(?:july|may) \d{4}|\band\b|[&,;\s]/g,
    '',
  );
  assert.equal(leftOver, '', key);
}
