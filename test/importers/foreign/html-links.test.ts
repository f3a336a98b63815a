/** Links that only served a page: those of headings to themselves, and of quotes that a script fills. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlToMarkdown } from '../../../src/importers/foreign/html-to-markdown.ts';

const cases: readonly (readonly [what: string, html: string, markdown: string])[] = [
  ['DEV', '<h2><a name="the-head" href="#the-head"></a>The head</h2>', '## The head'],
  [
    'Eleventy',
    '<h2 id="a-b">A b <a class="direct-link" href="https://x.example/p/#a-b">#</a></h2>',
    '## A b',
  ],
  ['Sphinx', '<h3>A<a class="headerlink" href="#a" title="Permalink">¶</a></h3>', '### A'],
  ['an icon', '<h3><a href="#a" aria-hidden="true"><svg><path d="M0"/></svg></a>A</h3>', '### A'],
  [
    'which something leads to',
    '<p><a href="#x">See</a></p><h2><a id="x" href="#x">#</a>A heading</h2>',
    '[See](#x)\n\n## A heading {#x}',
  ],
  [
    'a link that says something',
    '<h2><a href="/p#a">A</a> <a href="/#">#1</a></h2>',
    '## [A](/p#a) [#1](/#)',
  ],
  [
    'a post of which only the address is there',
    '<figure><blockquote class="twitter-tweet"><a href="https://twitter.com/x/status/1"></a></blockquote><script src="https://platform.twitter.com/widgets.js"></script></figure>',
    '<https://twitter.com/x/status/1>',
  ],
  [
    'a post with its text',
    '<blockquote class="twitter-tweet"><p>Said.</p>— X <a href="https://twitter.com/x/status/1">then</a></blockquote>',
    '> Said.\n>\n> — X [then](https://twitter.com/x/status/1)',
  ],
  [
    'Instagram',
    '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/a/"></blockquote>',
    '<https://www.instagram.com/p/a/>',
  ],
  ['no address', '<p>a</p><blockquote class="twitter-tweet"><a href="javascript:x"></a></blockquote>', 'a'],
];

for (const [what, html, markdown] of cases)
  test(`links: ${what}`, () => {
    assert.equal(htmlToMarkdown(html), markdown);
  });
