import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { InputError } from '../../../src/importers/blog-reader.ts';
import { readWordpress } from '../../../src/importers/wordpress/read-wordpress.ts';
import { readWxr, withFiles } from './read-wxr.ts';
import { attachment, author, item, wxr } from './wxr-text.ts';

test('the versions of the format, and other prefixes for it', async () => {
  for (const version of ['1.0', '1.1', '1.2'] as const) {
    const { posts, said } = await readWxr(wxr(item({ id: 1 }), { version }));
    assert.deepEqual([posts.length, said], [1, []], version);
  }
  const renamed = wxr(author('jane', 'Jane') + item({ id: 1, creator: 'jane' }))
    .replaceAll('<wp:', '<ns0:')
    .replaceAll('</wp:', '</ns0:')
    .replace('xmlns:wp=', 'xmlns:ns0=');
  const { posts, authors } = await readWxr(renamed);
  assert.deepEqual([posts[0]?.key, authors[0]?.name], ['post/1', 'Jane']);
});

test('entities, of XML and HTML; sections that hold their own end; bare marks', async () => {
  const { post, said } = await readWxr(
    wxr(
      item({ id: 1, content: '<pre>a[b[0]]> c && d</pre>', title: 'Split' }) +
        item({ id: 2 }).replace(
          '<![CDATA[Post 2]]>',
          'R&D &amp; &#8220;more&#8221;&nbsp;&eacute; &undefined; a < b',
        ) +
        item({ id: 3, content: 'before\u0007after' }),
    ),
  );
  assert.match(post(1).markdown, /a\[b\[0\]\]> c && d/);
  assert.equal(post(2).title, 'R&D & “more” é &undefined; a < b');
  assert.match(post(3).markdown, /beforeafter/);
  assert.deepEqual(said, []);
});

