import { languageTag } from '../fields/language-tag.ts';
import { nameOf } from '../files/folder.ts';
import { noConfig, siteOf } from './site-config.ts';
import type { SiteConfig } from './site-config.ts';

/** Where blogs say in code what they are called: templates of Astro and Next, VitePress, VuePress, Quartz, Eleventy. */
const places = [
  /(?:^|\/)\.(?:vite|vue)press\/config\.[cm]?[jt]s$/,
  /(?:^|\/)quartz\.config\.ts$/,
  /(?:^|\/)siteMetadata\.[cm]?[jt]s$/,
  /(?:^|\/)src\/(?:consts|config|site|site\.config|config\/site)\.[cm]?[jt]s$/,
  /(?:^|\/)_data\/(?:site|metadata|meta)\.[cm]?js$/,
];

/** Whether a file may hold what `codeConfig` reads. */
export function isCodeConfig(path: string): boolean {
  return places.some((place) => place.test(path));
}

/** Whether a file of Astro's has the address of the site: `site: 'https://…'`. */
export function isAstroConfig(path: string): boolean {
  return /^astro\.config\.[cm]?[jt]s$/.test(nameOf(path));
}

const quoted = String.raw`(["'\`])((?:(?!\1)[^\\\n]){1,300})\1`;

/** Name, address and language of a site, from code: read, never run. Null where it says neither name nor language. */
export function codeConfig(written: string): SiteConfig | null {
  const source = written.replace(/^\s*\/\/.*$|\/\*[^]*?\*\//gm, '');
  const value = (...keys: readonly string[]): string | null => {
    for (const key of keys) {
      const pattern = String.raw`(?:^|[\s{,])["']?${key}["']?\s*(?::\s*string\s*)?[:=]\s*${quoted}`;
      const found = new RegExp(pattern).exec(source)?.[2]?.trim();
      if (found !== undefined && found !== '') return found;
    }
    return null;
  };
  const title = value('SITE_TITLE', 'siteTitle', 'siteName', 'pageTitle', 'title');
  const host = /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.exec(value('baseUrl') ?? '')?.[0];
  const url = value('SITE_URL', 'siteUrl', 'siteURL', 'website', 'site', 'url', 'hostname');
  const language = languageTag(value('defaultLocale', 'lang', 'language', 'locale') ?? '');
  if (title === null && language === null) return null;
  return {
    ...noConfig,
    site: siteOf({
      title,
      url: url ?? (host === undefined ? null : `https://${host}`),
      tagline: value('tagline', 'subtitle'),
      description: value('SITE_DESCRIPTION', 'siteDescription', 'description', 'desc'),
    }),
    defaultLanguage: language,
  };
}
