/** Bodies of Ghost 5 and 6: what the Lexical editor stores, as HTML. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BodyError } from '../../../src/importers/ghost/body/body-error.ts';
import { readLexical } from '../../../src/importers/ghost/body/lexical/read-lexical.ts';

type Node = Readonly<Record<string, unknown>>;

const lexical = (...children: readonly Node[]): string =>
  JSON.stringify({ root: { type: 'root', children } });
const text = (value: string, format = 0): Node => ({ type: 'extended-text', text: value, format });
const paragraph = (...children: readonly Node[]): Node => ({ type: 'paragraph', children });
const html = (...children: readonly Node[]): string =>
  readLexical(lexical(...children))
    .pieces.map((piece) => piece.text)
    .join('\n');

test('every format bit is an element, and neighbours share one', () => {
  const names = ['strong', 'em', 's', 'u', 'code', 'sub', 'sup', 'mark'];
  for (const [index, name] of names.entries())
    assert.equal(html(paragraph(text('a<b', 2 ** index))), `<p><${name}>a&lt;b</${name}></p>`);
  assert.equal(
    html(paragraph(text('both ', 3), text('bold', 1), text(' none'))),
    '<p><strong><em>both</em> bold</strong> none</p>',
  );
  assert.equal(html(paragraph(text(' bold ', 1), text('plain'))), '<p> <strong>bold</strong> plain</p>');
});

test('a search for a link that was left open shows nothing', () => {
  const search = { type: 'at-link', children: [{ type: 'at-link-search', text: 'half typ' }] };
  assert.equal(html(paragraph(text('Before '), search, text('after'))), '<p>Before after</p>');
  assert.equal(html(search, paragraph(text('x'))), '<p>x</p>');
});

test('links: kept around their formats; windows of Ghost are only text', () => {
  const link = (url: string, ...children: readonly Node[]): Node => ({ type: 'link', url, children });
  assert.equal(
    html(paragraph(text('see ', 1), link('/a?b=1&c="', text('this', 1)), text('.', 1))),
    '<p><strong>see <a href="/a?b=1&amp;c=&quot;">this</a>.</strong></p>',
  );
  assert.equal(html(paragraph(link('#/portal/signup', text('join')))), '<p>join</p>');
  assert.equal(
    html(paragraph({ type: 'autolink', url: 'https://x.org', children: [text('x')] })),
    '<p><a href="https://x.org">x</a></p>',
  );
});

test('blocks: headings, quotes, asides, rules, code, line breaks', () => {
  assert.equal(html({ type: 'extended-heading', tag: 'h3', children: [text('H')] }), '<h3>H</h3>');
  assert.equal(html({ type: 'heading', tag: 'script', children: [text('H')] }), '<h2>H</h2>');
  assert.equal(html({ type: 'extended-quote', children: [text('Q')] }), '<blockquote><p>Q</p></blockquote>');
  assert.equal(html({ type: 'aside', children: [text('A')] }), '<blockquote><p>A</p></blockquote>');
  assert.equal(html({ type: 'horizontalrule', version: 1 }), '<hr>');
  assert.equal(html(paragraph(text('a'), { type: 'linebreak' }, text('b'))), '<p>a<br>b</p>');
  assert.equal(html(paragraph()), '');
  const code = { type: 'code', language: 'ts', children: [text('a'), { type: 'linebreak' }, text('<b>')] };
  assert.equal(html(code), '<pre><code class="language-ts">a\n&lt;b&gt;</code></pre>');
});

test('a list within a list belongs to the item before it; numbers and boxes stay', () => {
  const item = (...children: readonly Node[]): Node => ({ type: 'listitem', children });
  const list = (listType: string, ...children: readonly Node[]): Node => ({
    type: 'list',
    listType,
    children,
  });
  assert.equal(
    html(list('bullet', item(text('one')), item(list('number', item(text('inner')))), item(text('two')))),
    '<ul><li>one<ol><li>inner</li></ol></li><li>two</li></ul>',
  );
  assert.equal(html({ ...list('number', item(text('x'))), start: 4 }), '<ol start="4"><li>x</li></ol>');
  assert.equal(
    html(list('check', { ...item(text('done')), checked: true })),
    '<ul><li><input type="checkbox" disabled="" checked=""> done</li></ul>',
  );
});

test('tables, and what we do not know: what is in it counts', () => {
  const cell = (value: string, more: Node = {}): Node => ({
    type: 'tablecell',
    children: [paragraph(text(value))],
    ...more,
  });
  const row = (...children: readonly Node[]): Node => ({ type: 'tablerow', children });
  assert.equal(
    html({ type: 'table', children: [row(cell('h', { headerState: 1 })), row(cell('d', { colSpan: 2 }))] }),
    '<table><tr><th>h</th></tr><tr><td colspan="2">d</td></tr></table>',
  );
  assert.equal(html({ type: 'layout-container', children: [paragraph(text('inside'))] }), '<p>inside</p>');
});

test('hostile: no JSON, no document, too deep, wrong types everywhere', () => {
  assert.throws(() => readLexical('{'), BodyError);
  assert.throws(() => readLexical('[]'), BodyError);
  assert.throws(() => readLexical('{"root":7}'), BodyError);
  let deep = text('x');
  for (let depth = 0; depth < 200; depth += 1) deep = { type: 'box', children: [deep] };
  assert.throws(() => readLexical(lexical(deep)), /nested more than 50 deep/);
  const odd = [
    null,
    7,
    'x',
    [],
    { type: 9 },
    { type: 'paragraph', children: 'x' },
    { type: 'list', children: [1, {}] },
  ];
  const odder = [
    { type: 'extended-text', text: { toString: 'x' }, format: 'bold' },
    { type: 'link', url: {}, children: [text('l')] },
  ];
  const { pieces } = readLexical({ root: { children: [...odd, { type: 'paragraph', children: odder }] } });
  assert.deepEqual(pieces, [{ format: 'html', text: '<ul><li></li></ul>\n<p>l</p>' }]);
  const proto =
    '{"root":{"__proto__":{"children":[]},"constructor":1,"children":[{"type":"paragraph","__proto__":{"x":1},"children":[{"type":"text","text":"ok"}]}]}}';
  assert.equal(readLexical(proto).pieces[0]?.text, '<p>ok</p>');
  assert.equal(({} as Record<string, unknown>)['x'], undefined);
});
