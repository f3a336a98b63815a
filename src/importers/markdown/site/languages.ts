import { languageTag } from '../fields/language-tag.ts';
import { folderOf, nameOf } from '../files/folder.ts';

/** A file's language as its path says, and the path that its translations share. */
export interface PathLanguage {
  /** BCP 47; null when the path does not say. */
  readonly language: string | null;
  /** The path without the language: "content/blog/x.md" for "content/fr/blog/x.md" and "content/blog/x.fr.md". */
  readonly base: string;
}

/** Endings of names that are languages too: "crates.io", "socket.io", "log.co". */
const ambiguousSuffixes = new Set(['io', 'co', 'is', 'so', 'to', 'sh', 'la', 'li', 'am', 'my']);

/** Folders whose sub-folders are languages. */
const languageParents = new Set(['i18n', '_i18n', 'locales', 'locale', 'translations', 'intl', 'languages']);

/**
 * Reads languages from paths: a suffix (`post.fr.md`, `index.pt-BR.md`) or a folder (`content/fr/`,
 * `i18n/fr/`). A folder with a language's name counts only when it cannot be a topic ("it", "cs", "go"):
 * the site's configuration names it, its parent holds nothing but languages, or the same file stands in
 * another language beside it.
 */
export function pathLanguages(
  paths: readonly string[],
  configured: ReadonlySet<string>,
): (path: string) => PathLanguage {
  const all = new Set(paths);
  const folders = languageFolders(paths, configured);
  const suffixes = languageSuffixes(paths, all, configured);
  return (path) => {
    const bare = withoutDocusaurusFolder(path);
    const segments = path.split('/');
    const at = segments.findIndex(
      (_, index) => index < segments.length - 1 && folders.has(segments.slice(0, index + 1).join('/')),
    );
    if (at >= 0) {
      const language = languageTag(segments[at] ?? '');
      return { language, base: bare ?? segments.toSpliced(at, 1).join('/') };
    }
    const suffix = suffixOf(path);
    return suffix && suffixes.has(suffix.language)
      ? { language: suffix.language, base: suffix.base }
      : { language: null, base: path };
  };
}

/** "i18n/fr/docusaurus-plugin-content-blog/x.md" translates "blog/x.md". */
function withoutDocusaurusFolder(path: string): string | null {
  const match = /^(.*\/|)i18n\/[^/]+\/docusaurus-plugin-content-blog(-[^/]+)?\/(.*)$/.exec(path);
  return match && `${match[1] ?? ''}${match[2]?.slice(1) ?? 'blog'}/${match[3] ?? ''}`;
}

function suffixOf(path: string): { language: string; base: string; stem: string } | null {
  const match = /^(.+)\.([a-z]{2}(?:[-_][a-z]{2,4})?)(\.[a-z]+)$/i.exec(nameOf(path));
  const language = match && languageTag(match[2] ?? '');
  if (!match || language === null) return null;
  const folder = folderOf(path);
  const base = `${folder === '' ? '' : `${folder}/`}${match[1] ?? ''}${match[3] ?? ''}`;
  return { language, base, stem: match[1] ?? '' };
}

function languageSuffixes(
  paths: readonly string[],
  all: ReadonlySet<string>,
  configured: ReadonlySet<string>,
): ReadonlySet<string> {
  const accepted = new Set<string>();
  for (const path of paths) {
    const suffix = suffixOf(path);
    if (!suffix) continue;
    const { language, base, stem } = suffix;
    const sure = configured.has(language) || all.has(base) || stem === 'index' || stem === '_index';
    if (sure || !ambiguousSuffixes.has(language)) accepted.add(language);
  }
  return accepted;
}

/** Folders that stand for a language, by their paths. */
function languageFolders(paths: readonly string[], configured: ReadonlySet<string>): ReadonlySet<string> {
  const candidates = new Map<string, Map<string, Set<string>>>();
  const others = new Map<string, Set<string>>();
  for (const path of paths) {
    const segments = path.split('/');
    for (let at = 0; at < segments.length; at += 1) {
      const parent = segments.slice(0, at).join('/');
      const segment = segments[at] ?? '';
      const isCandidate =
        at < segments.length - 1 && /^[a-z]{2}(?:[-_]|$)/i.test(segment) && languageTag(segment) !== null;
      if (!isCandidate) addTo(others, parent, segments.slice(at).join('/'));
      else {
        const children = candidates.get(parent) ?? new Map<string, Set<string>>();
        candidates.set(parent, addTo(children, segment, segments.slice(at + 1).join('/')));
      }
    }
  }
  const accepted = new Set<string>();
  for (const [parent, children] of candidates) {
    for (const name of children.keys()) {
      const known = configured.has(languageTag(name) ?? '') || languageParents.has(nameOf(parent));
      if (known || isLanguageFolder(name, children, others.get(parent) ?? new Set(), parent)) {
        accepted.add(parent === '' ? name : `${parent}/${name}`);
      }
    }
  }
  return accepted;
}

function isLanguageFolder(
  name: string,
  children: ReadonlyMap<string, ReadonlySet<string>>,
  others: ReadonlySet<string>,
  parent: string,
): boolean {
  const files = children.get(name) ?? new Set<string>();
  if ([...files].some((file) => others.has(file) && !isCommonName(file))) return true;
  const siblings = [...children].filter(([sibling]) => sibling !== name);
  if (siblings.some(([, theirs]) => [...files].some((file) => theirs.has(file) && !isCommonName(file))))
    return true;
  // "content/en", "content/ja": nothing else stands beside them.
  return others.size === 0 && (nameOf(parent) === 'content' || siblings.length > 0);
}

/** Every folder may hold an index: it does not show that two are translations. */
function isCommonName(file: string): boolean {
  return /^(?:_?index|readme)\.[a-z]+$/i.test(file);
}

function addTo<Key>(map: Map<Key, Set<string>>, key: Key, item: string): Map<Key, Set<string>> {
  const items = map.get(key) ?? new Set<string>();
  items.add(item);
  return map.set(key, items);
}
