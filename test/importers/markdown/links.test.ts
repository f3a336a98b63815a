import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writtenLinks } from '../../../src/importers/links/written-links.ts';
import { leastCpuMs } from '../../support/cpu-time.ts';
import { blogOf, told } from '../blog-folder.ts';
import type { Files } from '../blog-folder.ts';

const site = {
  'hugo.toml': 'baseURL = "https://blog.example/"\ntitle = "Blog"\n[permalinks]\nposts = "/blog/:slug/"\n',
};
const target = [
  '---',
  'title: Target',
  'date: 2024-03-19',
  'aliases: [/old/target/]',
  '---',
  '',
  "## What's new",
  '',
  'Text.',
];

const files = (body: string, others: Files = {}): Files => ({
  ...site,
  'content/posts/target.md': target,
  'content/posts/other.md': ['---', 'title: Other', 'date: 2024-04-01', '---', '', 'Text.'],
  'content/posts/here.md': ['---', 'title: Here', 'date: 2024-05-01', '---', '', body],
  ...others,
});

/** Every way to name the target, and what becomes of it. */
const ways: Readonly<Record<string, string>> = {
  'a path': '[a](/blog/target)',
  'a path with a slash': '[a](/blog/target/)',
  'a path with an ending': '[a](/blog/target.html)',
  'an index': '[a](/blog/target/index.html)',
  'an alias': '[a](/old/target)',
  'an old pattern with its date': '[a](/2024/03/19/target/)',
  'an old folder and year': '[a](/posts/2024/target.html)',
  'an absolute address': '[a](https://blog.example/blog/target/)',
  'an absolute address with www and http': '[a](http://www.blog.example/old/target)',
  'a file beside it': '[a](target.md)',
  'a file from the top': '[a](/content/posts/target.md)',
  'a relative address': '[a](../target/)',
  'a bare relative address': '[a](target)',
  Zola: '[a](@/posts/target.md)',
  Docusaurus: '[a](@site/content/posts/target.md)',
  'Hugo ref': '[a]({{< ref "target.md" >}})',
  'Hugo relref': '[a]({{% relref "posts/target" %}})',
  'Jekyll link': '[a]({% link content/posts/target.md %})',
  'Jekyll baseurl': '[a]({{ site.baseurl }}/blog/target/)',
  'a filter': '[a]({{ "/old/target/" | url }})',
  'angle brackets': '[a](</old/target>)',
};
for (const [way, written] of Object.entries(ways)) {
  test(`a link by ${way} leads to the post`, async (t) => {
    const { posts, problems } = await blogOf(t, files(`See ${written} here.`));
    const text = posts.find(({ slug }) => slug === 'here')?.markdown.trim();
    assert.match(text ?? '', /^See \[a\]\(<?\/blog\/target>?\) here\.$/);
    assert.deepEqual(told(problems), []);
  });
}

test('titles, references, attributes, fragments and addresses in angle brackets', async (t) => {
  const body = [
    '[a](/old/target "A title") and [b][1], [c](./target.md#what-s-new)',
    '<a class="x" href=\'/old/target\'>d</a> <https://blog.example/old/target>',
    '',
    '[1]: <./target.md> "Title"',
  ].join('\n');
  const { posts, problems } = await blogOf(t, files(body));
  assert.equal(
    posts.find(({ slug }) => slug === 'here')?.markdown.trim(),
    [
      '[a](/blog/target "A title") and [b][1], [c](/blog/target#whats-new)',
      '<a class="x" href=\'/blog/target\'>d</a> [https://blog.example/old/target](/blog/target)',
      '',
      '[1]: </blog/target> "Title"',
    ].join('\n'),
  );
  assert.deepEqual(told(problems), []);
});

test('what is code, and what leads elsewhere, stays as it is and is never dead', async (t) => {
  const body = [
    '`[a](gone.md)` [b](/about) [c](/pricing/plans) [d](mailto:a@b.example) [e](https://other.example/blog/gone)',
    '[f](/blog/feed.xml) [g](/blog/tags/x) [h](/blog/page/2) [i](/blog/2024/) [j](/blog/) [k](#top) [l](../../docs/x.md)',
    '',
    '```',
    '[m](/blog/gone) {% post_url gone %}',
    '```',
    '',
    '{% raw %}[n](/blog/gone-too){% endraw %} <pre>[o](gone.md)</pre>',
  ].join('\n');
  const { posts, problems } = await blogOf(t, files(body));
  assert.equal(posts.find(({ slug }) => slug === 'here')?.markdown.trim(), body);
  assert.deepEqual(told(problems), []);
});

test('dead links are told with their line, once each', async (t) => {
  const body = [
    '[a](gone.md) [b](/blog/gone) [again](/blog/gone)',
    '[c]({{< ref "gone" >}})',
    '[d](#nothing) [e](/blog/target#nothing)',
    '[f](https://blog.example/2023/01/02/gone-too/)',
  ].join('\n');
  const { problems } = await blogOf(t, files(body));
  const dead = (line: number, address: string): string =>
    `warning content/posts/here.md:${line} the link to "${address}" leads nowhere`;
  assert.deepEqual(told(problems), [
    dead(6, 'gone.md'),
    dead(6, '/blog/gone'),
    dead(7, 'gone'),
    dead(8, '#nothing'),
    dead(8, '/blog/target#nothing'),
    dead(9, 'https://blog.example/2023/01/02/gone-too/'),
  ]);
});

test('of very many dead links the first hundred are told, and how many more there are', async (t) => {
  const body = Array.from({ length: 130 }, (_, index) => `[a](/blog/gone-${index})`).join('\n');
  const { problems } = await blogOf(t, files(body));
  assert.equal(problems.length, 101);
  assert.match(told(problems)[0]!, /^warning \.: 30 more dead links, in 1 file, were not listed$/);
});

test('a blog that does not say where it stands is known by the addresses of its posts', async (t) => {
  const post = (title: string, body: string) => [
    '---',
    `title: ${title}`,
    'date: 2024-01-01',
    '---',
    '',
    body,
  ];
  const { posts } = await blogOf(t, {
    'posts/one.md': post('One', 'https://me.example/blog/two and [b](https://me.example/blog/three/#x)'),
    'posts/two.md': post('Two', '[a](https://me.example/blog/one)'),
    'posts/three.md': post('Three', '[a](https://me.example/blog/one/)\n\n## x'),
  });
  const markdown = (slug: string) => posts.find((each) => each.slug === slug)?.markdown.trim();
  assert.equal(markdown('two'), '[a](/blog/one)');
  assert.equal(markdown('one'), 'https://me.example/blog/two and [b](/blog/three#x)');
});

test('links are found in linear time', async () => {
  const hostile = ['](', '](((', '[a]: ', '{% link ', '{{< ref "', 'href="', '<https://', '[[', '{{'].map(
    (text) => text.repeat(Math.ceil(100_000 / text.length)),
  );
  for (const text of hostile) {
    assert.ok((await leastCpuMs(() => writtenLinks(text), 2)) < 400, text.slice(0, 10));
  }
});
