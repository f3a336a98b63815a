/** HTML as Markdown: what the Markdown is, and that rendering it shows what the HTML showed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStoredHtml, sanitiseBody } from '../../../src/domain/body-tree.ts';
import { blockText } from '../../../src/domain/plain-text.ts';
import { renderBody } from '../../../src/domain/render-body.ts';
import { htmlToMarkdown } from '../../../src/importers/foreign/html-to-markdown.ts';

type Case = readonly [html: string, markdown: string];

const textOf = (html: string): string => blockText(sanitiseBody(readStoredHtml(html))).replace(/\s+/g, '');

/** Each says the same when rendered, but for what `changed` says is left out on purpose. */
async function assertCases(cases: readonly Case[], changed = false): Promise<void> {
  for (const [html, expected] of cases) {
    const markdown = htmlToMarkdown(html);
    assert.equal(markdown, expected, html);
    const { html: rendered } = await renderBody(markdown);
    if (!changed) assert.equal(textOf(rendered), textOf(html), html);
    assert.equal(textOf((await renderBody(htmlToMarkdown(rendered))).html), textOf(rendered), rendered);
  }
}

test('running text', async () => {
  await assertCases([
    ['<p>a <b>b</b> <i>c</i> <s>d</s> <code>e</code></p>', 'a **b** *c* ~~d~~ `e`'],
    ['<p><b>a </b><i> b</i></p>', '**a** *b*'],
    ['<p><b>a</b><strong>b</strong><code>c</code><code>d</code></p>', '**ab**`cd`'],
    ['<p><b><strong>a</strong></b><em></em><strong> </strong></p>', '**a**'],
    ['<p>un<em>frigging</em>believable</p>', 'un*frigging*believable'],
    ['<p>日本<strong>「語」</strong>です</p>', '日本<strong>「語」</strong>です'],
    [
      '<p>H<sub>2</sub>O <kbd>Ctrl</kbd> <mark>m</mark> <ins>i</ins> <abbr title="T">A</abbr> <q>q</q></p>',
      'H<sub>2</sub>O <kbd>Ctrl</kbd> <mark>m</mark> <ins>i</ins> <abbr title="T">A</abbr> <q>q</q>',
    ],
    ['<ul><li><mark>m</mark> n</li></ul>', '- <mark>m</mark> n'],
    ['<p><code>a <a href="/l">b</a></code></p>', '<code>a [b](/l)</code>'],
    ['<p>a<br>b<br><br>c</p>', 'a\\\nb\n\nc'],
    ['loose <b>text</b><div>in</div>more<br><br>end', 'loose **text**\n\nin\n\nmore\n\nend'],
    ['<h2>x<br>y</h2><h3></h3><p>&nbsp;</p>', '## x<br>y'],
    ['<p>&copy; &amp;amp; &lt;b&gt; &#128512;</p>', '© \\&amp; \\<b> 😀'],
    ['<span style="color:red">a</span><font face="x">b</font>', 'ab'],
  ]);
});

test('what looks like Markdown, a template or a component is escaped', async () => {
  const texts = [
    '* a',
    '# a',
    '1. a',
    '- a',
    '> a',
    '---',
    '=== a',
    '~~~',
    '```',
    '[x](y) ![x](y) [x]: y [^1]',
    '*a* _b_ `c` ~~d~~ \\ \\* a\\',
    '| a | b |',
    '&amp;lt; &lt;b&gt; &lt;Foo bar={1}&gt;',
    '{{ x }} {% raw %} {{&lt; figure &gt;}} {{% x %}} {# x #} {/* x */}',
    '{: .a} {#id} {.a} x{width="3"} { } {}',
    ':::note',
    'Term<br>: defined',
    'import x from "y"',
    'export default x',
    '.image a.png',
    '&lt;!-- more --&gt;',
  ];
  for (const text of texts) {
    const html = `<p>${text}</p>`;
    assert.equal(textOf((await renderBody(htmlToMarkdown(html))).html), textOf(html), text);
    const cell = `<table><tr><td colspan="2">${text}</td></tr></table>`;
    assert.equal(textOf((await renderBody(htmlToMarkdown(cell))).html), textOf(cell), text);
  }
});

test('lists', async () => {
  await assertCases([
    ['<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>', '- a\n  - b\n  - c\n- d'],
    ['<ol start="3"><li><p>a</p><p>b</p></li><li>c</li></ol>', '3. a\n\n   b\n\n4. c'],
    ['<ol reversed><li>a</li></ol>', '<ol reversed>\n<li>a</li>\n</ol>'],
    ['<ul><li><input type="checkbox" checked disabled> a</li></ul>', '- [x] a'],
    ['<dl><dt>T</dt><dd>D <em>x</em></dd></dl>', '<dl>\n<dt>T</dt>\n<dd>D <em>x</em></dd>\n</dl>'],
    [
      '<ul><li>a<pre><code class="language-sh">b\n\nc</code></pre></li></ul>',
      '- a\n  ```sh\n  b\n\n  c\n  ```',
    ],
  ]);
});

