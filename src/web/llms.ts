import type { Post } from '../generated/prisma/client.ts';
import { loadWantedLanguages } from '../loaders/languages.ts';
import { readListPage } from '../loaders/list.ts';
import { load } from '../loaders/loader.ts';
import { byName } from '../loaders/name-order.ts';
import { categorySource } from '../loaders/categories.ts';
import { newestPostFirst, postSource } from '../loaders/post-list.ts';
import { bodiesByPost } from '../loaders/posts.ts';
import type { ReadScope } from '../loaders/scope.ts';
import { newestSeriesFirst, seriesSource } from '../loaders/series.ts';
import { loadSite } from '../loaders/site.ts';
import { headLines, linkLine, listedPosts, plainLine, postLine } from './markdown-list.ts';
import { readLanguage } from './page-query.ts';
import { loadEncodedUrl } from './page-urls.ts';
import type { PageAddress, PageAnswer, WebPage, WebScope } from './web-page.ts';
import { content } from './web-page.ts';

/** Series and categories in `llms.txt`, at most, of each. */
const listedOthers = 200;

/** Posts in `llms-full.txt`, at most; its size is bounded too. */
const fullPosts = 100;

/**
 * `/llms.txt` (llmstxt.org): the blog for language models, as links to Markdown; and `/llms-full.txt`, the
 * newest posts in full.
 *
 * @throws DomainError BAD_USER_INPUT when `language` is wrong
 */
export function llmsPage({ pathname, query }: PageAddress): WebPage | null {
  const write = pathname === '/llms.txt' ? writeLlms : pathname === '/llms-full.txt' ? writeFull : null;
  if (write === null) return null;
  const language = readLanguage(query);
  return {
    kind: pathname.slice(1, -4),
    key: JSON.stringify([pathname, language]),
    exists: null,
    read: async (scope): Promise<PageAnswer> =>
      content('text/plain', await write(scope, await loadWantedLanguages(scope, { language }))),
  };
}

type Languages = readonly string[] | null;

async function writeLlms(scope: WebScope, languages: Languages): Promise<string> {
  const [head, posts, series, categories, others] = await Promise.all([
    loadHead(scope),
    loadPosts(scope, listedPosts, languages).then((rows) =>
      Promise.all(rows.map((row) => postLine(scope, row))),
    ),
    seriesLines(scope),
    categoryLines(scope),
    otherLines(scope),
  ]);
  return asText([
    ...head,
    ...section('Posts', posts),
    ...section('Series', series),
    ...section('Categories', categories),
    ...section('Optional', others),
  ]);
}

/** Whole posts until half of what an answer may be is full: none is cut. */
async function writeFull(scope: WebScope, languages: Languages): Promise<string> {
  const posts = await loadPosts(scope, fullPosts, languages);
  const [head, texts] = await Promise.all([
    loadHead(scope),
    Promise.all(posts.map((post) => fullText(scope, post))),
  ]);
  const kept: string[] = [];
  let left = scope.maxBytes / 2;
  for (const text of texts) {
    left -= Buffer.byteLength(text);
    if (left < 0) break;
    kept.push('', text);
  }
  return asText([...head, ...kept]);
}

async function fullText(scope: ReadScope, post: Post): Promise<string> {
  const [[body], url] = await Promise.all([
    load(scope, bodiesByPost, post.id),
    loadEncodedUrl(scope, post.path),
  ]);
  const date = post.publishedAt === null ? '' : `, ${post.publishedAt.toISOString().slice(0, 10)}`;
  return `## ${plainLine(post.title)}\n\nFrom <${url}>${date}\n\n${(body?.markdown ?? '').trim()}`;
}

async function loadHead(scope: ReadScope): Promise<string[]> {
  const { name, tagline, description } = await loadSite(scope);
  return headLines(name, description ?? tagline);
}

/** The newest posts, without those that their authors do not want found. */
async function loadPosts(scope: ReadScope, size: number, languages: Languages): Promise<readonly Post[]> {
  const page = { size, backward: false, after: null, before: null };
  const list = { page, filter: null, order: [newestPostFirst], languages };
  return (await readListPage(scope, postSource(scope, list), page)).rows.filter(({ noIndex }) => !noIndex);
}

async function seriesLines(scope: ReadScope): Promise<string[]> {
  const page = { size: listedOthers, backward: false, after: null, before: null };
  const { rows } = await readListPage(scope, seriesSource(scope, { page, order: [newestSeriesFirst] }), page);
  return Promise.all(
    rows.map(async ({ title, path, description }) =>
      listLine(title, await listUrl(scope, path), description),
    ),
  );
}

async function categoryLines(scope: ReadScope): Promise<string[]> {
  const page = { size: listedOthers, backward: false, after: null, before: null };
  const source = categorySource(scope, { page, order: [byName], rootsOnly: false });
  const { rows } = await readListPage(scope, source, page);
  return Promise.all(
    rows.map(async ({ name, path, description }) => listLine(name, await listUrl(scope, path), description)),
  );
}

/** The section that a reader short of room may skip, by the specification. */
async function otherLines(scope: ReadScope): Promise<string[]> {
  const line = async (name: string, path: string, note: string) =>
    listLine(name, await loadEncodedUrl(scope, path), note);
  const files = await Promise.all([
    line('The newest posts in full', '/llms-full.txt', 'Markdown in one file'),
    line('Feed', '/feed.xml', 'RSS of the newest posts'),
    line('Sitemap', '/sitemap.xml', 'every page'),
  ]);
  return [...files, listLine('GraphQL', `${scope.urls.media}/graphql`, 'search, filters and relations')];
}

function listLine(name: string, url: string, note: string | null): string {
  return `- ${linkLine(name, url, note)}`;
}

function listUrl(scope: ReadScope, path: string): Promise<string> {
  return loadEncodedUrl(scope, `${path}.md`);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
}

function asText(lines: readonly string[]): string {
  return `${lines.join('\n').trimEnd()}\n`;
}
