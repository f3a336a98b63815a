import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutSection } from '../../src/domain/body-section.ts';
import { readStoredHtml, serialiseBody } from '../../src/domain/body-tree.ts';
import { blockText } from '../../src/domain/plain-text.ts';
import { renderBody } from '../../src/domain/render-body.ts';
import { leastCpuMs } from '../support/cpu-time.ts';

async function section(markdown: string, anchor: string): Promise<string | null> {
  return cutSection((await renderBody(markdown)).html, anchor)?.html ?? null;
}

test('a section goes to the next heading of its level or a higher one', async () => {
  const body = 'Opening.\n\n## A\n\na\n\n### B\n\nb\n\n#### C\n\nc\n\n### D\n\nd\n\n# E\n\ne';
  assert.equal(
    await section(body, 'a'),
    '<h2 id="a">A</h2>\n<p>a</p>\n<h3 id="b">B</h3>\n<p>b</p>\n<h4 id="c">C</h4>\n<p>c</p>\n<h3 id="d">D</h3>\n<p>d</p>',
  );
  assert.equal(await section(body, 'b'), '<h3 id="b">B</h3>\n<p>b</p>\n<h4 id="c">C</h4>\n<p>c</p>');
  assert.equal(await section(body, 'c'), '<h4 id="c">C</h4>\n<p>c</p>');
  assert.equal(await section(body, 'e'), '<h1 id="e">E</h1>\n<p>e</p>');
});

test('there is none under what is no heading', async () => {
  const body = '<a id="x"></a>\n\n## A\n\n<p id="y">y</p>';
  for (const anchor of ['x', 'y', 'none', '', 'A', '__proto__']) {
    assert.equal(await section(body, anchor), null, anchor);
  }
  assert.equal(await section('', 'a'), null);
});

test('the second of two equal headings has a section of its own', async () => {
  assert.equal(
    await section('## Same\n\none\n\n## Same\n\ntwo', 'same-1'),
    '<h2 id="same-1">Same</h2>\n<p>two</p>',
  );
});

test('elements that it begins or ends in are whole', async () => {
  const cases: readonly (readonly [markdown: string, html: string])[] = [
    ['<div>\n\n## A\n\na\n\n</div>\n\nb\n\n## B', '<div><h2 id="a">A</h2><p>a</p></div><p>b</p>'],
    ['> ## A\n> a\n\nb', '<blockquote><h2 id="a">A</h2><p>a</p></blockquote><p>b</p>'],
    [
      '## A\n\n<details><summary>s</summary>\n\n## B\n\n</details>',
      '<h2 id="a">A</h2><details><summary>s</summary></details>',
    ],
    ['## A\n\na\n\n<div>\n\n<div>\n\n## B\n\n</div></div>', '<h2 id="a">A</h2><p>a</p>'],
    ['- ## A\n- b\n\nc', '<ul><li><h2 id="a">A</h2></li><li>b</li></ul><p>c</p>'],
    ['1. ## A\n2. ## B\n3. c', '<ol><li><h2 id="a">A</h2></li></ol>'],
    [
      '<div>\n\n## A\n\na\n\n### B\n\nb\n\n</div>',
      '<div><h2 id="a">A</h2><p>a</p><h3 id="b">B</h3><p>b</p></div>',
    ],
    [
      '<table><tr><td><h2>A</h2>a</td><td>b</td></tr></table>',
      '<table><tbody><tr><td><h2 id="a">A</h2>a</td><td>b</td></tr></tbody></table>',
    ],
  ];
  for (const [markdown, expected] of cases) {
    const html = await section(markdown, 'a');
    assert.equal(html?.replace(/\n/g, ''), expected, markdown);
  }
});

test('tags in values and in code are none', async () => {
  const body = '## A\n\n![<h2 id="b">](x.png "</p><h1>")\n\n```\n<h2 id="b">\n```\n\n`<h1>`\n\n## B\n\nb';
  const html = (await section(body, 'a')) ?? '';
  assert.equal(serialiseBody(readStoredHtml(html)), html);
  assert.match(html, /^<h2 id="a">.*&lt;h1><\/code><\/p>$/s);
  assert.equal(await section(body, 'b'), '<h2 id="b">B</h2>\n<p>b</p>');
});

test('footnotes belong to no section, and their marks are no text', async () => {
  const body = '# A\n\na[^1]\n\n# B\n\nb[^1]\n\n[^1]: Note.';
  const html = (await section(body, 'b')) ?? '';
  assert.doesNotMatch(html, /Note|<section|<ol/);
  assert.equal(blockText(readStoredHtml(html)), 'B\nb');
});

test('the text of a section is a part of the text of the body', async () => {
  const body = [
    '# A *b*\n\nx `y  z`\n\n- one\n- two\n\n|a|b|\n|-|-|\n|1|2|',
    '## C\n\n```js\nf( 1 );\n  g();\n```\n\n> [!NOTE]\n> n',
    '# D\n\nd<br>e &amp; f &lt;g>\n\n![alt](x.png)',
  ].join('\n\n');
  const { html, text, toc } = await renderBody(body);
  const texts = toc.map(({ id }) => blockText(readStoredHtml(cutSection(html, id)?.html ?? '')));
  assert.equal([texts[0], texts[2]].join('\n'), text);
  assert.ok(texts[1] !== '' && texts[0]?.endsWith(texts[1] ?? ''));
});

test('it takes time linear in the body', async () => {
  const { html } = await renderBody('## A\n\n<b title="<h2>">x</b> [y](z)\n\n'.repeat(2000));
  assert.ok(html.length > 100_000);
  assert.ok((await leastCpuMs(() => cutSection(html, 'a-1999'))) < 50);
});
