/** Markdown as Ghost and DEV read it, in CommonMark. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBody } from '../../../src/domain/render-body.ts';
import { foreignMarkdown } from '../../../src/importers/foreign/foreign-markdown.ts';
import { plainDialect } from '../../../src/importers/foreign/markdown-dialect.ts';

const dev = { lines: true, marks: false, templates: true };
const ghost = { lines: true, marks: true, templates: false };
const hashnode = { lines: false, marks: false, templates: false };

const both: readonly (readonly [what: string, written: string, plain: string])[] = [
  ['lines end where they end', 'Roses\nViolets \nSugar', 'Roses\\\nViolets \\\nSugar'],
  ['around other marks too', '**a**\n*b*\n![c](/c.png)\nd', '**a**\\\n*b*\\\n![c](/c.png)\\\nd'],
  ['in items and quotes', '- a\n  b\n\n> c\n> d\n\n1. e\nf', '- a\\\n  b\n\n> c\\\n> d\n\n1. e\\\nf'],
  ['what ends already stays', 'a  \nb\\\nc<br>\nd', 'a  \nb\\\nc<br>\nd'],
  [
    'paragraphs, rules, tables, headings',
    'A\n---\n\n| a |\n|---|\n| b |\n\n---\n\nB',
    'A\n---\n\n| a |\n|---|\n| b |\n\n---\n\nB',
  ],
  ['code', '```\na\n#b\n```\n\n    c\n    #d\n\n`e\nf`', '```\na\n#b\n```\n\n    c\n    #d\n\n`e\nf`'],
  ['HTML', '<div>\na\n#b\n</div>', '<div>\na\n#b\n</div>'],
  ['definitions', '[a]: /a\n[b]: /b\n\n[a] and [b]', '[a]: /a\n[b]: /b\n\n[a] and [b]'],
  ['headings without a blank', '#One\nText\n##Two##\n- x', '# One\nText\n## Two##\n- x'],
  ['also in quotes', '> #One\n> two\n> ##Three', '> # One\n> two\n> ## Three'],
  ['what only looks like one', 'a #b\n\n\\#c\n\n#######d\n\n#', 'a #b\n\n\\#c\n\n#######d\n\n#'],
  [
    'tags of templates',
    '{% details A %}\nB\nC\n{% enddetails %}\n{% link x %}\n{% link y %}',
    '{% details A %}\nB\\\nC\n{% enddetails %}\n{% link x %}\n{% link y %}',
  ],
  ['formulas', '{% katex %}\na\nb\n{% endkatex %}', '{% katex %}\na\nb\n{% endkatex %}'],
];

for (const [what, written, plain] of both)
  test(`lines and headings: ${what}`, () => {
    assert.equal(plainDialect(written, dev), plain);
    assert.equal(plainDialect(plain, dev), plain, 'a second time');
  });

const marks: readonly (readonly [written: string, plain: string])[] = [
  ['==so== it is, a == b and c == d', '<mark>so</mark> it is, a == b and c == d'],
  ['==a `==` b== and ===c===', '<mark>a `==` b</mark> and ===c==='],
  ['*a ==b* c==', '*a ==b* c=='],
  ['\\==b== ==', '\\==b== =='],
  ['H~2~O, ~~gone~~ and ~not this~', 'H<sub>2</sub>O, ~~gone~~ and \\~not this\\~'],
  [
    'x^2^ but 2^10 and 2^11, a[^1]\n\n[^1]: b^c^',
    'x<sup>2</sup> but 2^10 and 2^11, a[^1]\n\n[^1]: b<sup>c</sup>',
  ],
  ['| a==b== |\n|---|\n| c^d^ |', '| a<mark>b</mark> |\n|---|\n| c<sup>d</sup> |'],
];

for (const [written, plain] of marks)
  test(`marks: ${JSON.stringify(written)}`, () => {
    assert.equal(plainDialect(written, ghost), plain);
    assert.equal(plainDialect(plain, ghost), plain, 'a second time');
  });

test('braces are braces where there are no templates', async () => {
  const text = 'Write {{title}}, {% if %} or \\{{x}}: `{{code}}`\n\n```\n{{ a }}\n```';
  const markdown = foreignMarkdown({ format: 'markdown', text, dialect: ghost }, (to) => to);
  assert.match(
    (await renderBody(markdown)).html,
    /^<p>Write \{\{title\}\}, \{% if %\} or \{\{x\}\}: <code>\{\{code\}\}<\/code><\/p>\n<pre><code>\{\{ a \}\}/,
  );
});

test('what only generators read is text, whatever the system', async () => {
  const lines = [
    '::: box',
    ': defined',
    '*[HTML]: Hyper',
    'import x from "y"',
    '.image x.png',
    'a **b**\n: c',
  ];
  for (const text of [...lines, ...lines.map((line) => `> ${line}`), ...lines.map((line) => `word\n${line}`)])
    for (const dialect of [dev, ghost, hashnode]) {
      const markdown = foreignMarkdown({ format: 'markdown', text, dialect }, (to) => to);
      const html = (await renderBody(markdown)).html.replace(/<\/?(?:p|br|strong|blockquote)>/g, '').trim();
      assert.equal(html.replace(/\s+/g, ' '), text.replace(/\*\*|^> /g, '').replace(/\s+/g, ' '));
      assert.equal(plainDialect(markdown, dialect), markdown, 'a second time');
    }
  const hidden = 'Say {{ name }}';
  assert.match((await renderBody(plainDialect(hidden, hashnode))).html, /\{\{ name \}\}/);
});

test('directives, notes in the line and hidden code of other systems are what they look like', async () => {
  const text =
    '::github{repo="a/b"}\n\nA ^[few words here], {ref}`x`.\n\n```{nosuch, echo=FALSE}\n#| echo: false\nx\n```';
  const markdown = foreignMarkdown({ format: 'markdown', text, dialect: dev }, (to) => to);
  assert.equal(
    (await renderBody(markdown)).html.replace(/\n/g, ' '),
    '<p>::github{repo="a/b"}</p> <p>A ^[few words here], {ref}<code>x</code>.</p> <pre><code class="language-nosuch">#| echo: false x </code></pre>',
  );
  assert.equal(plainDialect(markdown, dev), markdown);
  const noted = foreignMarkdown(
    { format: 'markdown', text: 'A ^[few words here].', dialect: ghost },
    (to) => to,
  );
  assert.match((await renderBody(noted)).html, /<li id="fn-note-in-line-1">\s*<p>few words here /);
});

test('what was written to be slow is left as it is', () => {
  for (const piece of ['==a', '~a', '^a', '*a\n', '#a\n', '{{', '> '])
    assert.equal(typeof plainDialect(piece.repeat(20_000), ghost), 'string');
});

test('a text may have more parts than a call takes arguments', () => {
  const text = '---\n'.repeat(200_000);
  assert.equal(plainDialect(text, ghost), text);
});
