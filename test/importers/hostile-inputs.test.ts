/** Exports that mean harm, or are damaged: nothing leaves the folder, memory stays bounded, the good posts go in. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { InputError } from '../../src/importers/blog-reader.ts';
import { detectFormat } from '../../src/importers/detect-format.ts';
import { dump } from '../actions/dump.ts';
import { testDatabase } from '../support/database.ts';
import { importInto } from '../support/import-into.ts';
import { folderWith } from '../support/small-blog.ts';
import { zipOf } from '../support/zip-of.ts';
import {
  addBadNeighbours,
  around,
  attempt,
  fileOf,
  goodFiles,
  jsonPosts,
  sparseFile,
  xmlFile,
  xmlItem,
  type JsonFormat,
  type Row,
} from './hostile-blogs.ts';

const names = ['wordpress', 'ghost', 'feed', 'devto', 'hashnode', 'medium'] as const;
const jsonNames: readonly JsonFormat[] = ['ghost', 'devto', 'hashnode', 'feed'];

test('no blog at all is refused in a sentence, and nothing is waited for', async (t) => {
  for (const format of names) {
    const [name] = goodFiles[format];
    const folder = await folderWith(t, { empty: '' });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await mkdir(join(folder, `folder-${name}`));
    const inputs = [
      ...[
        await fileOf(t, name, ''),
        await fileOf(t, name, Buffer.alloc(5000)),
        await fileOf(t, name, 'PK\x03\x04'),
      ],
      ...[join(folder, 'pipe'), '/dev/zero', join(folder, `folder-${name}`), join(folder, 'nowhere')],
    ];
    for (const input of inputs) {
      const { titles, refused, told } = await attempt(format, [input]);
      assert.deepEqual(titles, [], `${format} ${input}`);
      // One page of several that is none is told as such.
      assert.match(refused ?? told.join(), /\. |left out/, `${format} ${input}`);
      await detectFormat(input).catch((error: unknown) => {
        assert.ok(error instanceof InputError, `${format} ${input} ${String(error)}`);
      });
    }
  }
});

test('a gigantic file is refused without being held in memory', async (t) => {
  for (const format of names) {
    const [name] = goodFiles[format];
    // WordPress's may be gigantic: they are read bit by bit.
    const bytes = format === 'wordpress' ? 2 ** 26 : 2 ** 30;
    const input = await sparseFile(join(await folderWith(t, {}), name), bytes);
    const { refused, told, grownMb } = await attempt(format, [input]);
    assert.match(refused ?? told.join(), /MB|no export of WordPress/, format);
    assert.ok(grownMb < 150, `${format}: ${grownMb} MB`);
    await assert.rejects(() => detectFormat(input), InputError);
  }
});

test('UTF-16, UTF-8 with a mark and Latin-1 are read', async (t) => {
  for (const format of names) {
    const [name, text] = goodFiles[format];
    const written = [
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(text, 'latin1'),
    ];
    for (const [at, bytes] of written.entries())
      assert.deepEqual(
        (await attempt(format, [await fileOf(t, name, bytes)])).titles,
        ['Bon é'],
        `${format} ${at}`,
      );
  }
});

test('bad neighbours in a folder: the good post goes in, and nothing from outside', async (t) => {
  const folders = {
    markdown: ['posts/good.md', '---\ntitle: Bon é\ndate: 2020-01-02\n---\n\nx'],
    ghost: goodFiles.ghost,
    devto: goodFiles.devto,
    hashnode: goodFiles.hashnode,
    medium: [`posts/${goodFiles.medium[0]}`, goodFiles.medium[1]],
  } as const;
  for (const [format, [name, text]] of Object.entries(folders)) {
    const outside = await fileOf(t, 'secret.txt', 'canary');
    const folder = join(await folderWith(t, {}), 'blog');
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    await addBadNeighbours(dirname(file), name.split('.').at(-1) ?? '', outside);
    const found = await attempt(format as keyof typeof folders, [folder]);
    assert.deepEqual(found.titles, ['Bon é'], format);
    assert.doesNotMatch(found.texts, /canary|root:/, format);
    assert.ok(
      found.told.some((line) => /link\.\w+: a link that leads out/.test(line)),
      format,
    );
    assert.ok(found.grownMb < 150, `${format}: ${found.grownMb} MB`);
    assert.equal(await detectFormat(folder), format);
  }
});

test('zips: a bomb, names that lead out, links and what else is no file are passed by', async (t) => {
  for (const format of ['ghost', 'devto', 'hashnode', 'medium'] as const) {
    const [name, text] = goodFiles[format];
    const bomb = format === 'medium' ? '2020-01-01_Bomb-bbbb00000002.html' : 'bomb.json';
    const canary = text.replaceAll('Bon é', 'canary').replaceAll('aaaa00000001', 'cccc00000003');
    const zip = zipOf([
      [`posts/${bomb}`, ' '.repeat(10_000_000)],
      [`../posts/${name}`, canary],
      [`posts/../../${name}`, canary],
      [`/tmp/posts/${name}`, canary],
      [`C:\\posts\\${name}`, canary],
      [`posts/link-${name}`, '/etc/passwd', { mode: 0o120777 }],
      [`posts/pipe-${name}`, canary, { mode: 0o010644 }],
      [`posts/${name}`, text],
    ]);
    const input = await fileOf(t, 'x.zip', zip);
    const { titles, told, texts, grownMb } = await attempt(format, [input]);
    assert.deepEqual(titles, ['Bon é'], format);
    assert.ok(!texts.includes('canary'));
    assert.ok(
      told.some((line) => line.startsWith('warning x.zip: 6 of its files were passed by')),
      told.join('\n'),
    );
    assert.ok(grownMb < 150, `${format}: ${grownMb} MB`);
    assert.equal(await detectFormat(input), format);
  }
});

test('JSON that is deep, or has the names of a prototype, or other things than ids', async (t) => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const deepMap = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
  const names = '["__proto__","constructor"]';
  const odd = ['title', 'slug', 'cuid', 'id', 'author', 'series', 'collection_id', 'status'];
  for (const format of jsonNames) {
    const good = JSON.stringify(jsonPosts[format]);
    const titlesOf = async (rows: string): Promise<readonly string[]> =>
      (await attempt(format, [await fileOf(t, 'x.json', around(format, rows))])).titles;
    assert.ok((await titlesOf(`[${good},${deep},${deepMap}]`)).includes('Bon é'), format);
    assert.deepEqual(
      await titlesOf(
        `[${good.slice(0, -1)},"tags":${deepMap},"user":${deep},"author":${deepMap},"series":${deep}}]`,
      ),
      ['Bon é'],
      format,
    );
    const cut = await attempt(format, [
      await fileOf(t, 'x.json', around(format, `[${good},${'['.repeat(100_000)}`)),
    ]);
    assert.ok(cut.refused !== null, format);
    const fields = odd.map((name) => `"${name}":"__proto__"`).join();
    const proto = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},${fields},"tags":${names},"tag_list":${names},"body_markdown":"x","contentMarkdown":"x","content_text":"x"}`;
    assert.ok((await titlesOf(`[${good},${proto}]`)).includes('Bon é'), format);
    const plain: Record<string, unknown> = {};
    assert.equal(plain['polluted'], undefined);
    const ids = [1.5, -1, 1e300, true, [], {}, '../../x', 'a\0b', ' ', '\ud800', 'x'.repeat(10_000)];
    const rows: readonly Row[] = [
      jsonPosts[format],
      ...ids.map((id): Row => ({ ...jsonPosts[format], title: 'Odd', id, cuid: id, slug: id, url: id })),
      ...[7, [], {}, true, [[]], { a: 1 }].map((value, at): Row => ({
        ...Object.fromEntries(Object.keys(jsonPosts[format]).map((name) => [name, value])),
        ...{ id: `w${at}`, slug: `w${at}`, cuid: `w${at}`, tags: value, author: value, cover_image: value },
      })),
    ];
    assert.ok((await titlesOf(JSON.stringify(rows))).includes('Bon é'), format);
  }
});

test('XML: entities that grow or lead out, deep nesting, attributes without end, a bomb of gzip', async (t) => {
  const laughs = Array.from(
    { length: 12 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  ).join('');
  const doctype = `<!DOCTYPE x [<!ENTITY l0 "lol">${laughs}<!ENTITY out SYSTEM "file:///etc/passwd">]>`;
  const good = xmlItem('1');
  for (const format of ['wordpress', 'feed'] as const) {
    const read = async (text: string) => attempt(format, [await fileOf(t, 'x.xml', text)]);
    const entities = await read(xmlFile(good + xmlItem('2', '&l12; &out;'), doctype));
    assert.equal(entities.titles[0], 'Bon é');
    assert.doesNotMatch(entities.texts, /lollol|root:/);
    for (const rest of [
      `<item>${'<a>'.repeat(30_000)}`,
      `<item ${'a="1" '.repeat(20_000)}><title>X</title></item>`,
    ]) {
      const { titles, told, grownMb } = await read(xmlFile(good + rest));
      assert.deepEqual(titles, ['Bon é'], format);
      assert.ok(
        told.some((line) => line.startsWith('error')),
        format,
      );
      assert.ok(grownMb < 150, `${format}: ${grownMb} MB`);
    }
    const ids = ['-1', '1e9', 'abc', '9'.repeat(30), '', '1.5', '__proto__'];
    assert.equal(
      (await read(xmlFile(good + ids.map((id) => xmlItem(id, 'Odd')).join('')))).titles[0],
      'Bon é',
    );
  }
  const bomb = gzipSync(Buffer.concat([Buffer.from(xmlFile(good)), Buffer.alloc(150_000_000, ' ')]));
  const { refused, grownMb } = await attempt('wordpress', [await fileOf(t, 'x.xml.gz', bomb)]);
  assert.match(refused ?? '', /holds more than a blog can/);
  assert.ok(grownMb < 150, `${grownMb} MB`);
});

test('signs that no database takes: the posts go in, and a second import writes nothing', async (t) => {
  const db = await testDatabase(t);
  const odd = 'a\0b \ud800 c';
  for (const format of ['devto', 'feed'] as const) {
    const row = {
      ...jsonPosts[format],
      title: odd,
      slug: format,
      url: `https://f.example/${format}`,
      tags: [odd],
      tag_list: [odd],
      html: odd,
      body_markdown: odd,
    };
    const more = {
      contentMarkdown: odd,
      content_text: odd,
      user: { name: odd, username: odd },
      author: odd,
      series: odd,
    };
    const input = await fileOf(t, 'x.json', around(format, JSON.stringify([{ ...row, ...more }])));
    const request = { format, source: format };
    assert.match((await importInto(db, [input], request)).text, /posts +1 created/, format);
    const before = await dump(db);
    assert.match((await importInto(db, [input], request)).text, /posts +1 unchanged/, format);
    assert.deepEqual(await dump(db), before);
  }
});
