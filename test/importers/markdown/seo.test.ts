import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postOf, text, told } from '../blog-folder.ts';

const plain = { seoTitle: null, seoDescription: null, shareImage: null, noIndex: false };

/** Front matter beside a title and a cover -> what differs from a post that says nothing. */
const cases: Readonly<Record<string, Partial<Record<keyof typeof plain, unknown>>>> = {
  '': {},
  'seo_title: Found': { seoTitle: 'Found' },
  'metaTitle: "Found by *me*"': { seoTitle: 'Found by me' },
  'seo: { title: Found, noindex: true, image: /card.png }': {
    seoTitle: 'Found',
    noIndex: true,
    shareImage: { url: '/card.png' },
  },
  'seo_title: Shown': {},
  'seo:\n  metaTitle: Found': { seoTitle: 'Found' },
  'params: { seo_title: Found }': { seoTitle: 'Found' },
  'description: One.\nseo: { description: Other. }': { seoDescription: 'Other.' },
  'description: One.\nmeta_description: Other.': { seoDescription: 'Other.' },
  // A post without another description shows it, too.
  'meta_description: Other.': {},
  'og_image: https://x.example/card.png': { shareImage: { url: 'https://x.example/card.png' } },
  'openGraph: { image: { url: "https://x.example/card.png" } }': {
    shareImage: { url: 'https://x.example/card.png' },
  },
  'og_image: /cover.png': {},
  'noindex: true': { noIndex: true },
  'robotsNoIndex: yes': { noIndex: true },
  'noindex: false': {},
  'robots: noindex, nofollow': { noIndex: true },
  'robots: [noindex]': { noIndex: true },
  'robots: NONE': { noIndex: true },
  'robots: index, follow': {},
  'meta: { robots: noindex }': { noIndex: true },
  'sitemap: false': { noIndex: true },
  'sitemap: { priority: 0.3, changefreq: monthly }': {},
  'sitemap: { disable: true }': { noIndex: true },
  'sitemap_exclude: true': { noIndex: true },
};

for (const [line, wanted] of Object.entries(cases)) {
  test(`reads "${line.replaceAll('\n', ' ')}"`, async (t) => {
    const post = await postOf(t, text('title: Shown', 'date: 2024-01-01', 'cover: /cover.png', line));
    const { seoTitle, seoDescription, shareImage, noIndex } = post;
    assert.deepEqual({ seoTitle, seoDescription, shareImage, noIndex }, { ...plain, ...wanted });
  });
}

test('what is understood is no metadata, what is not stays as it was', async (t) => {
  const understood = await postOf(
    t,
    text('title: T', 'date: 2024-01-01', 'seo: { title: Found, noindex: true }', 'robots: noindex'),
  );
  assert.deepEqual(understood.metadata, {});
  const kept = await postOf(
    t,
    text(
      'title: T',
      'date: 2024-01-01',
      'robots: max-snippet:-1',
      'noindex: perhaps',
      'sitemap: { priority: 1 }',
    ),
  );
  assert.deepEqual(kept.metadata, { robots: 'max-snippet:-1', noindex: 'perhaps', sitemap: { priority: 1 } });
});

test('an image for cards is the cover where there is no other, and told once when it is missing', async (t) => {
  const only = await postOf(t, text('title: T', 'date: 2024-01-01', 'og_image: https://x.example/card.png'));
  assert.deepEqual([only.cover?.image, only.shareImage], [{ url: 'https://x.example/card.png' }, null]);
  const missing = await postOf(t, text('title: T', 'date: 2024-01-01', 'og_image: card.png'));
  assert.deepEqual(told(missing.problems), [
    'warning posts/a-post.md:4 the cover image "card.png" was left out',
  ]);
  const both = await postOf(
    t,
    text('title: T', 'date: 2024-01-01', 'cover: /cover.png', 'og_image: card.png'),
  );
  assert.deepEqual(told(both.problems), [
    'warning posts/a-post.md:5 the image for cards "card.png" was left out',
  ]);
});
