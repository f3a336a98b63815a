import { authorById } from '../loaders/authors.ts';
import { categoryById } from '../loaders/categories.ts';
import type { Loader } from '../loaders/loader.ts';
import { load } from '../loaders/loader.ts';
import { postById } from '../loaders/posts.ts';
import { redirectByPath } from '../loaders/redirects.ts';
import { resourceById } from '../loaders/resources.ts';
import type { ReadScope } from '../loaders/scope.ts';
import { seriesById } from '../loaders/series.ts';
import { partById } from '../loaders/series-parts.ts';
import { loadSite } from '../loaders/site.ts';
import { tagById } from '../loaders/tags.ts';
import { Author } from './author.ts';
import { Category } from './category.ts';
import { Post } from './post.ts';
import { Gone, Redirect } from './redirect.ts';
import { Resource } from './resource.ts';
import { Series } from './series.ts';
import { SeriesPart } from './series-part.ts';
import { Site } from './site.ts';
import { Tag } from './tag.ts';

/**
 * What reads each type by its key, as a row that says its type: for fields whose type is an interface or
 * a union. All go through the loaders, so a row that is hidden is null here too.
 */
export const nodeReads = {
  Author: branded(authorById, (row) => Author.addBrand(row)),
  Category: branded(categoryById, (row) => Category.addBrand(row)),
  Gone: branded(redirectByPath, (row) => (row.kind === 'GONE' ? Gone.addBrand(row) : null)),
  Post: branded(postById, (row) => Post.addBrand(row)),
  Redirect: branded(redirectByPath, (row) => (row.kind === 'MOVED' ? Redirect.addBrand(row) : null)),
  Resource: branded(resourceById, (row) => Resource.addBrand(row)),
  Series: branded(seriesById, (row) => Series.addBrand(row)),
  SeriesPart: branded(partById, (row) => SeriesPart.addBrand(row)),
  Site: async (scope: ReadScope) => Site.addBrand(await loadSite(scope)),
  Tag: branded(tagById, (row) => Tag.addBrand(row)),
};

/** The types that have ids. */
export type NodeType = keyof typeof nodeReads;

export function isNodeType(typename: string): typename is NodeType {
  return Object.hasOwn(nodeReads, typename);
}

function branded<Row, Branded>(loader: Loader<string, Row | null>, brand: (row: Row) => Branded) {
  return async (scope: ReadScope, key: string): Promise<Branded | null> => {
    const row = await load(scope, loader, key);
    return row === null ? null : brand(row);
  };
}
