/** Exports in WordPress's format that other programs write, and what plugins keep beside the text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWxr } from './read-wxr.ts';
import { attachment, category, item, wxr } from './wxr-text.ts';

test('Squarespace: addresses with slashes, captions that are ids, a category of nothing', async () => {
  const id = '0123456789abcdef01234567';
  const { categories, post } = await readWxr(
    wxr(
      category('null-null', 'null - null') +
        item({
          id: 1,
          slug: '2020/1/first-words',
          link: '/blog/2020/1/first-words',
          content: '<p>See <a href="/blog/2020/1/second">there</a>.</p>',
          terms: [['category', 'null-null', 'null - null']],
          meta: [['_thumbnail_id', '5']],
        }) +
        item({ id: 2, slug: '2020/1/second', link: '/blog/2020/1/second' }) +
        item({ id: 3, slug: '', title: 'Begun', link: '/blog/null', status: 'draft' }) +
        attachment(5, { content: `img-${id}`, excerpt: `exc-${id}` }),
    ),
  );
  const { slug, path, aliases, cover, markdown } = post(1);
  assert.deepEqual([slug, path], ['first-words', '/blog/first-words']);
  assert.ok(aliases.includes('/blog/2020/1/first-words'));
  assert.equal(cover?.caption, null);
  assert.equal(markdown.trim(), 'See [there](/blog/second).');
  assert.deepEqual(categories, []);
  assert.deepEqual([post(3).slug, post(3).aliases], ['begun', []]);
});

test('the page that a post is about is a link below the text, unless the text names it', async () => {
  const { post } = await readWxr(
    wxr(
      item({ id: 1, content: 'Well said.', meta: [['passthrough_url', 'https://other.example/a?b=1&c=2']] }) +
        item({
          id: 2,
          content: 'See <a href="http://other.example/a">there</a>.',
          meta: [['_links_to', 'https://other.example/a/']],
        }) +
        item({
          id: 3,
          content: 'A film.',
          meta: [
            ['_format_video_embed', '<iframe width="4" src="https://player.example/v?a=1&amp;b=2"></iframe>'],
            ['_format_audio_embed', ''],
            ['_format_link_url', 'javascript:alert(1)'],
          ],
        }),
    ),
  );
  assert.equal(post(1).markdown.trim(), 'Well said.\n\n<https://other.example/a?b=1&c=2>');
  assert.equal(post(2).markdown.trim(), 'See [there](http://other.example/a).');
  assert.equal(post(3).markdown.trim(), 'A film.\n\n<https://player.example/v?a=1&b=2>');
});

test('Markdown that a plugin left in a post is read as such; what it rendered is not', async () => {
  const written = `See [the map](https://a.example/x_y_z).

* one \`*\` sign
* two

\`\`\`sh
ls *.txt

ls <dir>
\`\`\`

<!--more-->

[gallery ids="5"]`;
  const rendered =
    'See <a href="https://a.example/x_y_z">it</a>: 2 * 3, <code>[a](https://a.example/)</code>.';
  const plain = '* none of this is marked: **so**';
  const { post } = await readWxr(
    wxr(
      item({ id: 1, content: written, meta: [['_wpcom_is_markdown', '1']] }) +
        item({ id: 2, content: rendered, meta: [['_wpcom_is_markdown', '1']] }) +
        item({ id: 3, content: plain }) +
        item({ id: 4, content: plain, meta: [['_tc_post_format', 'markdown']] }) +
        attachment(5),
    ),
  );
  assert.equal(
    post(1).markdown.replace(/<img .*/, '(picture)'),
    'See [the map](https://a.example/x_y_z).\n\n- one `*` sign\n- two\n\n```sh\nls *.txt\n\nls <dir>\n```\n\n<!--more-->\n\n(picture)',
  );
  assert.equal(post(2).markdown, 'See [it](https://a.example/x_y_z): 2 \\* 3, `[a](https://a.example/)`.');
  assert.equal(post(3).markdown, '\\* none of this is marked: \\*\\*so\\*\\*');
  assert.equal(post(4).markdown, '- none of this is marked: **so**');
});
