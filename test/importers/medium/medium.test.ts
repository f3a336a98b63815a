/** Medium's zip of pages: posts, drafts, answers, people, tags, addresses; what its pages look like inside. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { BlogRecord } from '../../../src/domain/blog-record.ts';
import { InputError } from '../../../src/importers/blog-reader.ts';
import { wholePost } from '../../../src/domain/lazy-post.ts';
import { readMedium } from '../../../src/importers/medium/medium-reader.ts';
import { folderWith } from '../../support/small-blog.ts';
import { zipOf } from '../../support/zip-of.ts';
import { mediumPage, profilePage } from './medium-page.ts';

const [a, b, c, d] = ['aaaa00000001', 'bbbb00000002', 'cccc00000003', 'dddd00000004'] as const;

type Read = BlogRecord & { readonly texts: readonly string[] };

async function read(input: string): Promise<Read> {
  const { record, close } = await readMedium([input], { source: null });
  const texts = record.posts.map(({ markdown }) => markdown.trim());
  const posts = record.posts.map(wholePost);
  await close?.();
  return { ...record, posts, texts };
}

async function readPages(t: TestContext, pages: Readonly<Record<string, string>>): Promise<Read> {
  return read(await folderWith(t, pages));
}

async function markdownOf(t: TestContext, body: string): Promise<string> {
  const { texts } = await readPages(t, {
    [`posts/2020-01-02_X-${a}.html`]: mediumPage(a, { title: 'X', body: `<p>Before</p>${body}` }),
  });
  return (texts[0] ?? '').replace(/^Before\n+/, '');
}

test('a zip: posts, drafts and answers, people, tags, addresses', async (t) => {
  const answer = mediumPage(d, {
    title: 'Thank you, I had…',
    body: '<p class="graf graf--p">Thank you, I had not seen that.</p>',
  });
  const pages = {
    'README.html': '<p>An index</p>',
    'profile/profile.html': profilePage,
    'bookmarks/bookmarks-0001.html': '<p>canary</p>',
    [`posts/2020-01-02_Post-A--really--${a}.html`]: mediumPage(a, {
      title: 'Post &amp; <em>A</em>',
      summary: 'What it is about',
      tags: ['Node Js', 'Things'],
      canonical: `https://medium.com/@jo/post-a-really-${a}`,
      body: `<h3 class="graf--title">Post &amp; A</h3><p><a href="https://blog.jo.example/anything-${b}?source=x---1#part">B</a> <a href="https://medium.com/p/${c}">C</a> <a href="https://medium.com/@ann/else-eeee00000009">E</a></p>`,
    }),
    [`posts/2021-01-02_${b}.html`]: mediumPage(b, {
      canonical: `https://blog.jo.example/post-b-${b}`,
      date: '2021-05-06T07:08:09Z',
    }),
    [`posts/2021-06-07_Post-C-${c}.html`]: mediumPage(c, {
      canonical: 'https://first.example/c',
      date: null,
    }),
    [`posts/draft_Draft-${'e'.repeat(12)}.html`]: mediumPage('e'.repeat(12), {
      title: 'Draft',
      canonical: null,
      date: null,
      author: null,
    }),
    [`posts/2021-07-08_Thank-you-${d}.html`]: answer,
    'posts/notes.html': '<p>No post</p>',
  };
  const zip = join(await folderWith(t, {}), 'medium-export.zip');
  await writeFile(zip, zipOf(Object.entries(pages)));
  for (const input of [zip, await folderWith(t, pages)]) {
    const { texts, ...record } = await read(input);
    assert.equal(record.source, 'medium.com/@jo');
    assert.deepEqual(
      record.posts.map(({ title, slug, wanted, publishedAt, aliases, canonicalUrl }) => [
        ...[title, slug, wanted, publishedAt?.toISOString().slice(0, 10) ?? null, aliases, canonicalUrl],
      ]),
      [
        ['Post & A', 'post-a-really', 'published', '2020-01-02', [], null],
        [`Post ${b}`, 'post-b', 'published', '2021-05-06', [`/post-b-${b}`], null],
        [`Post ${c}`, 'post-c', 'published', '2021-06-07', [], 'https://first.example/c'],
        ['Draft', 'draft', 'draft', null, [], null],
      ],
    );
    assert.equal(
      texts[0],
      '[B](/blog/post-b#part) [C](/blog/post-c) [E](https://medium.com/@ann/else-eeee00000009)',
    );
    assert.equal(texts[1], `Text of ${b}.`);
    assert.deepEqual(record.posts[0]?.tags, ['node-js', 'things']);
    assert.deepEqual(
      record.posts.map(({ authors }) => authors),
      [['jo'], ['jo'], ['jo'], ['jo']],
    );
    assert.deepEqual(
      record.authors.map(({ name, avatar, links }) => [name, avatar, links.map(({ url }) => url)]),
      [
        [
          'Jo Doe',
          { url: 'https://cdn-images-1.medium.com/jo.jpeg', width: null, height: null },
          ['https://medium.com/@jo', 'https://twitter.com/jo_doe'],
        ],
      ],
    );
    assert.deepEqual(
      record.skipped.map(({ why }) => why),
      ["an answer to somebody's text", 'a page, but no post of Medium'],
    );
    assert.deepEqual(
      record.problems.map(({ what }) => what),
      ["1 answer to somebody's text was left out: “Thank you, I had…”", '1 post is a draft: “Draft”'],
    );
    assert.ok(!JSON.stringify({ ...record, posts: [], texts }).includes('canary'));
  }
});

test('title, line above it, subtitle and cover leave the text', async (t) => {
  const { posts, texts } = await readPages(t, {
    [`posts/2020-01-02_X-${a}.html`]: mediumPage(a, {
      title: 'The Title',
      summary: 'The subtitle',
      body:
        '<h4 class="graf graf--h4 graf--kicker">Above</h4><h3 class="graf graf--title">The  title</h3><h4 class="graf graf--subtitle">The subtitle</h4>' +
        '<figure class="graf graf--figure"><div class="aspectRatioPlaceholder is-locked"><div class="aspectRatioPlaceholder-fill" style="padding-bottom: 50%"></div>' +
        '<img class="graf-image" alt="A &lt;cat&gt;" data-image-id="1*c.png" data-width="3200" src="https://cdn-images-1.medium.com/max/800/1*c.png"></div><figcaption class="imageCaption">By <em>Ann</em></figcaption></figure>' +
        '<p>First.</p><h3>Part</h3><h4>Small</h4><hr><p>Last.</p>',
    }),
    [`posts/2020-01-03_Y-${b}.html`]: mediumPage(b, {
      title: 'Y',
      summary: 'First words of',
      body: '<p>First words of it.</p><img src="https://i.example/late.png" data-is-featured="true">',
    }),
    [`posts/2020-01-04_Z-${c}.html`]: mediumPage(c, {
      title: 'Z',
      summary: 'Said elsewhere',
      body: '<h3>Not Z</h3><p>Text</p>',
    }),
    [`posts/2020-01-05_V-${'d'.repeat(12)}.html`]: mediumPage('d'.repeat(12), {
      title: 'V',
      summary: 'Words of the second paragraph, in which\u2026',
      body: '<h3>V</h3><p>A note.</p><p>Words of the <b>second</b> paragraph, in which it begins.</p>',
    }),
  });
  const [x, y, z, v] = posts;
  assert.deepEqual(
    [x?.title, x?.subtitle, x?.description, x?.metadata['kicker']],
    ['The Title', 'The subtitle', null, 'Above'],
  );
  assert.deepEqual(x?.cover, {
    image: { url: 'https://cdn-images-1.medium.com/max/800/1*c.png', width: null, height: null },
    alt: 'A <cat>',
    caption: 'By Ann',
  });
  assert.match(texts[0] ?? '', /^First\.\n\n## Part\n\n### Small\n\n[-*]{3}\n\nLast\.$/);
  assert.equal(y?.description, null);
  assert.match(texts[1] ?? '', /late\.png/);
  assert.ok(y.cover);
  assert.deepEqual([z?.description, texts[2]], ['Said elsewhere', '## Not Z\n\nText']);
  assert.equal(v?.description, null, 'cut from the middle of the text');
});

test('code, frames, gists, cards, pictures in rows', async (t) => {
  assert.equal(
    await markdownOf(
      t,
      '<pre data-code-block-mode="1" data-code-block-lang="javascript" class="graf graf--pre"><span class="pre--content">let a = 1;<br>if (a &lt; 2) b();</span></pre>',
    ),
    '```javascript\nlet a = 1;\nif (a < 2) b();\n```',
  );
  assert.equal(
    await markdownOf(
      t,
      '<figure class="graf--iframe"><iframe src="https://cdn.embedly.com/widgets/media.html?src=https%3A%2F%2Fwww.youtube.com%2Fembed%2Fabc&amp;url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Dabc" width="700"></iframe></figure>',
    ),
    '<https://www.youtube.com/watch?v=abc>',
  );
  assert.equal(
    await markdownOf(
      t,
      '<figure class="graf--iframe"><script src="https://gist.github.com/jo/0123abc.js" charset="utf-8"></script></figure><script>alert(1)</script><script src="https://evil.example/x.js"></script>',
    ),
    '<https://gist.github.com/jo/0123abc>',
  );
  const card =
    '<div class="graf graf--mixtapeEmbed"><a href="https://x.example/y" class="markup--anchor" title="https://x.example/y"><strong>The page</strong><br><em>What it says</em>x.example</a><a href="https://x.example/y" class="js-mixtapeImage mixtapeImage" style="background-image: url(z)"></a></div>';
  assert.match(
    await markdownOf(t, card),
    /^\[The page\]\(https:\/\/x\.example\/y\)(?: {2}|\\)\nWhat it says$/,
  );
  const row =
    '<div class="section-inner sectionLayout--outsetRow"><figure><img src="https://i.example/1.png"></figure><figure><img src="https://i.example/2.png"><figcaption>Two</figcaption></figure></div>';
  const text = await markdownOf(t, row);
  assert.match(text, /1\.png[\s\S]*2\.png[\s\S]*Two/);
});

test('one bad page never stops the others', async (t) => {
  const record = await readPages(t, {
    [`posts/2020-01-01_Good-${a}.html`]: mediumPage(a),
    [`posts/2020-01-02_Again-${a}.html`]: mediumPage(a),
    [`posts/2020-01-03_Deep-${b}.html`]: mediumPage(b, { body: '<div>'.repeat(5000) }),
    [`posts/2020-01-04_Large-${c}.html`]: mediumPage(c, { body: 'x'.repeat(5_000_001) }),
    [`posts/2020-01-05_Nul-${d}.html`]: '\0\0\0',
    'posts/2020-01-06_Latin-ffff00000006.html': mediumPage('ffff00000006', {
      date: 'never',
      canonical: 'javascript:alert(1)',
    }),
  });
  assert.deepEqual(
    record.posts.map(({ key }) => key),
    [`post/${a}`, 'post/ffff00000006'],
  );
  assert.equal(record.incomplete, true);
  assert.deepEqual(
    record.problems
      .filter(({ severity }) => severity === 'error')
      .map(({ what }) => what.replace(/^This page was left out: /, '').slice(0, 30)),
    [
      'its number is that of another ',
      'its elements are nested beyond',
      'posts/2020-01-04_Large-cccc000',
      'posts/2020-01-05_Nul-dddd00000',
    ],
  );
});

test('what is no export is refused', async (t) => {
  const none: readonly Readonly<Record<string, string>>[] = [
    { 'a.html': '<p>x</p>' },
    { 'a.txt': 'x' },
    { 'posts/a.html': '' },
  ];
  for (const pages of none)
    await assert.rejects(
      () => readPages(t, pages),
      (error: unknown) =>
        error instanceof InputError && error.message.startsWith('There are no posts of Medium here'),
    );
});
