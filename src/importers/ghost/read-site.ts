import { languageTag } from '../markdown/fields/language-tag.ts';
import type { ForeignSite } from '../foreign/foreign-blog.ts';
import { textOf, type JsonMap } from '../fields/json-values.ts';
import { webUrl } from './site-urls.ts';

/**
 * Settings by their keys that say something about the site; later Ghosts call the language `locale`, earlier
 * ones `lang`, `default_locale` or `defaultLang`. No other setting is looked at: they hold keys and passwords.
 */
const told: ReadonlySet<unknown> = new Set([
  'title',
  'description',
  'url',
  'locale',
  'lang',
  'default_locale',
  'defaultLang',
]);

/** What the settings say of the site; null when they do not even give it a name. */
export function readSite(settings: readonly JsonMap[]): ForeignSite | null {
  const values = new Map(
    settings.filter(({ key }) => told.has(key)).map(({ key, value }) => [key, textOf(value)]),
  );
  const name = values.get('title') ?? null;
  if (name === null) return null;
  const language = ['locale', 'lang', 'default_locale', 'defaultLang']
    .map((key) => values.get(key))
    .find((text) => text);
  return {
    name,
    url: webUrl(values.get('url'))?.replace(/\/+$/, '') ?? null,
    tagline: null,
    description: values.get('description') ?? null,
    language: languageTag(language ?? ''),
  };
}
