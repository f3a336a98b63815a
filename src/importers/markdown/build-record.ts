import type { BlogRecord, ResourceRecord } from '../../domain/blog-record.ts';
import type { ProblemList } from '../problem-list.ts';
import { pathLanguages } from './site/languages.ts';
import type { Folder } from './files/folder.ts';
import { ImageFinder } from './images/image-finder.ts';
import { authorRecords } from './people/author-records.ts';
import { AuthorRegistry } from './people/author-registry.ts';
import { readAuthorSources } from './people/author-sources.ts';
import { tellBareIds } from './people/tell-bare-ids.ts';
import { tellDeadLinks } from './links/dead-links.ts';
import { KnownFiles } from './links/known-files.ts';
import { linkBodies } from './links/link-bodies.ts';
import { addressPosts } from './posts/address-posts.ts';
import type { AddressedPost } from './posts/post-draft.ts';
import { postName } from './posts/path-parts.ts';
import { PostIndex } from './posts/post-index.ts';
import { postRecord } from './posts/post-records.ts';
import { readDraft } from './posts/read-draft.ts';
import type { DraftContext } from './posts/read-draft.ts';
import { translationKeys } from './posts/translations.ts';
import { suggestSeries } from './prose-series/suggest-series.ts';
import { redirectRecords } from './redirects/redirect-records.ts';
import { fileRedirects } from './redirects/file-redirects.ts';
import { netlifyRedirects } from './redirects/redirect-sources.ts';
import { resourceRecord } from './resources/resource-records.ts';
import { seriesRecords } from './series/series-records.ts';
import { defaultLanguageOf, siteLanguages } from './site/blog-languages.ts';
import { flavourOfBlog } from './site/zola.ts';
import type { Layout } from './site/layout.ts';
import { patternsOf } from './site/patterns.ts';
import type { FoundConfig } from './site/read-config.ts';
import type { SortedFiles } from './sort-files.ts';
import { CategoryTree } from '../terms/category-tree.ts';
import { collectionTags } from './terms/collection-tags.ts';
import { readDeclared } from './terms/declared-terms.ts';
import type { Declared } from './terms/declared-terms.ts';
import { TagRegistry } from '../terms/tag-registry.ts';
import { UniqueNames } from '../text/unique-names.ts';

/** Everything that was read, before it is put together. */
export interface ReadFiles {
  readonly source: string;
  readonly folder: Folder;
  readonly config: FoundConfig;
  readonly layout: Layout;
  readonly sorted: SortedFiles;
  /** Paths of all files in Markdown. */
  readonly texts: readonly string[];
  readonly problems: ProblemList;
}

/** What the parts of a record are built with. */
interface Workshop extends DraftContext {
  readonly declared: Declared;
  readonly images: ImageFinder;
  readonly patterns: ReturnType<typeof patternsOf>;
}

/** Puts a blog together: whose id is "jane", which slug is free, which file a link names. */
export async function buildRecord(read: ReadFiles): Promise<BlogRecord> {
  const { source, config, sorted, problems } = read;
  const workshop = await workshopOf(read);
  const drafts = sorted.posts.map((document) => readDraft(document, workshop));
  const posts = addressPosts(drafts, workshop, config);
  const index = new PostIndex(posts, config.site?.url ?? null);
  const unlinked = await readResources(read, workshop);
  const redirects = await redirectsOf(read, posts, unlinked, index, workshop);
  const bodies = linkBodies({
    posts,
    resources: unlinked,
    resourceFiles: sorted.resources,
    redirects,
    index,
    files: new KnownFiles(read.folder.files.keys()),
    siteUrl: workshop.siteUrl,
  });
  const context = {
    index,
    images: workshop.images,
    translationKeys: translationKeys(posts, index, problems),
    excerptSeparator: config.excerptSeparator,
    problems,
  };
  const records = [];
  for (const post of bodies.posts) records.push(await postRecord(post, context));
  tellBareIds(workshop.authors, problems);
  const { defaultLanguage, patterns, images } = workshop;
  const languages = siteLanguages(config, defaultLanguage);
  const record = {
    source,
    site: config.site && { ...config.site, defaultLanguage, languages },
    authors: await authorRecords(workshop.authors, patterns.author, images, problems),
    tags: workshop.tags.records(patterns.tag),
    categories: workshop.categories.records(patterns.category),
    posts: records,
    series: seriesOf(posts, index, workshop),
    resources: bodies.resources,
    redirects,
    skipped: sorted.skipped.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
  };
  tellDeadLinks({ ...bodies, record, problems });
  suggestSeries({ ...bodies, record, problems });
  return { ...record, problems: problems.sorted() };
}

async function workshopOf({ folder, config, layout, sorted, texts, problems }: ReadFiles): Promise<Workshop> {
  const languageOf = pathLanguages(texts, new Set(config.languages.map(({ code }) => code)));
  const ofContent = [...sorted.posts, ...sorted.resources].map(({ file }) => languageOf(file));
  const patterns = patternsOf(config);
  const tags = new TagRegistry();
  const categories = new CategoryTree();
  return {
    flavour: flavourOfBlog(layout.flavour, [...sorted.posts, ...sorted.sections]),
    base: patterns.base,
    siteUrl: config.site?.url ?? null,
    problems,
    defaultLanguage: defaultLanguageOf(config, ofContent),
    languageOf,
    categoryFolders: (path) => (layout.flavour === 'jekyll' ? layout.foldersAbovePosts(path) : []),
    ignoredTags: collectionTags(sorted.posts, problems),
    authors: new AuthorRegistry(await readAuthorSources(folder, sorted.authors, problems)),
    tags,
    categories,
    declared: await readDeclared(folder, sorted.terms, tags, categories, problems),
    images: new ImageFinder(folder),
    patterns,
  };
}

async function readResources({ sorted }: ReadFiles, workshop: Workshop): Promise<ResourceRecord[]> {
  const context = { ...workshop, pattern: workshop.patterns.resource, slugs: new UniqueNames() };
  const records: ResourceRecord[] = [];
  for (const document of sorted.resources) {
    const { languageOf, defaultLanguage } = workshop;
    const name = postName(document.file, (path) => languageOf(path).base);
    const language = languageOf(document.file).language ?? defaultLanguage;
    const record = await resourceRecord({ document, name, language }, context);
    if (record) records.push(record);
  }
  return records;
}

function seriesOf(
  posts: readonly AddressedPost[],
  index: PostIndex,
  workshop: Workshop,
): BlogRecord['series'] {
  const { declared, defaultLanguage, patterns, problems } = workshop;
  return seriesRecords({
    declared: declared.series,
    posts: posts.map((post) => ({ ...post, date: post.publishedAt, mentions: post.series })),
    index,
    defaultLanguage,
    pattern: patterns.series,
    problems,
  });
}

async function redirectsOf(
  { folder, sorted, layout, problems }: ReadFiles,
  posts: readonly AddressedPost[],
  resources: readonly ResourceRecord[],
  index: PostIndex,
  workshop: Workshop,
): Promise<BlogRecord['redirects']> {
  const { siteUrl, defaultLanguage, declared } = workshop;
  const written = [
    ...fileRedirects(sorted.redirects, layout, workshop),
    ...declared.redirects,
    ...(await netlifyRedirects(folder, problems)),
  ];
  const taken = new Set([
    ...posts.flatMap(({ path, aliases }) => [path, ...aliases]),
    ...resources.map(({ path }) => path),
  ]);
  return redirectRecords(written, { index, taken, siteUrl, defaultLanguage, problems });
}
