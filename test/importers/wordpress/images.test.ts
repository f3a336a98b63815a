import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWxr } from './read-wxr.ts';
import { attachment, item, wxr } from './wxr-text.ts';

test('a featured image with its words and size, wherever the attachment stands', async () => {
  const image = attachment(9, {
    excerpt: 'A <b>caption</b>',
    meta: [['_wp_attachment_image_alt', 'A lake']],
  });
  const { post } = await readWxr({
    'a.xml': wxr(item({ id: 1, meta: [['_thumbnail_id', '9']] })),
    'b.xml': wxr(image),
  });
  assert.deepEqual(post(1).cover, {
    image: { url: 'https://blog.example/wp-content/uploads/image-9.jpg', width: 1200, height: 800 },
    alt: 'A lake',
    caption: 'A caption',
  });
});

test('an attachment without an address is where its file is; one that is not there is told once', async () => {
  const image = attachment(9, {
    attachmentUrl: '',
    guid: 'https://blog.example/?attachment_id=9',
    meta: [['_wp_attached_file', '2019/05/lake.png']],
  });
  const { post, said } = await readWxr(
    wxr(
      item({ id: 1, meta: [['_thumbnail_id', '9']] }) +
        item({ id: 2, meta: [['_thumbnail_id', '77']] }) +
        item({ id: 3, meta: [['_thumbnail_id', '78']] }) +
        image,
    ),
  );
  assert.equal(JSON.stringify(post(1).cover?.image).includes('/wp-content/uploads/2019/05/lake.png'), true);
  assert.equal(post(2).cover, null);
  assert.deepEqual(said, [
    'warning: 2 posts have a featured image that the export does not hold: “Post 2”, “Post 3”',
  ]);
});

test('images of a text get the words and size that the blog knows; links to their pages lead to them', async () => {
  const content = `<a href="https://blog.example/some/image-9/" rel="attachment wp-att-9"><img class="size-medium wp-image-9" src="https://blog.example/wp-content/uploads/image-9-300x200.jpg" alt=""></a>

<img class="wp-image-9" alt="Own words" src="https://blog.example/wp-content/uploads/image-9.jpg">

<a href="https://blog.example/?attachment_id=9">See it</a>`;
  const { post } = await readWxr(
    wxr(item({ id: 1, content }) + attachment(9, { meta: [['_wp_attachment_image_alt', 'A "lake"']] })),
  );
  const { markdown } = post(1);
  assert.match(markdown, /A (?:"|&quot;|\\")lake(?:"|&quot;|\\")/);
  assert.match(markdown, /Own words/);
  assert.match(markdown, /image-9-300x200\.jpg" alt="[^<>]*" width="300" height="200">/);
  assert.match(markdown, /image-9\.jpg" alt="Own words" width="1200" height="800">/);
  assert.match(markdown, /\[See it\]\(https:\/\/blog\.example\/wp-content\/uploads\/image-9\.jpg\)/);
  assert.doesNotMatch(markdown, /some\/image-9|attachment_id/);
});

test('where the export holds no attachments, links around images to their pages lead to the whole files', async () => {
  const content = `<a rel="attachment wp-att-24" href="https://blog.example/2020/01/post-1/lake/"><img class="size-medium wp-image-24" src="https://blog.example/wp-content/uploads/2010/09/lake-200x300.jpg" alt="Lake" /></a>

<a href="https://blog.example/2020/01/post-1/sea/" rel="attachment wp-att-25"><img class="wp-image-25" src="https://blog.files.example/2010/09/sea.jpg?w=300&amp;h=200" alt="Sea" /></a>

<a href="https://blog.example/2020/01/post-1/own/"><img class="wp-image-26" src="https://blog.example/wp-content/uploads/own-20x30.jpg" alt="Own" /></a>`;
  const { post } = await readWxr(wxr(item({ id: 1, content })));
  assert.equal(
    post(1).markdown.trim(),
    `[![Lake](https://blog.example/wp-content/uploads/2010/09/lake-200x300.jpg)](https://blog.example/wp-content/uploads/2010/09/lake.jpg)

[![Sea](https://blog.files.example/2010/09/sea.jpg?w=300\\&h=200)](https://blog.files.example/2010/09/sea.jpg)

[![Own](https://blog.example/wp-content/uploads/own-20x30.jpg)](https://blog.example/2020/01/post-1/own/)`,
  );
});

test('galleries: of named images, and of all that were uploaded with the post', async () => {
  const { post } = await readWxr(
    wxr(
      item({ id: 1, content: 'Some.\n\n[gallery ids="22,21"]' }) +
        item({ id: 2, content: '[gallery columns="3"]' }) +
        attachment(21, { parent: 2, meta: [['_wp_attachment_image_alt', 'One']] }) +
        attachment(22, { parent: 2, excerpt: 'Two of them' }),
    ),
  );
  const urls = (id: number): string[] =>
    [...post(id).markdown.matchAll(/uploads\/image-(\d+)\.jpg/g)].map(([, number = '']) => number);
  assert.deepEqual(urls(1), ['22', '21']);
  assert.deepEqual(urls(2), ['21', '22']);
  assert.match(post(2).markdown, /Two of them/);
});

test('a link of the block editor around an image leads from its page to the file', async () => {
  const image = '<img src="https://blog.example/a.jpg" alt="A" class="wp-image-9"/>';
  const { post } = await readWxr(
    wxr(
      item({
        id: 1,
        content: `<!-- wp:image {"id":9,"linkDestination":"attachment"} --><figure class="wp-block-image"><a href="https://blog.example/image-9/">${image}</a></figure><!-- /wp:image --><p><a href="https://a.example/">${image}</a></p>`,
      }) + attachment(9),
    ),
  );
  assert.deepEqual(
    [...post(1).markdown.matchAll(/\]\(([^()]+)\)$/gm)].map(([, url]) => url),
    ['https://blog.example/wp-content/uploads/image-9.jpg', 'https://a.example/'],
  );
});

test('a featured image of any address; a film is none', async () => {
  const { post, said } = await readWxr(
    wxr(
      item({
        id: 1,
        meta: [
          ['_thumbnail_id', '77'],
          ['fifu_image_url', 'https://a.example/a.jpg'],
          ['fifu_image_alt', 'A'],
        ],
      }) +
        item({ id: 2, meta: [['_thumbnail_id', '9']] }) +
        attachment(9, { attachmentUrl: 'https://blog.example/wp-content/uploads/film.mp4' }),
    ),
  );
  assert.deepEqual(post(1).cover, {
    image: { url: 'https://a.example/a.jpg', width: null, height: null },
    alt: 'A',
    caption: null,
  });
  assert.equal(post(2).cover, null);
  assert.deepEqual(said, []);
});
