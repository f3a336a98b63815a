import type { SiteRecord } from '../../../domain/blog-record.ts';
import { languageName } from '../../../domain/language-name.ts';
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

/**
 * The languages that the site names, and its default one. Those of its posts are told when they are read:
 * what a draft is in is nobody's business.
 */
export function siteLanguages(config: SiteConfig, defaultLanguage: string): SiteRecord['languages'] {
  const named = config.languages.map(({ code, name, available }) => ({
    code,
    name: name ?? languageName(code),
    available,
  }));
  if (named.some(({ code }) => code === defaultLanguage)) return named;
  return [...named, { code: defaultLanguage, name: languageName(defaultLanguage), available: true }];
}
