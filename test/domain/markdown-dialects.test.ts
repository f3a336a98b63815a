/** Markdown as Python-Markdown, MkDocs, kramdown, Pandoc and Obsidian write it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBody } from '../../src/domain/render-body.ts';
import { assertMarkup, boxOf } from '../support/markup-cases.ts';

test('boxes and tabs of Python-Markdown: what is indented below their mark is no code', async () => {
  await assertMarkup([
    ['!!! note\n    Of *this*.', boxOf('note', 'Note', '<p>Of <em>this</em>.</p>')],
    [
      '!!! warning "Mind *it*"\n\n    One.\n\n    - a\n    - b\n\nAfter.',
      `${boxOf('warning', 'Mind <em>it</em>', '<p>One.</p><ul><li>a</li><li>b</li></ul>')}<p>After.</p>`,
    ],
    ['!!! info inline end "Aside"\n    x', boxOf('info', 'Aside', '<p>x</p>')],
    ['??? tip "More?"\n    Yes.', '<details><summary>More?</summary><p>Yes.</p></details>'],
    ['???+ tip\n    Yes.', '<details><summary>Tip</summary><p>Yes.</p></details>'],
    [
      '!!! note "Outer"\n    a\n\n    !!! tip "Inner"\n        b\n\n    c',
      boxOf('note', 'Outer', `<p>a</p>${boxOf('tip', 'Inner', '<p>b</p>')}<p>c</p>`),
    ],
    [
      '!!! note\n\n    ```nosuch\n    x y\n    ```\n\n    z',
      boxOf('note', 'Note', '<pre><code class="language-nosuch">x y</code></pre><p>z</p>'),
    ],
    [
      '=== "Unix"\n\n    Use `make`.\n\n=== "Windows"\n\n    Use it *not*.\n\nEnd.',
      '<p><strong>Unix</strong></p><p>Use <code>make</code>.</p><p><strong>Windows</strong></p><p>Use it <em>not</em>.</p><p>End.</p>',
    ],
    [
      '- item\n\n    !!! note\n        Inside.',
      `<ul><li><p>item</p>${boxOf('note', 'Note', '<p>Inside.</p>')}</li></ul>`,
    ],
    // A mark without a body is text, as is one in code.
    ['!!! note\nnot indented', '<p>!!! notenot indented</p>'],
    ['Wow !!! note', '<p>Wow !!! note</p>'],
    ['```nosuch\n!!! note\n    x\n```', '<pre><code class="language-nosuch">!!! notex</code></pre>'],
    ['Title\n===\n\n    code', '<h1 id="title">Title</h1><pre><code>code</code></pre>'],
  ]);
});

test('definition lists', async () => {
  await assertMarkup([
    ['Term\n: Says *this*', '<dl><dt><p>Term</p></dt><dd><p>Says <em>this</em></p></dd></dl>'],
    [
      'Before.\n\nOne `x`\nTwo\n:   First\n    goes on\n\n    Again.\n:   Second\n\nThree\n\n: Last\n\nAfter.',
      '<p>Before.</p><dl><dt><p>One <code>x</code></p></dt><dt><p>Two</p></dt><dd><p>Firstgoes on</p><p>Again.</p></dd>' +
        '<dd><p>Second</p></dd><dt><p>Three</p></dt><dd><p>Last</p></dd></dl><p>After.</p>',
    ],
    [
      '| a |\n|---|\n| b |\n\n: A caption',
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><p>: A caption</p>',
    ],
    ['- item\n: text', '<ul><li>item: text</li></ul>'],
    ['```nosuch\nTerm\n: x\n```', '<pre><code class="language-nosuch">Term: x</code></pre>'],
  ]);
});

test('abbreviations: the definitions go, the words are marked', async () => {
  await assertMarkup([
    [
      'HTML and `HTML`, XHTML, **CSS**.\n\n*[HTML]: Hyper "Text"\n*[CSS]:',
      '<p><abbr title="Hyper &#x22;Text&#x22;">HTML</abbr> and <code>HTML</code>, XHTML, <strong><abbr>CSS</abbr></strong>.</p>'.replaceAll(
        '&#x22;',
        '&quot;',
      ),
    ],
    ['```nosuch\n*[HTML]: x\n```', '<pre><code class="language-nosuch">*[HTML]: x</code></pre>'],
  ]);
  const { text } = await renderBody('An API.\n\n*[API]: Application Programming Interface');
  assert.equal(text, 'An API.');
});

test('Markdown in HTML, attribute lists, tables of contents, included files, icons, marked text', async () => {
  await assertMarkup([
    ['<div markdown="1">\n**b**\n</div>', '<div><p><strong>b</strong></p></div>'],
    [
      '<figure markdown>\n![a](b.png)\n</figure>',
      '<figure><p><img src="b.png" alt="a" decoding="async"></p></figure>',
    ],
    ['<div markdown="0">\n**b**\n</div>', '<div>**b**</div>'],
    ['[Go](/x){ .md-button .wide }', '<p><a href="/x">Go</a></p>'],
    ['![a](b.png){ width="3" loading=lazy }', '<p><img src="b.png" alt="a" decoding="async"></p>'],
    ['[TOC]\n\nText', '<p>Text</p>'],
    ['[[toc]]\n\nText', '<p>Text</p>'],
    ['--8<-- "abbr.md"\n\nText', '<p>Text</p>'],
    [
      '-   :material-clock:{ .lg } __Fast__\n\n    ---\n\n    :octicons-arrow-24: Go',
      '<ul><li><p><strong>Fast</strong></p><hr><p>Go</p></li></ul>',
    ],
    [
      'a ==b c== d, `==x==`, a == b == c, a==b==c',
      '<p>a <mark>b c</mark> d, <code>==x==</code>, a == b == c, a==b==c</p>',
    ],
  ]);
});

test('kramdown: comments, options and what it takes as it is', async () => {
  await assertMarkup([
    ['{::options parse_block_html="true" /}\n\na', '<p>a</p>'],
    ['a {::comment}no{:/comment} b', '<p>a  b</p>'],
    ['{::comment}\nno\n{:/comment}\n\nb', '<p>b</p>'],
    ['{::nomarkdown}<b>a</b>{:/}', '<p><b>a</b></p>'],
  ]);
});

test("callouts of Obsidian: title, fold, kinds beyond GitHub's", async () => {
  await assertMarkup([
    ['> [!note] A *title*\n> Body.', boxOf('note', 'A <em>title</em>', '<p>Body.</p>')],
    ['> [!faq]- Folded?\n> Yes.', boxOf('faq', 'Folded?', '<p>Yes.</p>')],
    ['> [!TIP]+\n> a\n> b', boxOf('tip', 'Tip', '<p>ab</p>')],
    ['> [!quote] Only a title', boxOf('quote', 'Only a title', '')],
    ['> [!x] Not one', '<blockquote><p>[!x] Not one</p></blockquote>'],
    ['> [!info] A\n>\n> > [!bug] B\n> > c', boxOf('info', 'A', boxOf('bug', 'B', '<p>c</p>'))],
  ]);
});

test('divisions of Pandoc and Quarto', async () => {
  await assertMarkup([
    ['::: {.callout-tip title="T"}\nx\n:::', boxOf('tip', 'T', '<p>x</p>')],
    ['::: {.callout-note}\nx\n:::', boxOf('note', 'Note', '<p>x</p>')],
    [':::: {.columns}\n::: {.column}\na\n:::\n::: {.column}\nb\n:::\n::::\n\nc', '<p>a</p><p>b</p><p>c</p>'],
    ['::: callout-tip\n## A *title*\n\nx\n:::', boxOf('tip', 'A <em>title</em>', '<p>x</p>')],
    ['::: {.callout-note}\n\nx\n\n## Below\n:::', boxOf('note', 'Note', '<p>x</p><h2 id="below">Below</h2>')],
    ['::: panel-tabset\n### One\n\na\n:::\n\nb', '<h3 id="one">One</h3><p>a</p><p>b</p>'],
    ['::: code-group\n\n```x [a]\n1\n```\n\n:::', '<pre><code class="language-x">1</code></pre>'],
  ]);
});

test('spans of Pandoc, and notes in the line', async () => {
  await assertMarkup([
    [
      'A [word or [a link](/x)]{.aside} and [small]{.smallcaps style="x"}.',
      '<p>A word or <a href="/x">a link</a> and small.</p>',
    ],
    ['[over\ntwo lines]{.aside} `[a]{.b}`', '<p>overtwo lines <code>[a]{.b}</code></p>'],
    [
      '[name]{.x} [a][name]{.y} ![i](/i){.z}\n\n[name]: /n',
      '<p><a href="/n">name</a> <a href="/n">a</a> <img src="/i" alt="i" decoding="async"></p>',
    ],
    ['[not one] {.x} and [a] b', '<p>[not one]  and [a] b</p>'],
    [
      '2^[1]^, `^[a b]`, a class ^[a-z]$ and ^[A-Z][a-z]',
      '<p>2^[1]^, <code>^[a b]</code>, a class ^[a-z]$ and ^[A-Z][a-z]</p>',
    ],
  ]);
  const { html, text } = await renderBody('One^[Of [it](/x).] and two^[Of that.], again[^n].\n\n[^n]: Last.');
  assert.equal(text, 'One and two, again.\nOf it.\nOf that.\nLast.');
  assert.match(html, /<li id="fn-note-in-line-1">\s*<p>Of <a href="\/x">it<\/a>\. /);
});

test('code that R Markdown and Quarto run', async () => {
  await assertMarkup([
    ['```{nosuch, message=FALSE}\nx <- 1\n```', '<pre><code class="language-nosuch">x &lt;- 1</code></pre>'],
    [
      '```{nosuch}\n#| label: fig-x\n#| fig-cap: "A: b"\nrun\n```',
      '<pre><code class="language-nosuch">run</code></pre>',
    ],
    [
      'a\n\n```{r setup, include=FALSE}\nx\n```\n\n```{python}\n#| echo: false\ny\n```\n\nb',
      '<p>a</p><p>b</p>',
    ],
    ['```{=html}\n<b>kept</b>\n```\n\n```{=latex}\ngone\n```', '<p><b>kept</b></p>'],
    ['````\n```{r, echo=FALSE}\nx\n```\n````', '<pre><code>```{r, echo=FALSE}x```</code></pre>'],
  ]);
});

test('TeX between dollar signs stays as it is written', async () => {
  await assertMarkup([
    [
      'An $a_1 * b_2 * \\{x\\}$ and $$x \\\\ y^{{a}}$$.',
      '<p>An $a_1 * b_2 * \\{x\\}$ and $$x \\\\ y^{{a}}$$.</p>',
    ],
    ['$$\n\\sum_{i=1}^n\n- b < c\n$$', '<p>$$\\sum_{i=1}^n- b &lt; c$$</p>'],
    [
      'It is $5 and *not* $6; `$a_b$`; $HOME/a_b.',
      '<p>It is $5 and <em>not</em> $6; <code>$a_b$</code>; $HOME/a_b.</p>',
    ],
    ['A sum \\\\(\\sum_{i=1}\\\\)', '<p>A sum \\(\\sum_{i=1}\\)</p>'],
  ]);
});

test('directives: what is embedded, boxes and texts of Nuxt Content', async () => {
  await assertMarkup([
    [
      '::youtube{#abcdefghijk}',
      '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">youtube.com/watch?v=abcdefghijk</a></p>',
    ],
    [
      'a\n\n::github{repo="me/it"}\n\nb',
      '<p>a</p><p><a href="https://github.com/me/it">github.com/me/it</a></p><p>b</p>',
    ],
    [
      '::alert{type="warning"}\nIn *it*.\n::\nb',
      `${boxOf('warning', 'Warning', '<p>In <em>it</em>.</p>')}<p>b</p>`,
    ],
    ['::callout\n---\nicon: i-x\n---\nText\n::', boxOf('note', 'Note', '<p>Text</p>')],
    ['::card{title="T"}\nText\n::', '<p><strong>T</strong></p><p>Text</p>'],
    ['::name[Of it]{.x}', '<p>Of it</p>'],
    ['::name{.x}\n\na', '<p>a</p>'],
    ['::std\n\na\n\n::', '<p>a</p>'],
    [
      '::std is a name, a::b too\n\n```\n::x{y}\n```',
      '<p>::std is a name, a::b too</p><pre><code>::x{y}</code></pre>',
    ],
    ['::std', '<p>::std</p>'],
    ['a :b[c]{.d}', '<p>a :b[c]</p>'],
    [':::details More {open}\nx\n:::', '<details><summary>More</summary><p>x</p></details>'],
  ]);
});

test('players of Gatsby: a paragraph of code that names one', async () => {
  await assertMarkup([
    [
      '`youtube: https://www.youtube.com/embed/abcdefghij1`\n**A film**\n\n`vimeo: 1234567`',
      '<p><a href="https://www.youtube.com/watch?v=abcdefghij1">youtube.com/watch?v=abcdefghij1</a><strong>A film</strong></p>' +
        '<p><a href="https://vimeo.com/1234567">vimeo.com/1234567</a></p>',
    ],
    [
      'x\n\n`youtube: [My *talk*](abcdefghij1)`\n\n`gist:ada/0123abcd`',
      '<p>x</p><p><a href="https://www.youtube.com/watch?v=abcdefghij1">My *talk*</a></p>' +
        '<p><a href="https://gist.github.com/ada/0123abcd">gist.github.com/ada/0123abcd</a></p>',
    ],
    // Code in a text, or of another kind, is code.
    ['Write\n`vimeo: 1234567`', '<p>Write<code>vimeo: 1234567</code></p>'],
    ['`vimeo: true`\n\n`video: 12`', '<p><code>vimeo: true</code></p><p><code>video: 12</code></p>'],
  ]);
});

test('tables of contents that a generator would fill in', async () => {
  await assertMarkup([
    ['a\n\n## Table of contents\n\n## One\n\nb', '<p>a</p><h2 id="one">One</h2><p>b</p>'],
    ['## 📖 Contents:\n\n```toc\nexclude: Contents\n```\n\n---\n\nb', '<hr><p>b</p>'],
    ['```table-of-contents\n# Where it goes\nmaxLevel: 3\n```\n\nb', '<p>b</p>'],
    // With something below it, it is a heading; other files of that kind are code.
    ['## Contents\n\n### One\n\nb', '<h2 id="contents">Contents</h2><h3 id="one">One</h3><p>b</p>'],
    [
      '## Contents\n\n- [One](#one)\n\n## One',
      '<h2 id="contents">Contents</h2><ul><li><a href="#one">One</a></li></ul><h2 id="one">One</h2>',
    ],
    [
      '## Contents\n\n## One\n\n[up](#contents)',
      '<h2 id="contents">Contents</h2><h2 id="one">One</h2><p><a href="#contents">up</a></p>',
    ],
    [
      '```toc\n## Interface: 1\nmain.lua\n```',
      '<pre><code class="language-toc">## Interface: 1main.lua</code></pre>',
    ],
  ]);
});

test('directives and roles of MyST', async () => {
  await assertMarkup([
    ['```{note}\nOf *this*.\n```', boxOf('note', 'Note', '<p>Of <em>this</em>.</p>')],
    [
      '````{admonition} Mind *it*\n:class: warning\n\n```{tip} One.\n```\n````\nx',
      `${boxOf('warning', 'Mind <em>it</em>', boxOf('tip', 'Tip', '<p>One.</p>'))}<p>x</p>`,
    ],
    [':::{tip}\nA tip.\n:::', boxOf('tip', 'Tip', '<p>A tip.</p>')],
    [
      ':::{figure} https://x.example/a.png\n:alt: A cup\nOf *tea*.\n:::',
      '<figure><img src="https://x.example/a.png" alt="A cup" decoding="async"><figcaption><p>Of <em>tea</em>.</p></figcaption></figure>',
    ],
    [
      '```{figure} https://x.example/a.png\n---\nwidth: 70%\nalt: "A cup"\n---\nOf tea.\n```',
      '<figure><img src="https://x.example/a.png" alt="A cup" decoding="async"><figcaption><p>Of tea.</p></figcaption></figure>',
    ],
    [
      '```{image} https://x.example/a.png\n:alt: A cup\n```\n\n```{toctree}\none\n```',
      '<img src="https://x.example/a.png" alt="A cup" decoding="async">',
    ],
    [
      '```{code-block} nosuch\n:caption: a\nx {doc}`y`\n```',
      '<pre><code class="language-nosuch">x {doc}`y`</code></pre>',
    ],
    ['```{dropdown} More\nYes.\n```', '<details><summary>More</summary><p>Yes.</p></details>'],
    [
      '(here)=\n## Here\n\nSee {ref}`the top <top>`, {sup}`2`.',
      '<h2 id="here">Here</h2><p>See the top, 2.</p>',
    ],
    ['Write `` {ref}`x` `` or {nosuch}`x`.', '<p>Write <code>{ref}`x`</code> or {nosuch}<code>x</code>.</p>'],
  ]);
});
