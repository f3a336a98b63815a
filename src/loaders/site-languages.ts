import { languageName } from '../domain/language-name.ts';
import type { SiteLanguage } from '../domain/site-content.ts';
import { readLanguages } from '../domain/site-content.ts';
import { loadLanguagesInUse } from './languages.ts';
import type { ReadScope } from './scope.ts';
import { loadSite } from './site.ts';

/**
 * The languages of the site: those it names, in its order, and those that a post is in. One is available
 * when there is a post to see in it, unless the site says that it is to come.
 */
export async function loadSiteLanguages(scope: ReadScope): Promise<readonly SiteLanguage[]> {
  const [site, inUse] = await Promise.all([loadSite(scope), loadLanguagesInUse(scope)]);
  const named = readLanguages(site.languages);
  const others = inUse.filter((code) => named.every((language) => language.code !== code));
  return [
    ...named.map((language) => ({
      ...language,
      available: language.available && inUse.includes(language.code),
    })),
    ...others.map((code) => ({ code, name: languageName(code), available: true })),
  ];
}
