/** Footnotes as different programs write them; all become those of GFM. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlToMarkdown } from '../../../src/importers/foreign/html-to-markdown.ts';

test('WordPress', () => {
  const html =
    '<p>T<sup class="fn" data-fn="u1"><a href="#u1" id="u1-link">1</a></sup></p><ol class="wp-block-footnotes"><li id="u1">N <a href="#u1-link">↩︎</a></li></ol>';
  assert.equal(htmlToMarkdown(html), 'T[^1]\n\n[^1]: N');
});

test('Pandoc, with blocks in a note', () => {
  const html =
    '<p>T<a href="#fn1" id="fnref1"><sup>1</sup></a> and <a href="#fn2" id="fnref2"><sup>2</sup></a></p><section class="footnotes"><hr /><ol><li id="fn1"><p>One.<a href="#fnref1">↩︎</a></p></li><li id="fn2"><p>Two.</p><pre><code>x</code></pre><p><a href="#fnref2">↩︎</a></p></li></ol></section>';
  assert.equal(htmlToMarkdown(html), 'T[^1] and [^2]\n\n[^1]: One.\n\n[^2]: Two.\n\n    ```\n    x\n    ```');
});

test('kramdown, a note that is called twice', () => {
  const html =
    '<p>T<sup id="fnref:a"><a href="#fn:a">1</a></sup>, again<sup id="fnref:a:1"><a href="#fn:a">1</a></sup>.</p><div class="footnotes"><ol><li id="fn:a"><p>K <a href="#fnref:a">&#8617;</a> <a href="#fnref:a:1">&#8617;<sup>2</sup></a></p></li></ol></div>';
  assert.equal(htmlToMarkdown(html), 'T[^1], again[^1].\n\n[^1]: K');
});

test('Word, where the way back looks like a call', () => {
  const html =
    '<p>A <a href="#_ftn1" name="_ftnref1">[1]</a></p><h2>Notes</h2><p><a href="#_ftnref1" name="_ftn1">[1]</a> Word note</p>';
  assert.equal(htmlToMarkdown(html), 'A [^1]\n\n[^1]: Word note');
});

test('paragraphs that say their number, and a call within a table that stays HTML', () => {
  const html =
    '<table><tr><td colspan="2">a<a href="#n1" id="r1">1</a></td></tr><tr><td>b</td><td>c</td></tr></table><p id="n1">1. Note <a href="#r1">back</a></p>';
  const markdown = htmlToMarkdown(html);
  assert.match(markdown, /<td colspan="2">\n\na\[\^1\]\n\n<\/td>/);
  assert.match(markdown, /\[\^1\]: Note$/);
});

test('links that are numbers but lead to no note stay links', () => {
  const html = '<p><a href="#p2">2</a> <a href="/x#n">3</a></p><p id="p2">Two</p>';
  assert.equal(htmlToMarkdown(html), '[2](#p2) [3](/x#n)\n\n<a id="p2"></a>Two');
});

test('our own rendering comes back', () => {
  const html =
    '<p>a<sup><a href="#fn-1" id="fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup></p><section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2><ol><li id="fn-1"><p>b <a href="#fnref-1" data-footnote-backref="" aria-label="Back to reference 1">↩</a></p></li></ol></section>';
  assert.equal(htmlToMarkdown(html), 'a[^1]\n\n[^1]: b');
});

test('pieces of one body have notes of their own', () => {
  const html = '<p>T<a href="#n" id="r">1</a></p><ol><li id="n">N <a href="#r">↩</a></li></ol>';
  assert.equal(htmlToMarkdown(html, { notePrefix: '2-' }), 'T[^2-1]\n\n[^2-1]: N');
});
