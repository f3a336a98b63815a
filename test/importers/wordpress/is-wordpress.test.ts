import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { detectFormat } from '../../../src/importers/detect-format.ts';
import { sourceName } from '../../../src/importers/wordpress/source-name.ts';
import { withFiles, type Files } from './read-wxr.ts';
import { item, wxr } from './wxr-text.ts';

const text = wxr(item({ id: 1 }));

/** What a file, or a folder of files, is taken for. */
function formatOf(files: Files, folder = false): Promise<string> {
  return withFiles(files, ([path = ''], parent) => detectFormat(folder ? parent : path));
}

test('an export is known by what is in it: plain, packed, in UTF-16, without its first line', async () => {
  const large = wxr(Array.from({ length: 500 }, (_, index) => item({ id: index + 1 })).join(''));
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  assert.equal(await formatOf({ 'a.xml': text }), 'wordpress');
  assert.equal(await formatOf({ 'export.bin': gzipSync(large) }), 'wordpress');
  assert.equal(await formatOf({ 'a.xml': utf16 }), 'wordpress');
  assert.equal(await formatOf({ 'a.xml': `\n\n${text.slice(text.indexOf('<rss'))}` }), 'wordpress');
});

test("WordPress's feeds are feeds", async () => {
  const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title><link>https://a.example</link><generator>https://wordpress.org/?v=6.7</generator><item><title>A</title></item></channel></rss>`;
  assert.equal(await formatOf({ 'feed.xml': feed }), 'feed');
});

test('a folder of exports and nothing else is one; with a Markdown file in it, it is not', async () => {
  assert.equal(await formatOf({ 'a.xml': text, 'b.xml.gz': gzipSync(text) }, true), 'wordpress');
  assert.equal(await formatOf({ 'a.xml': text, 'post.md': '# Post' }, true), 'markdown');
  assert.equal(await formatOf({ 'a.xml': text, 'sitemap.xml': '<urlset></urlset>' }, true), 'markdown');
  const nested = await withFiles({ 'a.xml': text }, async (_paths, folder) => {
    await mkdir(join(folder, 'images'));
    return detectFormat(folder);
  });
  assert.equal(nested, 'markdown');
});

test('the name of an import is the host, else the name of the file without its date', () => {
  assert.equal(sourceName('https://www.blog.example/wp', 'x.xml'), 'www.blog.example');
  const names = ['mysite.WordPress.2026-01-31.xml', 'mysite.wordpress.2026-01-31.000.xml', 'mysite.xml.gz'];
  assert.deepEqual(new Set(names.map((name) => sourceName('', name))), new Set(['mysite']));
});
