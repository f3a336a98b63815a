/** Ghost exports are known by what they begin with. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { test } from 'node:test';
import { isGhost } from '../../../src/importers/ghost/is-ghost.ts';
import { folderWith } from '../../support/small-blog.ts';
import { zipOf } from '../../support/zip-of.ts';

const json = '{"db":[{"meta":{"exported_on":1,"version":"5.0.0"},"data":{"posts":[]}}]}';

const knows = (path: string): Promise<boolean> =>
  isGhost({ path, kind: extname(path) === '' ? 'folder' : 'file' });

test('exports and redirects, by file, folder and zip', async (t) => {
  const files = {
    'a/x.json': json,
    'b/x.json': '{"meta":{"exported_on":1},"data":{"posts":[]}}',
    'c/x.json': '\uFEFF{\n "data": {"posts": [{"title": "x", "mobiledoc": null}]}}',
    'd/x.json': '[{"from": "/a", "to": "/b", "permanent": true}]',
    'e/x.yaml': '301:\n  /a: /b\n',
    'f/data/my.json': json,
    'f/content/images/x.png': 'x',
    'f/content/themes/casper/about.md': '# Casper',
  };
  const folder = await folderWith(t, files);
  await writeFile(
    join(folder, 'x.zip'),
    zipOf([
      ['content/images/x.png', 'x'],
      ['my.json', json],
    ]),
  );
  for (const name of ['a/x.json', 'b/x.json', 'c/x.json', 'd/x.json', 'e/x.yaml', 'f', 'x.zip'])
    assert.ok(await knows(join(folder, name)), name);
});

test('nothing else', async (t) => {
  const files = {
    'feed.json': '{"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": []}',
    'hashnode.json': '{"posts": [{"_id": "1", "contentMarkdown": "x", "slug": "x"}]}',
    'devto.json': '[{"title": "x", "body_markdown": "y"}]',
    'package.json': '{"name": "x"}',
    'site.yml': 'title: x',
    'blog/posts/a.md': '# A',
    'blog/package.json': '{"name": "x"}',
    'moved/old/ghost.json': json,
    'moved/posts/a.md': '# A',
  };
  const folder = await folderWith(t, files);
  for (const name of [
    ...Object.keys(files).filter((file) => file !== 'moved/old/ghost.json'),
    'blog',
    'moved',
    'nowhere',
  ])
    assert.ok(!(await knows(join(folder, name))), name);
});
