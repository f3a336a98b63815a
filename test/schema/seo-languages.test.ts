/** Which versions of a text are told of in each other's head. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PostRecord } from '../../src/domain/blog-record.ts';
import { askWell } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { post, seed, site } from '../support/seed.ts';

const db = await testDatabase();

interface Answer {
  readonly post: {
    readonly seo: {
      readonly jsonLd: string;
      readonly headTags: {
        readonly tags: readonly { readonly attributes: readonly { name: string; value: string }[] }[];
      };
    };
  };
}

/** The versions that the head of a post names: "en /blog/en". */
async function versionsOf(slug: string): Promise<string[]> {
  const { data } = await askWell(
    db,
    'query ($slug: String!) { post(by: {slug: $slug}) { seo { headTags { tags { attributes { name value } } } } } }',
    { slug },
  );
  const { tags } = (data as Answer).post.seo.headTags;
  const links = tags.map(({ attributes }) => new Map(attributes.map(({ name, value }) => [name, value])));
  return links
    .filter((link) => link.has('hreflang'))
    .map((link) => `${link.get('hreflang')} ${link.get('href')?.replace('https://blog.example', '')}`);
}

const version = (language: string, given: Partial<PostRecord> = {}): PostRecord =>
  post(language, { language, translationKey: 'text', ...given });

test('every version on every version, and the default for everybody else', async () => {
  await seed(db, {
    site: site({ defaultLanguage: 'de' }),
    posts: ['en', 'de', 'pt-BR'].map((code) => version(code)),
  });
  const all = ['de /blog/de', 'en /blog/en', 'pt-BR /blog/pt-BR', 'x-default /blog/de'];
  for (const slug of ['en', 'de', 'pt-BR']) assert.deepEqual((await versionsOf(slug)).sort(), all);
});

test('hidden versions, those not to be found and those that repeat a page elsewhere do not count', async () => {
  await seed(db, {
    posts: [
      version('en'),
      version('de', { canonicalUrl: 'https://blog.example/blog/de/' }),
      version('fr', { noIndex: true }),
      version('it', { canonicalUrl: 'https://elsewhere.example/it' }),
      version('nl', { wanted: 'draft' }),
    ],
  });
  const all = ['en /blog/en', 'de /blog/de', 'x-default /blog/en'];
  assert.deepEqual(await versionsOf('en'), all);
  assert.deepEqual((await versionsOf('de')).sort(), all.toSorted());
  assert.deepEqual(await versionsOf('fr'), []);
  assert.deepEqual(await versionsOf('it'), []);
});

test('a text whose only other version is hidden stands alone', async () => {
  await seed(db, { posts: [version('en'), version('de', { wanted: 'draft' })] });
  assert.deepEqual(await versionsOf('en'), []);
  const { data } = await askWell(db, '{ post(by: {slug: "en"}) { seo { jsonLd } } }');
  assert.doesNotMatch((data as Answer).post.seo.jsonLd, /translation/i);
});
