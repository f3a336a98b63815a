import { parseDate } from '../fields/dates.ts';
import type { Fields } from '../fields/fields.ts';
import { asFlag, asText } from '../../fields/values.ts';
import { isHtml } from '../files/file-kinds.ts';
import { folderOf, nameOf, stemOf } from '../files/folder.ts';
import type { SourceDocument } from '../document.ts';
import { resourceKind } from '../resources/resource-kind.ts';
import type { Layout } from '../site/layout.ts';
import {
  authorFolders,
  isRepositoryFile,
  listingNames,
  pageFolders,
  pageNames,
  templateFolders,
  termFolders,
} from '../site/page-names.ts';
import { pathDate } from './path-parts.ts';
import { permalinkDate } from './post-dates.ts';

/** What a file is. */
export type FileRole =
  | { readonly role: 'post' | 'section' | 'author' | 'resource' | 'redirect' }
  | { readonly role: 'term'; readonly of: 'tag' | 'category' | 'series'; readonly id: string }
  | { readonly role: 'skip'; readonly why: string };

const skip = (why: string): FileRole => ({ role: 'skip', why });

/**
 * What a path alone shows: a file that is no content whatever it says. Null when its text must be read.
 * A README with front matter may be a post, so its text decides.
 */
export function roleByPath(path: string, layout: Layout): FileRole | null {
  const folders = folderOf(path).split('/');
  const content = folders.findIndex((name) => name === 'content' || name === '_posts');
  if (folders.slice(0, content < 0 ? undefined : content).some((name) => templateFolders.has(name))) {
    return skip('It stands in a folder of templates.');
  }
  const name = nameOf(path);
  if (/^_index(?:\.[\w-]+)?\.[a-z]+$/i.test(name)) return termOf(path, folders) ?? { role: 'section' };
  if (name.startsWith('_')) return skip('Its name begins with "_", so it is part of other pages.');
  if (isHtml(path) && layout.postsRootOf(path) === null)
    return skip('It is a page in HTML outside the folders for posts.');
  return null;
}

/** A page about a tag, a category or a series: `content/tags/go/_index.md`. */
function termOf(path: string, folders: readonly string[]): FileRole | null {
  const kind = termFolders.get(folders.at(-2) ?? '');
  if (folders.at(-2) === 'authors') return { role: 'author' };
  return kind === undefined ? null : { role: 'term', of: kind, id: nameOf(folderOf(path)) };
}

/**
 * What a file is, by its place and its front matter. The rule: in a folder for posts everything is a post
 * but for listings; elsewhere what has a date is one, and what bears a page's name, or a page's layout, is
 * not. When no folder is named like one for posts, everything that is not clearly a page is a post.
 */
export function roleOf(document: SourceDocument, layout: Layout): FileRole {
  const { file, fields, body, format } = document;
  const isBlank = body.trim() === '';
  const isDated = hasDate(file, fields);
  if (isRepositoryFile(stemOf(file)) && !isDated && fields.peek('title') === undefined)
    return skip('It describes the repository.');
  if (isAuthorPage(document, isDated)) return { role: 'author' };
  if (asFlag(fields.peek('home')) === true && !isDated) return skip('It is a home page.');
  if (fields.peek('redirect') !== undefined && isBlank) return { role: 'redirect' };
  if (isResource(file, fields)) return { role: 'resource' };
  if (isBlank && fields.peek('title') === undefined && !isDated) return skip('It holds no text.');
  if (isHtml(file) && format === 'none') return skip('It is HTML without front matter.');
  return layout.postsRootOf(file) === null
    ? roleOutside(document, layout, isDated)
    : roleInside(file, layout, isDated);
}

function roleInside(file: string, layout: Layout, isDated: boolean): FileRole {
  const isListing = listingNames.has(bareStem(file)) && !isDated && isAtTop(file, layout);
  return isListing ? skip('It is a listing or a page, by its name, and has no date.') : { role: 'post' };
}

/** An `index.md` deeper down is a post with a folder of its own. */
function isAtTop(file: string, layout: Layout): boolean {
  const folder = folderOf(file);
  return folder === layout.postsRootOf(file) || bareStem(file) !== 'index';
}

/** The name of a file without extension and language. */
function bareStem(file: string): string {
  return stemOf(file)
    .toLowerCase()
    .replace(/\.[a-z]{2}(?:-[a-z]{2,4})?$/, '');
}

function roleOutside({ file, fields, format }: SourceDocument, layout: Layout, isDated: boolean): FileRole {
  if (layout.isBesideStrictFolder(file)) return skip('It is a page: it stands outside the folder _posts.');
  const folders = folderOf(file).toLowerCase().split('/');
  const name = bareStem(file) === 'index' ? (folders.at(-1) ?? '') : bareStem(file);
  if (pageNames.has(name) && !(isDated && !layout.hasPostFolders)) return skip('It is a page, by its name.');
  if (/^pages?$/i.test(asText(fields.peek('layout')) ?? '')) return skip('It is a page, by its layout.');
  if (asFlag(fields.peek('hidden')) === true && !isDated) return skip('It is a page kept out of lists.');
  if (!layout.hasPostFolders) return roleAnywhere(folders, isDated && format !== 'header');
  if (folders.some((folder) => pageFolders.has(folder))) return skip('It stands in a folder of pages.');
  return isDated ? { role: 'post' } : skip('It stands outside the folders for posts and has no date.');
}

/** Where no folder is for posts; Pelican takes nothing in a folder of pages for one, dated or not. */
function roleAnywhere(folders: readonly string[], isDated: boolean): FileRole {
  const isPage = folders.some((folder) => /^_?pages?$/.test(folder));
  return isPage && !isDated ? skip('It stands in a folder of pages.') : { role: 'post' };
}

function hasDate(file: string, fields: Fields): boolean {
  const written = [fields.peek('date'), fields.peek('published')].some((value) => parseDate(value) !== null);
  return written || pathDate(file) !== null || permalinkDate(fields) !== null;
}

function isAuthorPage({ file, fields, data }: SourceDocument, isDated: boolean): boolean {
  const parent = folderOf(file);
  const folder = nameOf(bareStem(file) === 'index' ? folderOf(parent) : parent).toLowerCase();
  const isNamed = data['name'] !== undefined || fields.peek('title') !== undefined;
  return authorFolders.has(folder) && isNamed && !isDated;
}

function isResource(file: string, fields: Fields): boolean {
  const kind = resourceKind(asText(fields.peek('kind')) ?? '');
  return (
    kind !== null || (/(?:^|\/)resources\//.test(folderOf(file) + '/') && fields.peek('kind') !== undefined)
  );
}
