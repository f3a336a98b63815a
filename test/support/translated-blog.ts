import type { BlogRecord } from '../../src/domain/blog-record.ts';
import { post, series, site } from './seed.ts';

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

/** A text in several languages: "vans" has vans-en, vans-de, …; all on one day. */
function text(name: string, on: number, languages: Readonly<Record<string, object>>) {
  return Object.entries(languages).map(([language, given]) =>
    post(`${name}-${language}`, {
      language,
      translationKey: name,
      publishedAt: day(on),
      tags: ['t'],
      authors: ['ada'],
      categories: ['eng/db'],
      ...given,
    }),
  );
}

const only = (name: string, on: number, language: string) =>
  post(name, { language, publishedAt: day(on), tags: ['t'], authors: ['ada'], categories: ['eng/db'] });

/** A blog in English and German with some French; Japanese is to come, Portuguese not to be told of yet. */
export const translatedBlog: Partial<BlogRecord> = {
  site: site({
    defaultLanguage: 'en',
    languages: [
      { code: 'en', name: 'English', available: true },
      { code: 'de', name: 'Deutsch', available: true },
      { code: 'ja', name: '日本語', available: true },
      { code: 'pt-BR', name: 'Português', available: false },
    ],
  }),
  posts: [
    ...text('vans', 1, { en: {}, de: { slug: 'wagen' }, fr: {} }),
    ...text('maps', 2, { en: {}, de: { wanted: 'draft' }, 'pt-BR': {} }),
    ...text('labels', 3, { de: {}, fr: {} }),
    ...text('milk', 4, { en: { tags: ['other'] }, de: {}, ja: { wanted: 'draft' } }),
    only('alone-en', 5, 'en'),
    only('alone-de', 6, 'de'),
    only('alone-fr', 7, 'fr'),
  ],
  series: [series('saga', ['vans-en', 'maps-en', 'labels-de', null, 'milk-en'])],
};
