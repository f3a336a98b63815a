/** Feeds are read as gofeed reads them: its cases lie beside the project, and are not copied into it. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { InputError } from '../../../src/importers/blog-reader.ts';
import { detectFormat } from '../../../src/importers/detect-format.ts';
import { readFeed } from '../../../src/importers/feeds/read-feed.ts';
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

/** What of the feeds is none, and why. */
const refused = [
  ['parser/json/invalid/invalid.json', 'nothing that is known'],
  ['parser/universal/empty_feed.xml', 'is empty'],
  ['parser/universal/invalid.json', 'nothing that is known'],
  ['parser/universal/unknown_feed.xml', 'nothing that is known'],
] as const;

test(
  'every feed is known as one and read without an error; what is none is refused with the reason',
  { skip },
  async () => {
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.xml') || /(?:^|\/)(?:json|universal)\/(?:.*(?<!_expected)\.json)$/.test(name),
    );
    const none = new Map<string, string>(refused);
    let posts = 0;
    for (const name of files) {
      const path = join(corpus, name);
      const reason = none.get(name);
      if (reason !== undefined) {
        await assert.rejects(
          detectFormat(path),
          (error) => error instanceof InputError && error.message.includes(reason),
          name,
        );
        continue;
      }
      assert.equal(await detectFormat(path), 'feed', name);
      const { record } = await readFeed([path], { source: 'gofeed' });
      assert.deepEqual(
        record.problems.filter(({ severity }) => severity === 'error'),
        [],
        name,
      );
      posts += record.posts.length;
    }
    assert.ok(files.length > 540 && posts > 260, `${files.length} files, ${posts} posts`);
  },
);
