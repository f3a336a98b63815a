/** Feeds are read as gofeed reads them: its cases lie beside the project, and are not copied into it. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { casesOf, corpus, groups } from './gofeed-cases.ts';

/** Where we differ, each with the reason. */
const different = new Map([
  [
    'parser/atom/feed_logo_uri_base.xml',
    'RFC 3986: from "http://example.org/img" a file is beside img, not in it',
  ],
  [
    'translator/rss/feed_item_description_-_rdf_item_description.xml',
    'rdf:about is the address of an item without a link',
  ],
  [
    'translator/rss/feed_item_title_-_rdf_item_title.xml',
    'rdf:about is the address of an item without a link',
  ],
  [
    'translator/rss/feed_item_enclosure_-_rss_channel_item_enclosure.xml',
    'it expects a field that the universal form has not',
  ],
  [
    'extensions/dublincore/dublincore_item_multiple_values.xml',
    'every dc:creator is an author, not only the first',
  ],
  ['extensions/media/feed_item_image_-_rss_channel_item_media.xml', 'media:title is the title of the image'],
]);

const skip = existsSync(corpus) ? false : 'the corpora are not beside the project';

for (const group of groups) {
  test(`gofeed's ${group}: every value agrees, but for the differences that are meant`, { skip }, () => {
    const differing = casesOf(group).filter(({ differences }) => differences.length > 0);
    const unexpected = differing.filter(({ name }) => !different.has(name));
    assert.deepEqual(unexpected, []);
  });
}

test('more than 98 of 100 cases agree in every value', { skip }, () => {
  const cases = groups.flatMap((group) => casesOf(group));
  const agreeing = cases.filter(({ differences }) => differences.length === 0);
  assert.ok(cases.length >= 500, `${cases.length} cases`);
  assert.ok(agreeing.length / cases.length > 0.98, `${agreeing.length} of ${cases.length}`);
});
