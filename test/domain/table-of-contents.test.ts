import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBody } from '../../src/domain/render-body.ts';

test('headings are listed with the heading they stand under', async () => {
  const { toc } = await renderBody('# A\n\n## B\n\n#### D\n\n### C\n\n## E *f* `g`\n\n# H');
  assert.deepEqual(toc, [
    { id: 'a', text: 'A', level: 1, parentId: null },
    { id: 'b', text: 'B', level: 2, parentId: 'a' },
    { id: 'd', text: 'D', level: 4, parentId: 'b' },
    { id: 'c', text: 'C', level: 3, parentId: 'b' },
    { id: 'e-f-g', text: 'E f g', level: 2, parentId: 'a' },
    { id: 'h', text: 'H', level: 1, parentId: null },
  ]);
});

test('every id of a body is its own, whatever the author wrote', async () => {
  const { html, toc } = await renderBody(
    '<a id="intro"></a>\n\n## Intro\n\n## Intro\n\n## X {#intro}\n\n## Intro 1\n\n## 🎉\n\n## 🚀\n\n## __proto__ constructor',
  );
  const ids = Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
  assert.equal(new Set(ids).size, 8);
  assert.ok(ids.every((id) => id !== ''));
  assert.deepEqual(
    toc.map(({ id }) => id),
    ids.slice(1),
  );
});

test('an explicit id is kept and leaves the text', async () => {
  const cases = [
    '## Wie geht das {#How-To}',
    '## Wie geht das {/* #How-To */}',
    '## Wie geht das {: #How-To .wide}',
    'Wie geht das {#How-To}\n---',
    '<h2 id="How-To">Wie geht das</h2>',
  ];
  for (const markdown of cases) {
    const { html, toc } = await renderBody(`${markdown}\n\n[up](#How-To)`);
    assert.deepEqual(toc, [{ id: 'How-To', text: 'Wie geht das', level: 2, parentId: null }], markdown);
    assert.match(html, /^<h2 id="How-To">Wie geht das<\/h2>/);
  }
});

test('scripts other than Latin have ids of their own letters', async () => {
  const { toc } = await renderBody('## はじめに\n\n## Вступ\n\n## Größe');
  assert.deepEqual(
    toc.map(({ id }) => id),
    ['はじめに', 'вступ', 'größe'],
  );
});

test('a heading that is a picture is called by what it shows; an empty one is left out', async () => {
  const { toc } = await renderBody('## ![The team](a.png)\n\n##\n\n## B');
  assert.deepEqual(
    toc.map(({ text }) => text),
    ['The team', 'B'],
  );
});
