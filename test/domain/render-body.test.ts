import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBody } from '../../src/domain/render-body.ts';

const html = async (markdown: string): Promise<string> => (await renderBody(markdown)).html;

test('CommonMark and GFM', async () => {
  const cases: readonly (readonly [markdown: string, html: string])[] = [
    ['*a* **b** `c`', '<p><em>a</em> <strong>b</strong> <code>c</code></p>'],
    ['a  \nb', '<p>a<br>\nb</p>'],
    [
      '[x](/y "t") <https://a.b>',
      '<p><a href="/y" title="t">x</a> <a href="https://a.b">https://a.b</a></p>',
    ],
    ['> q', '<blockquote>\n<p>q</p>\n</blockquote>'],
    ['3. c', '<ol start="3">\n<li>c</li>\n</ol>'],
    ['~~s~~ www.a.de', '<p><del>s</del> <a href="http://www.a.de">www.a.de</a></p>'],
    ['***', '<hr>'],
    ['1 < 2 & 3', '<p>1 &lt; 2 &amp; 3</p>'],
    ['', ''],
  ];
  for (const [markdown, expected] of cases) assert.equal(await html(markdown), expected, markdown);
  assert.match(
    await html('|a|b|\n|-|:-:|\n|1|2|'),
    /<th align="center">b<\/th>[^]*<td align="center">2<\/td>/,
  );
  assert.match(
    await html('- [x] done'),
    /<li class="task-list-item"><input type="checkbox" checked disabled> done/,
  );
});

test('raw HTML stays where it is harmless', async () => {
  const body = '<details><summary>More</summary>\n\n**in** H<sub>2</sub>O <kbd>K</kbd>\n\n</details>';
  const out = await html(body);
  assert.match(
    out,
    /<details><summary>More<\/summary>\s*<p><strong>in<\/strong> H<sub>2<\/sub>O <kbd>K<\/kbd><\/p>/,
  );
});

test('Windows line ends, NUL and lone surrogates are read as text', async () => {
  assert.equal(await html('a\r\n\r\nb\0\ud800'), '<p>a</p>\n<p>b\ufffd\ufffd</p>');
});

