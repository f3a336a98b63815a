import { asObject } from '../../fields/plain-json.ts';
import type { JsonObject } from '../../fields/plain-json.ts';
import { languageTag } from '../fields/language-tag.ts';
import { configLanguage, noConfig, siteOf } from './site-config.ts';
import type { SiteConfig } from './site-config.ts';

/** `mkdocs.yml` (mkdocs.org/user-guide/configuration) and `_quarto.yml` (quarto.org/docs/websites). */
export function plainConfig(data: JsonObject): SiteConfig {
  const inner = { ...asObject(data['website']), ...asObject(data['theme']) };
  const title = data['site_name'] ?? asObject(data['website'])?.['title'] ?? data['title'] ?? null;
  const others = Object.entries({ ...inner, ...data }).filter(([key]) => key !== 'name' && key !== 'title');
  return {
    ...noConfig,
    site: siteOf({ ...Object.fromEntries(others), title }),
    defaultLanguage: configLanguage(data) ?? configLanguage(inner),
  };
}

/** What a fresh blog is made with. */
const placeholder = /^(?:your name|john doe)$/i;

/**
 * `pelicanconf.py` of Pelican and `conf.py` of Nikola, which are code: read, never run. Both give the author that they
 * name to every post that names none.
 */
export function pythonConfig(source: string): SiteConfig {
  const value = (...names: string[]): string | null =>
    new RegExp(`^(?:${names.join('|')})[ \\t]*=[ \\t]*u?(["'])((?:(?!\\1)[^\\\\\\n]){1,300})\\1`, 'm').exec(
      source,
    )?.[2] ?? null;
  const author = value('AUTHOR', 'BLOG_AUTHOR');
  const pattern = pelicanPattern(value('ARTICLE_URL') ?? '');
  return {
    ...noConfig,
    site: siteOf({
      title: value('SITENAME', 'BLOG_TITLE'),
      url: value('SITEURL', 'SITE_URL'),
      tagline: value('SITESUBTITLE'),
      description: value('BLOG_DESCRIPTION', 'SITEDESCRIPTION'),
    }),
    defaultLanguage: languageTag(value('DEFAULT_LANG') ?? ''),
    permalinks: pattern === null ? {} : { post: pattern },
    defaults: author === null || placeholder.test(author) ? [] : [{ below: '', values: { author } }],
  };
}

/** Fields of Pelican's addresses (docs.getpelican.com/en/latest/settings.html#url-settings) by our tokens. */
const pelicanTokens: Readonly<Record<string, string>> = {
  slug: ':slug',
  category: ':category',
  lang: ':lang',
  'date:%Y': ':year',
  'date:%y': ':short_year',
  'date:%m': ':month',
  'date:%-m': ':i_month',
  'date:%d': ':day',
  'date:%-d': ':i_day',
  'date:%H': ':hour',
  'date:%M': ':minute',
};

/** `posts/{date:%Y}/{slug}.html` as a pattern of ours; null when there is none, or one with a field of another kind. */
function pelicanPattern(written: string): string | null {
  const pattern = written.replace(/\{([^{}]*)\}/g, (whole, field: string) => pelicanTokens[field] ?? whole);
  if (!pattern.includes(':slug') || pattern.includes('{')) return null;
  return `/${pattern.replace(/^\/+/, '')}`;
}
