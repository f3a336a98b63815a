import { InputError } from '../blog-reader.ts';
import { readSourceText } from '../files/read-source-text.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { Spool } from '../../spool/spool.ts';
import type { ForeignAuthor, ForeignBlog, ForeignPost, ForeignTerm } from '../foreign/foreign-blog.ts';
import type { ProblemList } from '../problem-list.ts';
import { ProblemTally } from '../problem-tally.ts';
import { slugify } from '../../domain/slug.ts';
import { escaped } from '../text/html-source.ts';
import { postId } from './addresses.ts';
import { readPage, type PostPage } from './post-page.ts';
import { isAnswer, isDraft, keyOf, readPost } from './post.ts';
import { author, readProfile } from './profile.ts';
import { sorts } from './sorts.ts';

export interface ReadExportOptions {
  readonly source: string | null;
  readonly problems: ProblemList;
  /** Where texts wait. */
  readonly spool: Spool;
  readonly onProgress: (done: number, total: number) => void;
}

/** A page with a post takes a hundredth of it. */
const maxPageBytes = 5_000_000;
const maxPosts = 50_000;

/**
 * The blog of an export: the pages in its folder "posts", one after the other, and whose they are.
 *
 * @throws {InputError} when there are no posts, or too many
 */
export async function readMediumExport(
  files: readonly SourceFile[],
  options: ReadExportOptions,
): Promise<ForeignBlog> {
  const pages = postFiles(files);
  if (pages.length > maxPosts)
    throw new InputError(`There are ${pages.length} posts here; at most ${maxPosts} are read.`);
  const owner = await ownerOf(files);
  const collected = new Collected(owner, new Set(pages.flatMap(({ name }) => postId(name) ?? [])), options);
  for (const [done, file] of pages.entries()) {
    options.onProgress(done, pages.length);
    await collected.read(file);
  }
  const { posts, skipped, broken } = collected;
  if (posts.length === 0 && !broken && collected.answers === 0)
    throw new InputError(
      'There are no posts of Medium here: pages in a folder "posts". Export them on Medium under Settings → Security and apps → Download your information.',
    );
  collected.tally.tell(options.problems, 'posts');
  const authors = [...collected.authors.values()];
  return {
    source: options.source ?? sourceOf(authors, owner),
    site: null,
    authors,
    tags: [...collected.tags.values()],
    categories: [],
    series: [],
    posts,
    redirects: [],
    skipped,
    ...(broken && { incomplete: true }),
  };
}

/** The pages in "posts", wherever that lies; where there is no such folder, all pages. */
function postFiles(files: readonly SourceFile[]): readonly SourceFile[] {
  const pages = files.filter(
    ({ name }) => /\.html?$/i.test(name) && !/(?:^|\/)(?:__MACOSX|\.[^/]*)\//.test(name),
  );
  const posts = pages.filter(({ name }) => /(?:^|\/)posts\/[^/]+$/i.test(name));
  const found = posts.length > 0 ? posts : pages.filter(({ name }) => !/(?:^|\/)profile\/[^/]+$/i.test(name));
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function ownerOf(files: readonly SourceFile[]): Promise<ForeignAuthor | null> {
  const file = files.find(({ name }) => /(?:^|\/)profile\/profile\.html$/i.test(name));
  const text = file && (await readSourceText(file, maxPageBytes, '').catch(() => null));
  return text == null ? null : readProfile(text);
}

function sourceOf(authors: readonly ForeignAuthor[], owner: ForeignAuthor | null): string {
  const key = owner?.key ?? (authors.length === 1 ? authors[0]?.key : undefined);
  return key === undefined ? 'medium.com' : `medium.com/@${key}`;
}

/** What was read so far. */
class Collected {
  readonly posts: ForeignPost[] = [];
  readonly skipped: { readonly file: string; readonly why: string }[] = [];
  readonly authors = new Map<string, ForeignAuthor>();
  readonly tags = new Map<string, ForeignTerm>();
  readonly tally = new ProblemTally(sorts);
  broken = false;
  answers = 0;
  readonly #owner: ForeignAuthor | null;
  readonly #known: ReadonlySet<string>;
  readonly #keys = new Set<string>();
  readonly #options: ReadExportOptions;

  constructor(owner: ForeignAuthor | null, known: ReadonlySet<string>, options: ReadExportOptions) {
    this.#owner = owner;
    this.#known = known;
    this.#options = options;
  }

  /** Reads one page; what is wrong with it is told, and stops no other. */
  async read(file: SourceFile): Promise<void> {
    try {
      const page = readPage(
        await readSourceText(
          file,
          maxPageBytes,
          'No post is so long; look at what is in it.',
          this.#options.problems,
        ),
      );
      if (page === null) this.skipped.push({ file: file.name, why: 'a page, but no post of Medium' });
      else if (page === 'deep') this.#refuse(file.name, 'its elements are nested beyond any post.');
      else this.#add(page, file.name);
    } catch (error) {
      if (!(error instanceof InputError || error instanceof RangeError)) throw error;
      this.#refuse(file.name, error instanceof InputError ? error.message : 'it is too large to be read.');
    }
  }

  #add(page: PostPage, file: string): void {
    const name = `“${(page.title ?? file).slice(0, 80)}”`;
    const key = keyOf(page, file);
    if (isAnswer(page)) {
      this.answers += 1;
      this.tally.add('response', name);
      this.skipped.push({ file, why: "an answer to somebody's text" });
    } else if (this.#keys.has(key)) this.#refuse(file, 'its number is that of another post.');
    else {
      const authors = this.#authorsOf(page);
      const tags = page.tags.map((tag) => this.#tagOf(tag));
      const { spool } = this.#options;
      this.posts.push(readPost(page, { file, authors, tags, known: this.#known, spool }));
      this.#keys.add(key);
      if (isDraft(page, file)) this.tally.add('draft', name);
    }
  }

  /** Drafts name nobody: they are of whom the export is. */
  #authorsOf({ author: written }: PostPage): readonly string[] {
    const found = written === null ? this.#owner : author(written.name, written.url);
    if (found === null) return [];
    const shown = found.key === this.#owner?.key ? this.#owner : found;
    if (!this.authors.has(found.key)) this.authors.set(found.key, shown);
    return [found.key];
  }

  #tagOf({ name, url }: PostPage['tags'][number]): string {
    const slug = /\/tag\/([^/?#]+)/.exec(url ?? '')?.[1] ?? null;
    const key = slug ?? slugify(name);
    if (!this.tags.has(key)) this.tags.set(key, { key, name: escaped(name), slug: null, description: null });
    return key;
  }

  #refuse(file: string, why: string): void {
    this.broken = true;
    this.#options.problems.error(file, null, {
      what: `This page was left out: ${why}`,
      why: 'What it holds is not known.',
      todo: 'Export again. The others went in.',
    });
  }
}
