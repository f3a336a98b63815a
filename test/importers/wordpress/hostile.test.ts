import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postHtml } from '../../../src/importers/wordpress/body/post-html.ts';
import { imageSize, phpValue } from '../../../src/importers/wordpress/export/php-serialised.ts';
import { withAttachments } from '../../../src/importers/wordpress/posts/attachment-links.ts';
import { mendXml } from '../../../src/importers/wordpress/xml/mend-xml.ts';
import { RecordScanner } from '../../../src/importers/wordpress/xml/scan-records.ts';
import { leastCpuMs } from '../../support/cpu-time.ts';

const nothing = {
  attachment: () => undefined,
  attached: () => [],
  sharedBlock: () => undefined,
  onMissing: () => undefined,
  footnotes: [],
};

/** What begins something and never ends it, over and over. */
const units = [
  ...[
    '[a ',
    '[a]',
    '[/a]',
    '[a b="',
    '[caption]',
    '[caption][/caption]',
    '[[',
    '[a=',
    '[code]',
    '[embed]http://',
  ],
  ...['<a ', '<img src="', '<', '&', '&#', '<p>', '<div>', '</div>', '<pre>', '<script', '<svg ', '<td'],
  ...[
    '<!--',
    '-->',
    '<!-- wp:a ',
    '<!-- wp:a {"b":"',
    '<!-- wp:group -->',
    '<!-- /wp:group -->',
    '\n\n',
    '\u00a0\n',
  ],
  ...[
    '<a rel="wp-att-1" href="?attachment_id=1" ',
    '<img class="wp-image-1" ',
    ' http://a\n',
    '“',
    '<![CDATA[',
  ],
];

test('texts of nothing but opening marks take no more than a moment', async () => {
  for (const unit of units) {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const took = await leastCpuMs(() => {
      postHtml(text, nothing, () => undefined);
      withAttachments(text, () => undefined);
      mendXml(text);
    }, 1);
    assert.ok(took < 2_000, `${JSON.stringify(unit)} took ${took} ms`);
  }
});

test('so do records of nothing but sections and tags', async () => {
  for (const unit of ['<a><![CDATA[]]>', '<![CDATA[', '<!--', '<a', '<item>', '<item><![CDATA[x</item>']) {
    const bytes = Buffer.from(`<rss><channel><item>${unit.repeat(100_000 / unit.length)}`);
    const took = await leastCpuMs(() => {
      const scanner = new RecordScanner();
      return [...scanner.push(bytes), ...scanner.end()].length;
    }, 1);
    assert.ok(took < 2_000, `${unit} took ${took} ms`);
  }
});

test('serialised values: bounded in depth and number, objects are not made, broken lengths are no fault', () => {
  assert.equal(phpValue('O:8:"stdClass":1:{s:1:"a";i:1;}'), null);
  assert.deepEqual(phpValue('a:1:{s:1:"a";O:1:"B":0:{}}'), new Map());
  assert.deepEqual(
    phpValue('a:2:{i:0;s:3:"äb";i:1;b:1;}'),
    new Map<string, string | boolean>([
      ['0', 'äb'],
      ['1', true],
    ]),
  );
  assert.equal(phpValue('a:1:{i:0;'.repeat(10_000)) instanceof Map, true);
  assert.equal(phpValue('s:999999999:"a";'), null);
  assert.deepEqual(imageSize('a:2:{s:5:"width";i:640;s:6:"height";i:480;s:4:"file";s:2:"broken.jpg";}'), {
    width: 640,
    height: 480,
  });
  assert.equal(imageSize('a:1:{s:5:"width";i:-1;}'), null);
});
