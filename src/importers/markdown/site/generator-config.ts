import type { Json } from '../../../domain/blog-record.ts';
import { languageTag } from '../fields/language-tag.ts';
import { asList, asText } from '../../fields/values.ts';
import { asObject } from '../../fields/plain-json.ts';
import type { JsonObject } from '../../fields/plain-json.ts';
import { languagesOf } from './native-config.ts';
import { configLanguage, noConfig, siteOf, textValues } from './site-config.ts';
import type { SiteConfig } from './site-config.ts';

/** `_config.yml` of Jekyll (jekyllrb.com/docs/configuration) and Hexo (hexo.io/docs/configuration). */
export function jekyllConfig(data: JsonObject): SiteConfig {
  const permalink = asText(data['permalink']);
  return {
    ...noConfig,
    site: siteOf(data),
    defaultLanguage: configLanguage(data),
    languages: languagesOf(data['languages']),
    permalinks: permalink === null ? {} : { post: patternOf(permalink) },
    excerptSeparator: typeof data['excerpt_separator'] === 'string' ? data['excerpt_separator'] : null,
    defaults: asList(data['defaults']).flatMap(jekyllDefaults),
  };
}

/**
 * A named style ("pretty") stays a name. Hexo writes patterns without the slash. `:title` means the name of the
 * file in both, which is our slug.
 */
function patternOf(permalink: string): string {
  const pattern = permalink.includes(':') && !permalink.startsWith('/') ? `/${permalink}` : permalink;
  return pattern.replaceAll(':title', ':slug');
}

function jekyllDefaults(item: Json): SiteConfig['defaults'] {
  const entry = asObject(item);
  const scope = asObject(entry?.['scope']) ?? {};
  const values = asObject(entry?.['values']);
  const type = asText(scope['type']) ?? 'posts';
  const below = asText(scope['path']) ?? '';
  return values && (type === 'posts' || type === 'drafts') && !below.includes('*') ? [{ below, values }] : [];
}

/** `hugo.toml` and its like (gohugo.io/configuration), and Zola's `config.toml` (getzola.org/documentation). */
export function hugoConfig(data: JsonObject): SiteConfig {
  const permalinks = asObject(data['permalinks']) ?? {};
  const defaultLanguage = configLanguage(data);
  const languages = languagesOf(data['languages']);
  return {
    ...noConfig,
    site: siteOf({ ...asObject(asObject(data['languages'])?.[defaultLanguage ?? '']), ...data }),
    defaultLanguage,
    languages,
    sectionPermalinks: { ...textValues(permalinks), ...textValues(permalinks['page']) },
    defaults: asObject(data['cascade']) ? [{ below: '', values: asObject(data['cascade']) ?? {} }] : [],
  };
}

/** Name, address and languages of a `docusaurus.config.js` or `gatsby-config.js`, which is code: read, never run. */
export function docusaurusConfig(source: string): SiteConfig {
  const value = (key: string): string | null =>
    new RegExp(`(?:^|[\\s{,])${key}\\s*:\\s*(["'\`])((?:(?!\\1)[^\\\\\\n]){1,300})\\1`).exec(source)?.[2] ??
    null;
  const locales = /(?:^|[\s{,])locales\s*:\s*\[([^\]]{0,2000})\]/.exec(source)?.[1] ?? '';
  const codes = [...locales.matchAll(/["']([\w-]+)["']/g)].map(([, code = '']) => languageTag(code));
  return {
    ...noConfig,
    site: siteOf({ title: value('title'), url: value('url') ?? value('siteUrl'), tagline: value('tagline') }),
    defaultLanguage: languageTag(value('defaultLocale') ?? ''),
    languages: codes.flatMap((code) => (code === null ? [] : [{ code, name: null, available: true }])),
  };
}
