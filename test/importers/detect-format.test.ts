/** What somebody brings is known by what is in it. The formats' own tests say what each of them knows. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { InputError } from '../../src/importers/blog-reader.ts';
import { detectFormat } from '../../src/importers/detect-format.ts';
import { folderWith } from '../support/small-blog.ts';

const rss =
  '<?xml version="1.0"?>\n<!-- of <b>mine</b> --><rss version="2.0"><channel><title>x</title></channel></rss>';
const ghost = '{"db":[{"meta":{"exported_on":1,"version":"5.0.0"},"data":{"posts":[]}}]}';

test('by what is in it, whatever its name', async (t) => {
  const folder = await folderWith(t, {
    'a.txt': rss,
    b: '<!DOCTYPE rdf:RDF [<!ENTITY x "<y>">]><rdf:RDF xmlns:rdf="x"/>',
    'c.json': '{"title": "x", "version": "https://jsonfeed.org/version/1.1", "items": []}',
    'd.json': ghost,
    'e.md': '<feed xmlns="http://www.w3.org/2005/Atom"/>',
    'ghost/content/data/x.json': ghost,
    'moved/old/x.json': ghost,
    'moved/posts/one.md': '# One',
    'folder/feed.xml': rss,
  });
  await writeFile(join(folder, 'utf16.xml'), Buffer.from(`\uFEFF${rss}`, 'utf16le'));
  const expected = {
    ...{
      'a.txt': 'feed',
      b: 'feed',
      'c.json': 'feed',
      'd.json': 'ghost',
      'e.md': 'feed',
      'utf16.xml': 'feed',
    },
    // A folder is a blog in Markdown unless it says otherwise: the export that it was made from may lie in it.
    ...{ ghost: 'ghost', moved: 'markdown', folder: 'markdown' },
  };
  for (const [name, format] of Object.entries(expected))
    assert.equal(await detectFormat(join(folder, name)), format, name);
});

test('an address is that of a feed; nobody asks there before the import does', async () => {
  assert.equal(await detectFormat('https://127.0.0.1:1/nothing'), 'feed');
  assert.equal(await detectFormat('HTTP://far.example/x.md'), 'feed');
});

test('what is nothing that is known is refused with what to do', async (t) => {
  const folder = await folderWith(t, {
    'a.md': '# One',
    'b.json': '{"name": "x"}',
    'c.bin': 'PK\u0003\u0004',
    'd.xml': '<svg/>',
    'empty.xml': '',
  });
  const refused: readonly (readonly [string, RegExp])[] = [
    ['a.md', /a\.md is one post; name the folder that holds the blog/],
    ['b.json', /nothing that is known: .*an export of Ghost, a feed .*--format markdown\|/],
    ['c.bin', /nothing that is known/],
    ['d.xml', /nothing that is known/],
    ['empty.xml', /empty\.xml is empty/],
    ['no-file.json', /There is no file .*no-file\.json\. Check the path/],
    ['no-folder', /There is no folder/],
  ];
  for (const [name, reason] of refused)
    await assert.rejects(
      detectFormat(join(folder, name)),
      (error) => error instanceof InputError && reason.test(error.message),
      name,
    );
  await assert.rejects(detectFormat('/dev/null'), /neither a file nor a folder/);
});
