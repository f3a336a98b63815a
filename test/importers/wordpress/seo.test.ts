import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveTemplate } from '../../../src/importers/wordpress/posts/seo-template.ts';
import { readWxr } from './read-wxr.ts';
import { attachment, category, item, wxr } from './wxr-text.ts';

test('Yoast: title, description, canonical address, noindex, image of cards', async () => {
  const { post, said } = await readWxr(
    wxr(
      item({
        id: 1,
        title: 'Post &amp; title',
        meta: [
          ['_yoast_wpseo_title', '%%title%%: the guide %%page%% %%sep%% %%sitename%%'],
          ['_yoast_wpseo_metadesc', 'All of it, 100% free.'],
          ['_yoast_wpseo_canonical', 'https://first.example/post/'],
          ['_yoast_wpseo_meta-robots-noindex', '1'],
          ['_yoast_wpseo_opengraph-image', 'https://cdn.example/card.png'],
          ['_yoast_wpseo_focuskw', 'guide'],
        ],
      }) +
        item({
          id: 2,
          meta: [
            ['_yoast_wpseo_title', '%%title%% %%sep%% %%sitename%%'],
            ['_yoast_wpseo_metadesc', '%%excerpt%%'],
            ['_yoast_wpseo_canonical', 'http://www.blog.example/2020/01/post-2/'],
            ['_yoast_wpseo_meta-robots-noindex', '2'],
          ],
        }),
    ),
  );
  const { seoTitle, seoDescription, canonicalUrl, noIndex, shareImage, metadata } = post(1);
  assert.deepEqual(
    { seoTitle, seoDescription, canonicalUrl, noIndex, shareImage, metadata },
    {
      seoTitle: 'Post & title: the guide – The Blog',
      seoDescription: 'All of it, 100% free.',
      canonicalUrl: 'https://first.example/post/',
      noIndex: true,
      shareImage: { url: 'https://cdn.example/card.png', width: null, height: null },
      metadata: {},
    },
  );
  const second = post(2);
  assert.deepEqual(
    [second.seoTitle, second.seoDescription, second.canonicalUrl, second.noIndex],
    [null, null, null, false],
  );
  assert.deepEqual(said, ['suggestion: 1 post has a canonical address on its own site: “Post 2”']);
});

test('Rank Math: its marks, robots as PHP wrote them, an image by its number', async () => {
  const { post } = await readWxr(
    wxr(
      category('go', 'Go', '', 8) +
        attachment(5) +
        item({
          id: 1,
          terms: [
            ['category', 'other', 'Other'],
            ['category', 'go', 'Go'],
          ],
          meta: [
            ['rank_math_title', 'Read %title% in %category% %sep% %sitename%'],
            ['rank_math_description', '%excerpt%'],
            ['rank_math_robots', 'a:2:{i:0;s:7:"noindex";i:1;s:8:"nofollow";}'],
            ['rank_math_facebook_image_id', '5'],
            ['rank_math_primary_category', '8'],
            ['rank_math_canonical_url', 'javascript:alert(1)'],
          ],
        }),
    ),
  );
  const { seoTitle, seoDescription, noIndex, shareImage, categories, canonicalUrl } = post(1);
  assert.deepEqual(
    { seoTitle, seoDescription, noIndex, categories, canonicalUrl },
    {
      seoTitle: 'Read Post 1 in Go – The Blog',
      seoDescription: null,
      noIndex: true,
      categories: ['go', 'other'],
      canonicalUrl: null,
    },
  );
  assert.deepEqual(shareImage, {
    url: 'https://blog.example/wp-content/uploads/image-5.jpg',
    width: null,
    height: null,
  });
});

test('templates: what is not known goes with the dash that joined it', () => {
  const values = { title: 'T', sitename: 'S', sep: '–' };
  const cases: readonly (readonly [string, string | null])[] = [
    ['Plain words – and a dash', 'Plain words – and a dash'],
    ['%%title%% %%sep%% %%unknown%%', null],
    ['Why %%title%% %%sep%% %%unknown%% %%sep%% %%sitename%%', 'Why T – S'],
    ['Why %%cf_price(EUR)%% %%sep%%', 'Why'],
    ['50% of 100%', '50% of 100%'],
    ['#post_title for #1 fans | #site_title', 'T for #1 fans | S'],
    ['%%__proto__%% words', 'words'],
    ['', null],
  ];
  for (const [written, wanted] of cases) assert.equal(resolveTemplate(written, values), wanted, written);
});

test('templates are read in linear time', () => {
  for (const hostile of [
    '%'.repeat(100_000),
    '%a'.repeat(50_000),
    '– '.repeat(50_000),
    '%%a(' + '('.repeat(100_000),
  ]) {
    const start = performance.now();
    resolveTemplate(hostile, {});
    assert.ok(performance.now() - start < 1_000, hostile.slice(0, 10));
  }
});
