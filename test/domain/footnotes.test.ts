/** Footnotes from mark to note and back, and that text, excerpt and contents do not speak of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBody } from '../../src/domain/render-body.ts';

const body = [
  '## One',
  'First[^1] and again[^1], another[^ä ö] and[^long-name].[^long-name]',
  '## Footnotes',
  'A heading that is called so.[^1]',
  '[^1]: Note *one*.',
  '[^long-name]:\n    Two paragraphs.\n\n    ```js\n    1;\n    ```',
].join('\n\n');

const all = (html: string, pattern: RegExp): string[] =>
  Array.from(html.matchAll(pattern), ([, value = '']) => value);

test('every mark leads to its note, every note back to each of its marks', async () => {
  const { html } = await renderBody(body);
  const ids = all(html, / id="([^"]*)"/g);
  assert.equal(new Set(ids).size, ids.length);
  for (const target of all(html, / href="#([^"]*)"/g)) assert.ok(ids.includes(target), target);
  assert.deepEqual(all(html, /href="(#fn-[^"]*)"/g), [
    '#fn-1',
    '#fn-1',
    '#fn-long-name',
    '#fn-long-name',
    '#fn-1',
  ]);
  assert.deepEqual(all(html, /href="(#fnref-[^"]*)"/g), [
    '#fnref-1',
    '#fnref-1-2',
    '#fnref-1-3',
    '#fnref-long-name',
    '#fnref-long-name-2',
  ]);
  assert.equal(all(html, /(aria-label="Back to reference)/g).length, 5);
  assert.match(
    html,
    /<section data-footnotes(?:="")? class="footnotes"><h2 class="sr-only" id="footnote-label">/,
  );
});

test('a name in any letters is one', async () => {
  const { html } = await renderBody('a[^日本]\n\n[^日本]: b');
  const [target = ''] = all(html, /href="#(fn-[^"]*)"/g);
  assert.ok(html.includes(`<li id="${target}">`));
});

test('a mark without a note stays text; a note without a mark is left out', async () => {
  const { html, text } = await renderBody('a[^none]\n\n[^unused]: b');
  assert.equal(html, '<p>a[^none]</p>');
  assert.equal(text, 'a[^none]');
});

test('text, excerpt and contents are as without them, the notes at the end of the text', async () => {
  const { text, excerptText, toc } = await renderBody(body);
  assert.equal(
    text,
    'One\nFirst and again, another[^ä ö] and.\nFootnotes\nA heading that is called so.\nNote one.\nTwo paragraphs.\n1;',
  );
  assert.equal(excerptText, 'First and again, another[^ä ö] and. A heading that is called so.');
  assert.deepEqual(
    toc.map(({ id }) => id),
    ['one', 'footnotes'],
  );
});
