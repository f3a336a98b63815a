import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBody } from '../../../src/domain/render-body.ts';
import { readWxr } from './read-wxr.ts';
import { item, wxr } from './wxr-text.ts';

/** The Markdown of a content. */
async function markdownOf(
  content: string,
  meta: readonly (readonly [string, string])[] = [],
): Promise<string> {
  const { post } = await readWxr(wxr(item({ content, meta })));
  return post(1).markdown.trim();
}

test('the classic editor: blank lines are paragraphs, line breaks are kept, code is left alone', async () => {
  const markdown = await markdownOf(
    'First line\nsecond line.\r\n\r\n<h2>Head</h2>\nText.\n<pre>a\n\n  b</pre>\n<ul>\n<li>x</li>\n</ul>\nhttps://video.example/watch',
  );
  assert.match(markdown, /^First line(?:\\| {2})\nsecond line\.\n\n## Head\n\nText\.\n\n/);
  assert.match(markdown, /```\na\n\n {2}b\n```/);
  assert.match(markdown, /^[-*] x$/m);
  assert.match(
    markdown,
    /<https:\/\/video\.example\/watch>|\[https:\/\/video\.example\/watch\]|^https:\/\/video\.example\/watch$/m,
  );
});

test('blocks: no marks stay; tables, code with its language, embeds as links, footnotes, the more-mark', async () => {
  const markdown = await markdownOf(
    `<!-- wp:paragraph {"dropCap":true} -->
<p>Hello <sup data-fn="f1" class="fn"><a href="#f1" id="f1-link">1</a></sup></p>
<!-- /wp:paragraph -->
<!-- wp:more --><!--more--><!-- /wp:more -->
<!-- wp:table --><figure class="wp-block-table"><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></figure><!-- /wp:table -->
<!-- wp:code {"language":"go"} --><pre class="wp-block-code"><code>x := 1</code></pre><!-- /wp:code -->
<!-- wp:embed {"url":"https://www.youtube.com/watch?v=abc","type":"video"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
https://www.youtube.com/watch?v=abc
</div></figure><!-- /wp:embed -->
<!-- wp:latest-posts /-->
<!-- wp:footnotes /-->`,
    [['footnotes', '[{"content":"The note.","id":"f1"}]']],
  );
  assert.doesNotMatch(markdown, /wp:/);
  assert.match(markdown, /<!--more-->/);
  assert.match(markdown, /\| a\s+\| b\s+\|/);
  assert.match(markdown, /```go\nx := 1\n```/);
  assert.match(markdown, /youtube\.com\/watch\?v=abc/);
  assert.match(markdown, /The note\./);
});

test('shortcodes: captions, code, embeds; unknown ones go, their text stays, and they are told once', async () => {
  const content = `[caption id="attachment_5" align="left" width="300"]<img src="https://blog.example/a.jpg" alt="A"> A caption[/caption]

[sourcecode language="php"]if (a[0] &lt; 1) {}[/sourcecode]

[youtube https://www.youtube.com/watch?v=abc&amp;w=640]

[box color="red"]Kept.[/box] [sic] [[escaped]]`;
  const { post, said } = await readWxr(
    wxr(item({ content }) + item({ id: 2, content: '[box color="blue"]Too.[/box]' })),
  );
  const { markdown } = post(1);
  assert.match(markdown, /A caption/);
  assert.match(markdown, /```php\nif \(a\[0\] < 1\) \{\}\n```/);
  assert.match(markdown, /youtube\.com\/watch\?v=abc/);
  assert.match(markdown, /Kept\./);
  assert.match(markdown, /\[sic\]/);
  assert.doesNotMatch(markdown, /\[\/?box|caption id/);
  assert.deepEqual(said, [
    'warning: 2 posts have a shortcode or block that is not known ([box]): “Post 1”, “Post 2”',
  ]);
});

test('links written as in Markdown are no shortcodes', async () => {
  const written = 'See ![img](a.png), [audio](b.mp3) and [ref]: https://c.example/';
  const { text } = await renderBody(await markdownOf(written));
  assert.equal(text, written);
});

test('scripts and addresses that run do not come along', async () => {
  const markdown = await markdownOf(
    '<script>alert(1)</script><p onclick="x()">Text <a href="javascript:alert(1)">a</a></p><!-- wp:html --><iframe src="https://evil.example/x"></iframe><!-- /wp:html -->',
  );
  const { html } = await renderBody(markdown);
  assert.doesNotMatch(html, /<script|onclick|javascript:|<iframe/);
  assert.match(html, /Text/);
});

test('shortcodes that only say how text looks are understood', async () => {
  const { post, said } = await readWxr(
    wxr(
      item({
        content:
          '[dropcap]T[/dropcap]his [highlight]is[/highlight] [b]it[/b] [latex]x_1[/latex] $latex y^2$.\n\n[quote author="Me"]Said[/quote]\n\n[divider][clear][note title="Mind"]Noted[/note]\n\n[highlight lang="go"]x := 1[/highlight]',
      }),
    ),
  );
  assert.equal(
    post(1).markdown.trim(),
    'This <mark>is</mark> **it** `x_1` `y^2`.\n\n> Said\n>\n> <cite>Me</cite>\n\n---\n\n**Mind**\n\nNoted\n\n```go\nx := 1\n```',
  );
  assert.deepEqual(said, []);
});

test('shortcodes of WordPress.com and players of old are links', async () => {
  const markdown = await markdownOf(
    '[slideshare id=5342&doc=a-b-c]\n\n[bandcamp album=21 size=large]\n\n[polldaddy poll=51]\n\n[audio https://a.example/a.mp3|titles=My Song]\n\n[img]https://a.example/i.png[/img]\n\n[gigya src="https://a.example/x" width="4"]',
  );
  assert.deepEqual(markdown.split('\n\n'), [
    '<https://www.slideshare.net/slideshow/embed_code/5342>',
    '<https://bandcamp.com/EmbeddedPlayer/album=21>',
    '<https://poll.fm/51>',
    '<https://a.example/a.mp3>',
    '![](https://a.example/i.png)',
    '<https://a.example/x>',
  ]);
});
