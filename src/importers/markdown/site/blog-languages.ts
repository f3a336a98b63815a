import type { SiteRecord } from '../../../domain/blog-record.ts';
import { languageName } from '../fields/language-tag.ts';
import type { PathLanguage } from './languages.ts';
import type { SiteConfig } from './site-config.ts';

/**
 * The language of files that do not say theirs: the site's; else English where some file is English or no file
 * says a language; else the one that most files are in.
 */
export function defaultLanguageOf(config: SiteConfig, paths: readonly PathLanguage[]): string {
  if (config.defaultLanguage !== null) return asInPaths(config.defaultLanguage, paths);
  const counts = new Map<string, number>();
  for (const { language } of paths) {
    if (language === null) return 'en';
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return counts.has('en') ? 'en' : (most?.[0] ?? 'en');
}

/** A site in "en-US" with a folder "en" means the same by both. */
function asInPaths(language: string, paths: readonly PathLanguage[]): string {
  const [primary] = language.split('-');
  const used = new Set(paths.map((path) => path.language));
  return !used.has(language) && primary !== undefined && used.has(primary) ? primary : language;
}

/** The languages of the site: those it names, and those its posts are in. */
export function siteLanguages(
  config: SiteConfig,
  defaultLanguage: string,
  ofPosts: readonly string[],
): SiteRecord['languages'] {
  const named = config.languages.map(({ code, name, available }) => ({
    code,
    name: name ?? languageName(code),
    available,
  }));
  const known = new Set(named.map(({ code }) => code));
  const others = [...new Set([defaultLanguage, ...ofPosts])].filter((code) => !known.has(code));
  return [...named, ...others.map((code) => ({ code, name: languageName(code), available: true }))];
}
