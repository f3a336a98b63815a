import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlToMarkdown } from '../../../src/importers/foreign/html-to-markdown.ts';

test('players of old name their film in a parameter, and again within', () => {
  const film = 'http://www.youtube.com/v/abc-1&hl=en';
  for (const html of [
    `<object width="4"><param name="movie" value="${film}"></param><embed src="${film}"></embed></object>`,
    `<object><param name="movie" value="${film}"></object>`,
    `<object data="${film}"></object>`,
    `<embed src="${film}">`,
  ])
    assert.equal(htmlToMarkdown(html), '<https://www.youtube.com/watch?v=abc-1>', html);
  assert.equal(
    htmlToMarkdown('<embed src="http://vimeo.com/moogaloop.swf?clip_id=7&server=vimeo.com">'),
    '<https://vimeo.com/7>',
  );
});

test('a script that shows a gist is a link to it; other scripts go', () => {
  assert.equal(
    htmlToMarkdown(
      '<p>See</p><script src="https://gist.github.com/someone/0a1b.js?file=x"></script><script src="https://a.example/x.js"></script>',
    ),
    'See\n\n<https://gist.github.com/someone/0a1b>',
  );
});

test('a link without an address is its text; an acronym keeps its words', () => {
  assert.equal(
    htmlToMarkdown('<p><a href="">a</a> <a href=" ">b</a> <acronym title="As said">AS</acronym></p>'),
    'a b <abbr title="As said">AS</abbr>',
  );
});

test('blocks of HTML have no blanks at their edges', () => {
  assert.equal(
    htmlToMarkdown(
      '<figure>\n<img src="https://a.example/a.png" alt="">\n<figcaption>\nWords\n</figcaption>\n</figure>',
    ),
    '<figure>\n<img src="https://a.example/a.png" alt="">\n<figcaption>Words</figcaption>\n</figure>',
  );
});

test('pictures with words of before HTML had figures', () => {
  const figure =
    '<figure>\n<img src="https://a.example/a.png" alt="A">\n<figcaption>Its <em>words</em></figcaption>\n</figure>';
  for (const html of [
    '<div id="attachment_1" class="wp-caption alignright" style="width: 310px"><img src="https://a.example/a.png" alt="A"><p class="wp-caption-text">Its <em>words</em></p></div>',
    '<dl class="wp-caption"><dt class="wp-caption-dt"><img src="https://a.example/a.png" alt="A"></dt><dd class="wp-caption-dd">Its <em>words</em></dd></dl>',
    '<table align="center" class="tr-caption-container" style="float: left;"><tbody>\n<tr><td style="text-align: center;"><img src="https://a.example/a.png" alt="A"></td></tr>\n<tr><td class="tr-caption" style="text-align: center;">Its <em>words</em></td></tr>\n</tbody></table>',
  ])
    assert.equal(htmlToMarkdown(html), figure);
});

test('Squarespace: pictures and films that scripts put in, and boxes around them', () => {
  assert.equal(
    htmlToMarkdown(
      '<div class="slide"><noscript><img src="https://a.example/1.jpg" alt="One" /></noscript><img data-image="https://a.example/1.jpg" alt="One"></div><div class="slide"><img data-image="https://a.example/2.jpg" alt=""></div>' +
        '<div data-html="&lt;iframe src=&quot;//www.youtube.com/embed/abcdefghijk?wmode=opaque&quot;&gt;&lt;/iframe&gt;"></div>',
    ),
    '![One](https://a.example/1.jpg)\n\n![](https://a.example/2.jpg)\n\n<https://www.youtube.com/watch?v=abcdefghijk>',
  );
  assert.equal(
    htmlToMarkdown(
      '<figure><div class="a"><div class="b"><img src="https://a.example/1.jpg" alt="One"></div></div><figcaption><div><p>Its <em>words</em></p></div></figcaption></figure>',
    ),
    '<figure>\n<img src="https://a.example/1.jpg" alt="One">\n<figcaption>Its <em>words</em></figcaption>\n</figure>',
  );
});

test('a table without words in its caption has none', () => {
  assert.equal(
    htmlToMarkdown(
      '<table><caption>&nbsp;</caption><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
    ),
    '| A |\n| - |\n| 1 |',
  );
});

test('a picture elsewhere keeps its size; one of the blog itself has that of its file', () => {
  const img = '<img src="https://a.example/a.png" alt="A" width="30" height="20">';
  assert.equal(htmlToMarkdown(`<p>${img}</p>\n<p><a href="/b">${img}</a> x</p>`), `${img}\n\n[${img}](/b) x`);
  assert.equal(
    htmlToMarkdown(
      '<p><img src="a.png" width="3" height="2"> <img src="https://a.example/b.png" width="3"></p>',
    ),
    '![](a.png) ![](https://a.example/b.png)',
  );
});

test('code written line by line is one block, without the numbers of its lines', () => {
  const live =
    '<div id="codeSnippetWrapper"><div id="codeSnippet"><pre style="margin: 0em"><span id="lnum1">   1:</span> <span>if</span> (tide)</pre>\n<!--CRLF-->\n<pre><span id="lnum2">   2:</span>   sail();</pre>\n<p><!--CRLF--></p></div></div>';
  const sharp =
    '<div class="csharpcode"><pre class="alt"><span class="lnum">   1:  </span>if (tide)</pre><pre><span class="lnum">   2:  </span>  sail();</pre></div>';
  const single =
    '<pre class="csharpcode"><span class="lnum">   1:  </span>if (tide)\n<span class="lnum">   2:  </span>  sail();</pre>';
  const nested =
    '<pre><pre>  1: <span>if</span> (tide)</pre><pre>  2:   sail();</pre></pre><pre>&#160;</pre>';
  for (const html of [live, sharp, single, nested])
    assert.equal(htmlToMarkdown(html), '```\nif (tide)\n  sail();\n```', html);
  assert.equal(htmlToMarkdown('<pre><br/>a<br/><br/>b<br/></pre>'), '```\na\n\nb\n```');
  const other = '<div class="csharpcode"><pre>1: a</pre><p>Words</p><pre>3: b</pre></div>';
  assert.equal(htmlToMarkdown(other), '```\n1: a\n```\n\nWords\n\n```\n3: b\n```');
  assert.equal(
    htmlToMarkdown('<pre><pre>9:30 ferry\n</pre><pre>9:45 bus</pre></pre>'),
    '```\n9:30 ferry\n9:45 bus\n```',
  );
});

test('code of several lines within a line is a block of code, where one can stand', () => {
  const cases = [
    [
      '<p>Write<br />\n<code>if (tide) {<br />\n&nbsp; sail(<b>now</b>);<br />\n}</code><br />\nand go.</p>',
      'Write\n\n```\nif (tide) {\n  sail(now);\n}\n```\n\nand go.',
    ],
    ['<ul><li>Do <code>a<br>b</code></li></ul>', '- Do\n  ```\n  a\n  b\n  ```'],
    ['<p>One <code>a\nb<br></code> line.</p>', 'One `a b` line.'],
    [
      '<p><code>a<br><a href="https://a.example/">b</a></code></p>',
      '<code>a\\\n[b](https://a.example/)</code>',
    ],
    ['<p><code>only<br>\n<br>\n  this</code></p>', '```\nonly\n\n  this\n```'],
  ] as const;
  for (const [html, markdown] of cases) assert.equal(htmlToMarkdown(html), markdown, html);
});