test('footnotes lead there and back', async () => {
  const { html: out, toc, text } = await renderBody('Fact[^n].\n\n[^n]: Source.');
  for (const [, target = ''] of out.matchAll(/href="#([^"]+)"/g))
    assert.ok(out.includes(`id="${target}"`), target);
  assert.equal(Array.from(out.matchAll(/href="#/g)).length, 2);
  assert.equal(text, 'Fact.\nSource.');
  assert.deepEqual(toc, []);
});

test("GitHub's alerts become boxes", async () => {
  const out = await html('> [!WARNING]\n> Mind *this*.');
  assert.match(
    out,
    /<aside class="admonition admonition-warning">[^]*Warning[^]*<p>Mind <em>this<\/em>\.<\/p>[^]*<\/aside>/,
  );
  assert.doesNotMatch(out, /\[!/);
  assert.match(await html('> [!FOO] x'), /<blockquote>[^]*\[!FOO\] x/);
});

test('code is highlighted with classes, in a language that is known', async () => {
  const out = await html('```rust,ignore title="x"\nfn main() {} // <b>\n```');
  assert.match(out, /^<pre><code class="language-rust"><span class="hl-keyword">fn<\/span> /);
  assert.match(out, /<span class="hl-comment">\/\/ &lt;b><\/span>/);
  assert.doesNotMatch(out, /style=/);
  assert.equal(
    await html('```nosuch\na <b\n```'),
    '<pre><code class="language-nosuch">a &lt;b\n</code></pre>',
  );
  assert.equal(await html('```\na\n```'), '<pre><code>a\n</code></pre>');
  assert.equal(
    await html('```constructor\na\n```'),
    '<pre><code class="language-constructor">a\n</code></pre>',
  );
});

test('very long code stays plain', async () => {
  const long = await html(`\`\`\`js\n${'const a = 1;\n'.repeat(5000)}\`\`\``);
  assert.doesNotMatch(long, /<span/);
  const line = await html(`\`\`\`js\nconst b = 2;\nconst a = '${'x'.repeat(5000)}';\n\`\`\``);
  assert.match(line, /<span class="hl-keyword">const<\/span>[^]*\nconst a = 'xxx/);
});

test('addresses are rewritten, collected and load late', async () => {
  const seen: [string, string][] = [];
  const {
    html: out,
    images,
    links,
  } = await renderBody(
    '![a](my%20pic.png) <img src="b.png" srcset="c.png 2x" width="20"> [d](../d.md) [e](#e) [f]\n\n[f]: https://f.g/é',
    {
      rewriteUrl: (url, what) => {
        seen.push([url, what]);
        return url.startsWith('http') || url.startsWith('#') ? url : `/media/${url}`;
      },
    },
  );
  assert.deepEqual(seen, [
    ['my pic.png', 'image'],
    ['b.png', 'image'],
    ['../d.md', 'link'],
    ['#e', 'link'],
    ['https://f.g/é', 'link'],
  ]);
  assert.deepEqual(images, ['/media/my pic.png', '/media/b.png']);
  assert.deepEqual(links, ['/media/../d.md', 'https://f.g/%C3%A9']);
  assert.match(out, /<img src="\/media\/b\.png" alt="" width="20" loading="lazy" decoding="async">/);
  assert.doesNotMatch(out, /srcset/);
});

test('a rewriter cannot bring in what the sanitiser forbids', async () => {
  const { html: out, links } = await renderBody('[x](y)', { rewriteUrl: () => 'javascript:alert(1)' });
  assert.equal(out, '<p><a>x</a></p>');
  assert.deepEqual(links, []);
});

test('frames and players become links', async () => {
  const out = await html(
    '<iframe src="https://www.youtube-nocookie.com/embed/abc" title="Talk"></iframe>\n\n' +
      '<video controls><source src="/demo.mp4">no video</video>\n\n<iframe src="/own"></iframe><embed src="javascript:x">',
  );
  assert.match(out, /<a href="https:\/\/www\.youtube\.com\/watch\?v=abc">Talk<\/a>/);
  assert.match(out, /<a href="\/demo\.mp4">\/demo\.mp4<\/a>/);
  assert.doesNotMatch(out, /iframe|video>|embed src|own|javascript|no video/);
});

test('scripts that write a text of another site become links, all others go', async () => {
  const out = await html(
    'Code:\n<script src="https://gist.github.com/me/12.js?file=a.rb"></script>\n\n' +
      'See <script src="https://asciinema.org/a/14.js" async></script>\n\n' +
      '<script src="//jsfiddle.net/me/abc/embed/js,result/"></script>\n\n' +
      '<script class="speakerdeck-embed" data-id="ab12" src="//speakerdeck.com/assets/embed.js"></script>\n\n' +
      '<script src="https://emgithub.com/embed-v2.js?style=x&target=https%3A%2F%2Fgithub.com%2Fme%2Fx.c%23L1"></script>\n\n' +
      '<script>alert(1)</script><script src="https://evil.example/gist.github.com/me/1.js"></script>',
  );
  const pages = [
    'https://gist.github.com/me/12',
    'https://asciinema.org/a/14',
    'https://jsfiddle.net/me/abc',
  ];
  assert.deepEqual(
    [...out.matchAll(/href="([^"]*)"/g)].map(([, url]) => url),
    [...pages, 'https://speakerdeck.com/player/ab12', 'https://github.com/me/x.c#L1'],
  );
  assert.doesNotMatch(out, /script|alert|evil/);
});

test('plain text has a line a block, with code and tables, without marks', async () => {
  const { text } = await renderBody(
    '# T\n\nOne *two*\nthree ![pic](p.png).\n\n- a\n- b\n\n|x|y|\n|-|-|\n|1|2|\n\n```js\nf( a );\n  g();\n```\n\n<!-- c -->',
  );
  assert.equal(text, 'T\nOne two three .\na\nb\nx y\n1 2\nf( a );\n  g();');
});

test('the same body renders the same, whatever was rendered before', async () => {
  const body = '# A\n\n```go\nfunc f() {}\n```\n\n# A\n\n[^1]\n\n[^1]: x';
  const first = await renderBody(body);
  await renderBody('# A\n\n```ts\nlet a = 1\n```');
  assert.deepEqual(await renderBody(body), first);
});
