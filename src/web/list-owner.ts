import { authorById } from '../loaders/authors.ts';
import { categoryById } from '../loaders/categories.ts';
import { load } from '../loaders/loader.ts';
import type { PathTarget } from '../loaders/path-targets.ts';
import type { PostListRequest } from '../loaders/post-list.ts';
import { postsByAuthor, postsByCategoryTree, postsBySeries, postsByTag } from '../loaders/post-list.ts';
import type { ReadScope } from '../loaders/scope.ts';
import { seriesById } from '../loaders/series.ts';
import { tagById } from '../loaders/tags.ts';
import type { Post } from '../generated/prisma/client.ts';

/** What has a list of posts: a tag, an author, a category or a series. */
export interface ListOwner {
  readonly type: ListOwnerType;
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly description: string | null;
  /** Null when it is of all languages. */
  readonly language: string | null;
}

export type ListOwnerType = 'Tag' | 'Author' | 'Category' | 'Series';

const lists = {
  Tag: postsByTag,
  Author: postsByAuthor,
  Category: postsByCategoryTree,
  Series: postsBySeries,
};

export function hasList(target: PathTarget): target is PathTarget & { readonly type: ListOwnerType } {
  return Object.hasOwn(lists, target.type);
}

/** What stands at a path, when it has a list of posts. */
export async function loadListOwner(scope: ReadScope, target: PathTarget): Promise<ListOwner | null> {
  if (!hasList(target)) return null;
  const { type, id } = target;
  switch (type) {
    case 'Tag':
      return owner(type, await load(scope, tagById, id));
    case 'Category':
      return owner(type, await load(scope, categoryById, id));
    case 'Author': {
      const row = await load(scope, authorById, id);
      return owner(type, row && { ...row, description: row.bio });
    }
    case 'Series': {
      const row = await load(scope, seriesById, id);
      return owner(type, row && { ...row, name: row.title });
    }
  }
}

interface OwnerRow {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly description: string | null;
  readonly language?: string;
}

function owner(type: ListOwnerType, row: OwnerRow | null): ListOwner | null {
  if (row === null) return null;
  const { id, path, name, description, language = null } = row;
  return { type, id, path, name, description, language };
}

/** Its posts, as the graph lists them: those of a category with what is filed below it. */
export async function loadOwnedPosts(
  scope: ReadScope,
  { type, id }: ListOwner,
  request: PostListRequest,
): Promise<readonly Post[]> {
  const { rows } = await load(scope, lists[type].pages, { owner: id, request });
  return rows;
}
