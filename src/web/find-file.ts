import type { Post } from '../generated/prisma/client.ts';
import { isSitePath } from '../domain/address.ts';
import { loadWantedLanguages } from '../loaders/languages.ts';
import { load } from '../loaders/loader.ts';
import { postByOldSlug } from '../loaders/old-slugs.ts';
import { postById, postByPath } from '../loaders/posts.ts';
import type { ReadScope } from '../loaders/scope.ts';
import { loadWrittenUrl } from '../loaders/site.ts';
import { loadBySlug, loadInLanguages } from '../loaders/translations.ts';
import type { ListOwner } from './list-owner.ts';
import { loadListOwner } from './list-owner.ts';
import { besidePath, findTarget } from './find-target.ts';
import type { Found } from './find-target.ts';
import { postFilePath } from './post-files.ts';
import type { PageAnswer } from './web-page.ts';
import { gone, missing } from './web-page.ts';

/** Which file an address asks for. */
export interface FilePlace {
  /** The page whose file it is, as it was sent. */
  readonly path: string;
  /** The slug, when it stands under /posts; else null. */
  readonly slug: string | null;
  /** ".md", ".html" or ".json". */
  readonly suffix: string;
  readonly language: string | null;
  /** The query as it was sent. */
  readonly search: string;
}

/** What an address is a file of. */
export type FoundFile =
  | { readonly kind: 'post'; readonly post: Post }
  /** As Markdown only. */
  | { readonly kind: 'list'; readonly owner: ListOwner }
  /** What is to be answered instead: what is hidden is missing, what moved is elsewhere. */
  | { readonly kind: 'none'; readonly answer: PageAnswer };

/** Finds what stands at an address: a post by its slug, else what has its page there, else what had. */
export async function findFile(scope: ReadScope, place: FilePlace): Promise<FoundFile> {
  const languages = await loadWantedLanguages(scope, { language: place.language });
  const bySlug = place.slug === null ? null : await loadBySlug(scope, place.slug, languages);
  if (bySlug !== null) return { kind: 'post', post: bySlug };
  const found = await findPage(scope, place);
  if (found.kind !== 'content') {
    const answer =
      found.kind === 'nothing' ? await oldSlug(scope, place) : await elsewhere(scope, found, place);
    return { kind: 'none', answer };
  }
  if (found.target.type === 'Post') {
    const post = await loadInLanguages(scope, await load(scope, postById, found.target.id), languages);
    return post === null ? { kind: 'none', answer: missing } : { kind: 'post', post };
  }
  const owner = place.suffix === '.md' ? await loadListOwner(scope, found.target) : null;
  return owner === null ? { kind: 'none', answer: missing } : { kind: 'list', owner };
}

/** The page that a file belongs to; there are sites whose pages themselves end in ".html". */
async function findPage(scope: ReadScope, { path, suffix }: FilePlace): Promise<Found> {
  const found = await findTarget(scope, path);
  return found.kind === 'nothing' && suffix === '.html' ? findTarget(scope, `${path}${suffix}`) : found;
}

/** The answer for the file of a page that moved or is gone. */
async function elsewhere(scope: ReadScope, found: Found, place: FilePlace): Promise<PageAnswer> {
  if (found.kind === 'gone') return gone;
  if (found.kind !== 'moved') return missing;
  const { suffix, search, slug } = place;
  const post = slug === null ? null : await load(scope, postByPath, found.to);
  if (post !== null) return { status: 301, location: await postFilePath(scope, post, suffix) };
  const location = isSitePath(found.to)
    ? besidePath(found.to, `${suffix}${search}`)
    : await loadWrittenUrl(scope, found.to);
  return location === null ? missing : { status: 301, location };
}

async function oldSlug(scope: ReadScope, { slug, suffix }: FilePlace): Promise<PageAnswer> {
  const old = slug === null ? null : await load(scope, postByOldSlug, slug);
  if (old === null) return missing;
  const post = old.movedTo === null ? null : await load(scope, postByPath, old.movedTo);
  return post === null ? gone : { status: 301, location: await postFilePath(scope, post, suffix) };
}
