/** HTML that was written to harm: nothing runs, nothing leads astray, no form of it takes long. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBody } from '../../../src/domain/render-body.ts';
import { htmlToMarkdown } from '../../../src/importers/foreign/html-to-markdown.ts';

test('scripts, styles, forms and bad addresses go', async () => {
  const html = [
    '<a href="javascript:alert(1)">j</a><a href=" jAvAscript:alert(1)">k</a><a href="java\nscript:alert(1)">l</a>',
    '<script>alert(1)</script><style>p{}</style><svg onload="alert(1)"><script>alert(1)</script></svg>',
    '<p onclick="alert(1)">p</p><img src="x" onerror="alert(1)"><object data="javascript:alert(1)"></object>',
    '<table><tr><td colspan="2"><a href="javascript:alert(1)">t</a><img src="/i" onerror="alert(1)"></td></tr></table>',
    '<details ontoggle="alert(1)"><summary>s</summary></details><abbr title="&quot;> onx">a</abbr>',
  ].join('');
  const markdown = htmlToMarkdown(html);
  assert.doesNotMatch(markdown, /javascript|onerror|onclick|ontoggle|onload|<script|<svg/i);
  const rendered = (await renderBody(markdown)).html;
  assert.doesNotMatch(rendered, /javascript|onerror|onclick|ontoggle|onload|<script|<svg/i);
});

test('text that would be HTML once it is text stays text', async () => {
  const html = '<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt;</p>';
  const { html: rendered, text } = await renderBody(htmlToMarkdown(html));
  assert.doesNotMatch(rendered, /<script|<img/);
  assert.equal(text, '<script>alert(1)</script> <img src=x onerror=alert(1)>');
});

test('the same HTML always gives the same Markdown', () => {
  const html = '<p>a<b>b</b></p><table><tr><td>c</td><td>d</td></tr></table><ul><li>e</li></ul>';
  assert.equal(htmlToMarkdown(html), htmlToMarkdown(html));
  assert.equal(htmlToMarkdown(''), '');
  assert.equal(htmlToMarkdown('a\0b\ud800'), 'a\ufffdb\ufffd');
});

function cpuOf(html: string): number {
  const start = process.cpuUsage();
  htmlToMarkdown(html);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const forms: readonly (readonly [name: string, make: (count: number) => string])[] = [
  ['nested boxes', (count) => '<div>'.repeat(count)],
  ['nested lists', (count) => '<ul><li>'.repeat(count)],
  ['nested tables', (count) => '<table><tr><td>'.repeat(count)],
  ['marks in marks', (count) => `${'<sub>'.repeat(100)}a${'</sub>'.repeat(100)}`.repeat(count / 100)],
  ['nested quotes', (count) => '<blockquote>a'.repeat(count)],
  ['marks left open', (count) => '<b><i>a<p>'.repeat(count)],
  [
    'links to one note',
    (count) => `<div id="n">${'<a href="#n" id="r">1</a>'.repeat(count)}<a href="#r">b</a></div>`,
  ],
  ['line breaks', (count) => '<br>'.repeat(count)],
  ['frames', (count) => '<iframe src="https://e.org/x"></iframe>'.repeat(count)],
  ['images of scripts', (count) => '<noscript><img src="/a.png"></noscript>'.repeat(count)],
  ['angles', (count) => '<'.repeat(count * 5)],
  ['attributes', (count) => `<p ${'a="b" '.repeat(count)}>c</p>`],
  ['comments', (count) => '<!--'.repeat(count)],
  ['signs', (count) => `<p>${'*a_[`'.repeat(count)}</p>`],
  ['spaces', (count) => `<b>${' '.repeat(count * 5)}a${' '.repeat(count * 5)}</b>`],
  [
    'anchors',
    (count) =>
      Array.from({ length: count }, (_, at) => `<a href="#i${at}">x</a><p id="i${at}">y</p>`).join(''),
  ],
];

test('twice as much takes about twice as long, in whatever form', () => {
  for (const [name, make] of forms) {
    cpuOf(make(300));
    const [once, twice] = [cpuOf(make(600)), cpuOf(make(1_200))];
    // Quadratic would be four times; a few milliseconds say nothing.
    assert.ok(twice < Math.max(150, 3.4 * once), `${name}: ${once} ms, then ${twice} ms`);
  }
});

test('a hundred thousand nested tags leave their text', () => {
  assert.equal(htmlToMarkdown(`${'<div><b>'.repeat(100_000)}deep`), 'deep');
});
