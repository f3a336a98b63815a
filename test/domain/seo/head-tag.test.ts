import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  headHtml,
  jsonLdTag,
  linkTag,
  namedMeta,
  propertyMeta,
  titleTag,
} from '../../../src/domain/seo/head-tag.ts';
import { duration, jsonLdDocument, thing } from '../../../src/domain/seo/json-ld.ts';
import { elementsOfHead, pageWith } from '../../support/head.ts';

/** Texts that break out where something is escaped wrongly. */
const hostile = [
  '</title><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '&quot;&lt;&amp;amp;',
  '<!--<script>',
  ']]>',
  '\u2028\u2029',
  '</script',
  'a`b=c',
];

test('every text comes back from a parser as it was', () => {
  for (const text of hostile) {
    const tags = [
      titleTag(text),
      ...namedMeta('description', text),
      ...propertyMeta('og:title', text),
      ...linkTag('next', text, { title: text }),
    ];
    const [, title, meta, property, link] = elementsOfHead(pageWith(headHtml(tags)));
    assert.deepEqual(
      [
        title!.content,
        meta!.attributes['content'],
        property!.attributes['content'],
        link!.attributes['href'],
        link!.attributes['title'],
      ],
      [text, text, text, text, text],
    );
  }
});

test('JSON-LD in a script is the same JSON, and nothing else', () => {
  for (const text of hostile) {
    const json = jsonLdDocument([thing('BlogPosting', { headline: text })]);
    assert.doesNotMatch(json, /[<>&\u2028\u2029]/);
    const [, script, ...others] = elementsOfHead(pageWith(headHtml([jsonLdTag(json)])));
    assert.deepEqual(others, []);
    const graph = (JSON.parse(script!.content) as { readonly '@graph': unknown })['@graph'];
    assert.deepEqual(graph, [{ '@type': 'BlogPosting', headline: text }]);
  }
});

test('what is not known makes no tag and no property', () => {
  assert.deepEqual([namedMeta('x', null), propertyMeta('x', null), linkTag('x', null)], [[], [], []]);
  assert.deepEqual(thing('Event', { name: 'x', image: [], url: null, position: 0 }), {
    '@type': 'Event',
    name: 'x',
    position: 0,
  });
});

test('minutes as ISO 8601', () => {
  const wanted = { 0: 'PT0M', 5: 'PT5M', 60: 'PT1H', 95: 'PT1H35M', 1500: 'PT25H' };
  for (const [minutes, text] of Object.entries(wanted)) assert.equal(duration(Number(minutes)), text);
  assert.deepEqual([duration(null), duration(-1)], [null, null]);
});
