import { loadWantedLanguages } from '../loaders/languages.ts';
import { findFile } from './find-file.ts';
import type { FilePlace } from './find-file.ts';
import { loadPostFile } from './load-post.ts';
import type { LoadedPost } from './load-post.ts';
import { writeListMarkdown } from './markdown-list.ts';
import { readLanguage } from './page-query.ts';
import { loadEncodedUrl } from './page-urls.ts';
import { postFileTypes } from './post-files.ts';
import { postHtmlCsp, writePostHtml } from './post-html.ts';
import { writePostJson } from './post-json.ts';
import { writePostMarkdown } from './post-markdown.ts';
import type { PageAddress, PageAnswer, WebPage, WebScope } from './web-page.ts';
import { content } from './web-page.ts';

type Suffix = keyof typeof postFileTypes;

const writers: Readonly<Record<Suffix, (post: LoadedPost) => string>> = {
  '.md': writePostMarkdown,
  '.html': writePostHtml,
  '.json': writePostJson,
};

/**
 * A post as a file: `/posts/<slug>.md`, `.html` or `.json`, or the path of its page with such an ending.
 * What else has a page is served as Markdown only: the list of its posts.
 *
 * @throws DomainError BAD_USER_INPUT when `language` is wrong
 */
export function filePage({ pathname, search, query }: PageAddress): WebPage | null {
  const [, path = '', ending = ''] = /^(\/.*[^/])(\.(?:md|html|json))$/s.exec(pathname) ?? [];
  if (!isSuffix(ending)) return null;
  const language = readLanguage(query);
  const place: FilePlace = { path, slug: slugOf(path), suffix: ending, language, search };
  return {
    kind: `file${ending}`,
    key: JSON.stringify([pathname, language]),
    exists: async (scope) => (await findFile(scope, place)).kind !== 'none',
    read: (scope) => read(scope, place, ending),
  };
}

async function read(scope: WebScope, place: FilePlace, suffix: Suffix): Promise<PageAnswer> {
  const found = await findFile(scope, place);
  if (found.kind === 'none') return found.answer;
  if (found.kind === 'list') {
    const languages = await loadWantedLanguages(scope, { language: place.language });
    const link = canonical(await loadEncodedUrl(scope, found.owner.path));
    return content('text/markdown', await writeListMarkdown(scope, found.owner, languages), { link });
  }
  const loaded = await loadPostFile(scope, found.post);
  const { post } = loaded;
  return content(postFileTypes[suffix], writers[suffix](loaded), {
    'content-language': post.language,
    link: canonical(loaded.canonicalUrl),
    ...(post.noIndex && { 'x-robots-tag': 'noindex' }),
    ...(suffix === '.html' && { 'content-security-policy': postHtmlCsp }),
  });
}

/** Search engines shall find the page, and not its files (RFC 6596). */
function canonical(url: string): string {
  return `<${url}>; rel="canonical"`;
}

function isSuffix(text: string): text is Suffix {
  return Object.hasOwn(postFileTypes, text);
}

/** The slug of a path under /posts; null for any other path. */
function slugOf(path: string): string | null {
  const [, name] = /^\/posts\/([^/]+)$/.exec(path) ?? [];
  if (name === undefined) return null;
  try {
    return decodeURIComponent(name).normalize('NFC');
  } catch {
    return null;
  }
}
