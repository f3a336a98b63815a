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

/** `pelicanconf.py` of Pelican and `conf.py` of Nikola, which are code: read, never run. */
export function pythonConfig(source: string): SiteConfig {
  const value = (...names: string[]): string | null =>
    new RegExp(`^(?:${names.join('|')})[ \\t]*=[ \\t]*u?(["'])((?:(?!\\1)[^\\\\\\n]){1,300})\\1`, 'm').exec(
      source,
    )?.[2] ?? null;
  return {
    ...noConfig,
    site: siteOf({
      title: value('SITENAME', 'BLOG_TITLE'),
      url: value('SITEURL', 'SITE_URL'),
      tagline: value('SITESUBTITLE'),
      description: value('BLOG_DESCRIPTION', 'SITEDESCRIPTION'),
    }),
    defaultLanguage: languageTag(value('DEFAULT_LANG') ?? ''),
  };
}