test('XML entities are not expanded, and nothing outside is read', async () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>`;
  const text = wxr(item({ id: 1 }).replace('<![CDATA[Post 1]]>', 'T &b; &x;')).replace(
    '<rss',
    `${bomb}\n<rss`,
  );
  const { post } = await readWxr(text);
  assert.equal(post(1).title, 'T &b; &x;');
});

test('bytes that are no UTF-8 are read as the old Western encoding, line by line', async () => {
  const text = wxr(item({ id: 1, content: 'Caf\u00e9 ok.\n\nBAD' }));
  const [before = '', after = ''] = text.split('BAD');
  const bytes = Buffer.concat([
    Buffer.from(before),
    Buffer.from([0x93, 0x4e, 0xe9, 0x94]),
    Buffer.from(after),
  ]);
  const { post, said } = await readWxr({ 'export.xml': bytes });
  assert.match(post(1).markdown, /Café ok\.\n\n“Né”/);
  assert.deepEqual(said, ['warning: 1 line is not UTF-8']);
});

test('UTF-16 with a byte order mark', async () => {
  const bytes = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(wxr(item({ id: 1, title: 'Größe' })), 'utf16le'),
  ]);
  const { post } = await readWxr({ 'export.xml': bytes });
  assert.equal(post(1).title, 'Größe');
});

test('a file that was cut off: what is whole goes in, with the line; nothing is removed', async () => {
  const whole = wxr(item({ id: 1 }) + item({ id: 2 }) + item({ id: 3 }));
  const { posts, incomplete, problems } = await readWxr(whole.slice(0, whole.indexOf('Post 3') + 3));
  assert.deepEqual(
    posts.map(({ key }) => key),
    ['post/1', 'post/2'],
  );
  assert.equal(incomplete, true);
  const line = whole.slice(0, whole.indexOf('Post 3')).split('\n').length - 1;
  assert.deepEqual(
    problems.map((problem) => [problem.severity, problem.file, problem.line, problem.what, problem.why]),
    [['error', 'export.xml', line, 'an item was left out', 'The file ends in the middle of it.']],
  );
});

test('a file that was cut off between two items is told as well', async () => {
  const { posts, incomplete, said } = await readWxr(wxr(item({ id: 1 }), { end: null }));
  assert.equal(posts.length, 1);
  assert.equal(incomplete, true);
  assert.deepEqual(said, ['error: the end of it is missing']);
});

test('tags and sections that nobody closed end with their item', async () => {
  const unclosed = item({ id: 1 }).replace('</item>', '');
  const section = item({ id: 3, content: 'Third.' }).replace('Third.]]>', 'Third.');
  const { posts, post, incomplete } = await readWxr(
    wxr(unclosed + item({ id: 2 }) + section + item({ id: 4 })),
  );
  assert.deepEqual(
    posts.map(({ key }) => key),
    ['post/1', 'post/2', 'post/3', 'post/4'],
  );
  assert.match(post(3).markdown, /^Third\.\s*$/);
  assert.equal(incomplete, undefined);
});

test('an item goes on behind the element of a record within it', async () => {
  const raw = '<wp:author>alice</wp:author><wp:category></wp:category><wp:tag/>';
  const { posts, said } = await readWxr(wxr(item({ id: 1, raw }) + item({ id: 2 })));
  assert.deepEqual(
    posts.map(({ key }) => key),
    ['post/1', 'post/2'],
  );
  assert.deepEqual(said, []);
});

test('an item that says neither type nor status is left out where it is damaged, with its line', async () => {
  const broken = '<item><title>Broken</title><wp:post_id>9</wp:post_id><wp:post_name x=</item>\n';
  const text = wxr(item({ id: 1 }) + broken + item({ id: 2 }));
  const { posts, problems, incomplete } = await readWxr(text);
  assert.deepEqual(
    posts.map(({ key }) => key),
    ['post/1', 'post/2'],
  );
  assert.deepEqual(
    problems.map(({ severity, line, what }) => [severity, line, what]),
    [
      [
        'error',
        text.slice(0, text.indexOf(broken)).split('\n').length,
        'an item was left out: its XML is damaged',
      ],
    ],
  );
  assert.equal(incomplete, true);
});

test('the same item twice counts once; another one of the same number is told', async () => {
  const { posts, post, said } = await readWxr({
    'one.xml': wxr(item({ id: 1 }) + attachment(5)),
    'two.xml': wxr(item({ id: 1 }) + item({ id: 2, meta: [['_thumbnail_id', '5']] }) + attachment(5)),
    'three.xml': wxr(item({ id: 2, title: 'Something else' })),
  });
  assert.deepEqual(
    posts.map(({ key }) => key),
    ['post/1', 'post/2'],
  );
  assert.equal(post(2).title, 'Post 2');
  assert.deepEqual(said, ['error: a second item with the id 2 was left out']);
});

test('packed by gzip, whole and cut off', async () => {
  const packed = gzipSync(wxr(Array.from({ length: 60 }, (_, index) => item({ id: index + 1 })).join('')));
  const { posts, said } = await readWxr({ 'export.xml.gz': packed });
  assert.deepEqual([posts.length, said], [60, []]);
  const cut = await readWxr({ 'export.xml.gz': packed.subarray(0, packed.length * 0.7) });
  assert.ok(cut.posts.length > 5 && cut.posts.length < 60, String(cut.posts.length));
  assert.equal(cut.incomplete, true);
});

test('a bomb of gzip is left where a blog cannot be', async () => {
  const bomb = gzipSync(Buffer.alloc(100 * 2 ** 20, ' '));
  await assert.rejects(readWxr({ 'export.xml.gz': bomb }), /holds more than a blog can/);
});

test('files of two blogs, and files of no blog, are refused', async () => {
  const refused = async (files: Record<string, string>, why: RegExp): Promise<void> => {
    await assert.rejects(readWxr(files), (error) => error instanceof InputError && why.test(error.message));
  };
  await refused(
    { 'a.xml': wxr(item({ id: 1 })), 'b.xml': wxr(item({ id: 1 }), { url: 'https://other.example' }) },
    /a\.xml is an export of https:\/\/blog\.example, b\.xml one of https:\/\/other\.example/,
  );
  await refused({ 'a.xml': '<html><p>Not found</p></html>' }, /no item, author or term in a\.xml/);
  await refused({ 'a.xml': '' }, /no item, author or term/);
});

test('a folder of exports is one blog; its files are read in the order of their numbers', async () => {
  const files = {
    'x.10.xml': wxr(item({ id: 3 })),
    'x.2.xml': wxr(item({ id: 2 })),
    'x.1.xml': wxr(item({ id: 1 })),
  };
  await withFiles(files, async (_paths, folder) => {
    const { record, close } = await readWordpress([folder], { source: 'own' });
    assert.deepEqual(
      [record.source, record.posts.map(({ key }) => key)],
      ['own', ['post/1', 'post/2', 'post/3']],
    );
    await close?.();
  });
});

test('a section within a section, and references to characters that XML forbids', async () => {
  const nested = '<![CDATA[Before <![CDATA[<p>inner</p>]]> <p>after</p>]]>';
  const { post, said } = await readWxr(
    wxr(
      item({ id: 1, content: 'HERE' }).replace('<![CDATA[HERE]]>', nested) +
        item({ id: 2, title: 'HERE', content: 'a&#x1F;b&#0;c' }).replace(
          '<![CDATA[HERE]]>',
          'A&#x1F;B&#0;C&#xD800;&#xE9;',
        ) +
        item({ id: 3, content: 'One ]]> two <![CDATA[ three' }),
    ),
  );
  assert.deepEqual(post(1).markdown.trim().split(/\s+/), ['Before', 'inner', 'after']);
  assert.equal(post(2).title, 'ABCé');
  assert.equal(post(2).markdown.trim(), 'ab\ufffdc');
  assert.match(post(3).markdown, /^One/);
  assert.deepEqual(said, []);
});