test('tables', async () => {
  await assertCases([
    [
      '<table><thead><tr><th align="right">A</th><th>B</th></tr></thead><tbody><tr><td>1<br>2</td><td><p>x|y</p></td></tr></tbody></table>',
      '|      A | B    |\n| -----: | ---- |\n| 1<br>2 | x\\|y |',
    ],
    [
      '<table><caption>C</caption><tr><th>A</th></tr><tr><td>1</td></tr></table>',
      '<table>\n<caption>C</caption>\n<tbody>\n<tr>\n<th>A</th>\n</tr>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>',
    ],
    [
      '<table><tr><td colspan="2">{{x}}</td></tr><tr><td><pre>a\n\n`b`</pre></td><td><ul><li>c</li></ul></td></tr></table>',
      [
        '<table>\n<tbody>\n<tr>\n<td colspan="2">&#123;&#123;x}}</td>\n</tr>\n<tr>',
        '<td><pre><code>a&#10;\n&#96;b&#96;</code></pre></td>\n<td><ul>\n<li>c</li>\n</ul></td>\n</tr>\n</tbody>\n</table>',
      ].join('\n'),
    ],
    ['<table><tr><td><p>Layout</p><p>only</p></td></tr></table>', 'Layout\n\nonly'],
  ]);
});

test('images, captions and galleries', async () => {
  const captioned =
    '<figure>\n<img src="/a.png" alt="A">\n<figcaption>One <a href="/x">x</a></figcaption>\n</figure>';
  await assertCases([
    ['<figure><img src="/a.png" alt="A"></figure>', '![A](/a.png)'],
    [captioned, captioned],
    [
      `<figure class="wp-block-gallery"><ul><li>${captioned}</li><li><figure><img src="/b.png"></figure></li></ul></figure>`,
      `${captioned}\n\n![](/b.png)`,
    ],
    ['<a href="/x"><img src="/a.png" alt="A" title="T" width="3" height="4"></a>', '[![A](/a.png "T")](/x)'],
    [
      '<a href="/x"><figure><img src="/a.png" alt="A"><figcaption>C</figcaption></figure></a>',
      '<a href="/x">\n<figure>\n<img src="/a.png" alt="A">\n<figcaption>C</figcaption>\n</figure>\n</a>',
    ],
  ]);
  await assertCases(
    [
      [
        '<img data-src="/l.png" src="data:image/gif;base64,R0" alt="L"><noscript><img src="/l.png"></noscript>',
        '![L](/l.png)',
      ],
      [
        '<noscript><img src="/a.png"></noscript><p>x</p><noscript><img src="/b.png"></noscript>',
        '![](/a.png)\n\nx\n\n![](/b.png)',
      ],
      ['<img srcset="/s.png 300w, /l.png 900w" alt="S">', '![S](/l.png)'],
      [
        '<p>a <img class="wp-smiley" alt="🙂" src="https://s.example/x.svg"><img src="/p.gif" width="1" height="1"></p>',
        'a 🙂',
      ],
    ],
    true,
  );
});

test('code, whatever coloured it', async () => {
  await assertCases([
    [
      '<pre class="language-js"><code><span class="k">let</span> a = &lt;b&gt;;\n</code></pre>',
      '```js\nlet a = <b>;\n```',
    ],
    ['<div class="highlight highlight-source-ruby"><pre>a</pre></div>', '```ruby\na\n```'],
    [
      '<pre class="brush: php; gutter: true">&lt;?php echo "```"; ?&gt;</pre>',
      '````php\n<?php echo "```"; ?>\n````',
    ],
    ['<pre>a <a href="/x">b</a>\n{c}</pre>', '<pre>a <a href="/x">b</a>\n&#123;c}</pre>'],
    ['<pre class="wp-block-verse">a\nb</pre>', 'a\\\nb'],
  ]);
  const gutter =
    '<figure class="highlight js"><table><tr><td class="gutter"><pre>1\n2</pre></td><td class="code"><pre>a\nb</pre></td></tr></table></figure>';
  await assertCases([[gutter, '```js\na\nb\n```']], true);
});

test('boxes that hold Markdown, alignment, anchors', async () => {
  await assertCases([
    [
      '<details open><summary>S <b>x</b></summary><p>a</p><pre><code>b\n\nc</code></pre></details>',
      '<details open>\n<summary>S <strong>x</strong></summary>\n\na\n\n```\nb\n\nc\n```\n\n</details>',
    ],
    ['<p style="text-align: center">a</p>', '<p align="center">a</p>'],
    ['<p class="has-text-align-center"><img src="/a.png" alt=""></p>', '![](/a.png)'],
    [
      '<p><a href="#s">to</a> <a href="#q">q</a></p><h2 id="s">A title</h2><p id="q">x</p><p id="z">y</p>',
      '[to](#s) [q](#q)\n\n## A title {#s}\n\n<a id="q"></a>x\n\ny',
    ],
    ['<p>a</p><!--more--><!-- b --><p>c</p>', 'a\n\n<!--more-->\n\nc'],
    ['<blockquote><p>a</p><blockquote>b</blockquote></blockquote>', '> a\n>\n> > b'],
  ]);
});

test('players and frames become links', async () => {
  await assertCases(
    [
      [
        '<iframe src="https://www.youtube.com/embed/abc" title="Film"></iframe>',
        '[Film](https://www.youtube.com/watch?v=abc)',
      ],
      ['<p>x <video src="/v.mp4"></video> y</p>', 'x [/v.mp4](/v.mp4) y'],
    ],
    true,
  );
});

test('addresses are handed over as they are meant, but not those within the body', () => {
  const seen: string[] = [];
  const html =
    '<a href=" https://e.org/\na?b=1&amp;c=2 ">x</a><a href="#here">y</a><img src="/i.png"><p id="here">z</p>';
  const markdown = htmlToMarkdown(html, {
    rewrite: (address, kind) => {
      seen.push(`${kind} ${address}`);
      return kind === 'image' ? '/new (1).png' : '/new';
    },
  });
  assert.deepEqual(seen, ['link https://e.org/a?b=1&c=2', 'image /i.png']);
  assert.equal(markdown, '[x](/new)[y](#here)![](</new (1).png>)\n\n<a id="here"></a>z');
});
