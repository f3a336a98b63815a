import type { SiteRecord } from '../../../domain/blog-record.ts';
import type { JsonObject } from '../../fields/plain-json.ts';
import { foldKey } from '../fields/field-keys.ts';
import { languageTag } from '../fields/language-tag.ts';
import { asText, asWebUrl } from '../../fields/values.ts';
import type { Json } from '../../../domain/blog-record.ts';
import { asObject } from '../../fields/plain-json.ts';

/** What a site's configuration says, whichever generator it is for. */
export interface SiteConfig {
  /** Null when the blog says nothing about itself. */
  readonly site: Omit<SiteRecord, 'defaultLanguage' | 'languages'> | null;
  readonly defaultLanguage: string | null;
  readonly languages: readonly {
    readonly code: string;
    readonly name: string | null;
    readonly available: boolean;
  }[];
  /** Patterns by kind; a kind without one has its default. */
  readonly permalinks: Readonly<Record<string, string>>;
  /** Hugo's patterns of single sections. */
  readonly sectionPermalinks: Readonly<Record<string, string>>;
  /** Where Jekyll and Hexo cut excerpts, when the site has a mark of its own. */
  readonly excerptSeparator: string | null;
  /** Values that front matter has unless it says otherwise, below a folder. */
  readonly defaults: readonly { readonly below: string; readonly values: JsonObject }[];
}

/** A blog that says nothing about itself. */
export const noConfig: SiteConfig = {
  site: null,
  defaultLanguage: null,
  languages: [],
  permalinks: {},
  sectionPermalinks: {},
  excerptSeparator: null,
  defaults: [],
};

const keys = {
  name: ['name', 'title', 'sitetitle', 'sitename'],
  url: ['url', 'siteurl', 'baseurl', 'base', 'host', 'site', 'domain'],
  tagline: ['tagline', 'subtitle', 'slogan'],
  description: ['description', 'params.description', 'sitedescription'],
  language: [
    'defaultlanguage',
    'defaultcontentlanguage',
    'defaultlocale',
    'defaultlang',
    'languagecode',
    'lang',
    'language',
    'locale',
  ],
} as const;

/** Finds values of a configuration by what they mean, with keys matched without case. */
function configReader(data: JsonObject): (name: keyof typeof keys) => Json | undefined {
  const index = new Map<string, Json>();
  for (const [key, value] of Object.entries(data)) {
    index.set(foldKey(key), value);
    for (const [inner, item] of Object.entries(asObject(value) ?? {})) {
      index.set(`${foldKey(key)}.${foldKey(inner)}`, item);
    }
  }
  return (name) => keys[name].map((key) => index.get(key)).find((value) => asText(value) !== null);
}

/** Name, address and description of a site, from any generator's configuration; null without a name. */
export function siteOf(data: JsonObject): SiteConfig['site'] {
  const read = configReader(data);
  const name = asText(read('name'));
  if (name === null) return null;
  return {
    name,
    url: siteUrl(data, read('url')),
    tagline: asText(read('tagline')),
    description: asText(read('description')),
    menus: {},
    announcements: [],
    callsToAction: [],
    permalinks: {},
  };
}

/** Without a slash at its end. Jekyll has the origin and the path in two keys. */
function siteUrl(data: JsonObject, value: Json | undefined): string | null {
  const url = asWebUrl(value);
  const path = asText(data['baseurl']);
  const whole =
    url !== null && path?.startsWith('/') === true ? asWebUrl(url.replace(/\/+$/, '') + path) : url;
  return whole === null ? null : whole.replace(/\/+$/, '');
}

/** The language of a configuration; Hexo may list several, the first is the default. */
export function configLanguage(data: JsonObject): string | null {
  const listed = data['language'];
  const text = asText(configReader(data)('language')) ?? (Array.isArray(listed) ? asText(listed[0]) : null);
  return text === null ? null : languageTag(text);
}

/** An object's values that are text. */
export function textValues(value: Json | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(asObject(value) ?? {}).flatMap(([key, item]) =>
      typeof item === 'string' ? [[key, item]] : [],
    ),
  );
}
