import type { AuthorRecord, CategoryRecord, ImageRecord, TagRecord } from '../domain/blog-record.ts';
import { sortKey } from '../domain/sort-key.ts';
import type { EntityType } from '../generated/prisma/client.ts';
import { imageId } from './image-address.ts';
import type { ById, StoredBlog, StoredTerm } from './stored-blog.ts';
import type { Row } from './upsert-rows.ts';

/** What tags, categories and authors differ in; the rest of writing them is the same. */
export interface TermKind<R> {
  readonly type: EntityType;
  readonly table: 'Tag' | 'Category' | 'Author';
  readonly report: 'tags' | 'categories' | 'authors';
  /** Tables that may hold a term, and the columns of holder and term. */
  readonly uses: readonly { readonly table: string; readonly holder: string; readonly term: string }[];
  readonly stored: (blog: StoredBlog) => ById<StoredTerm>;
  /** What posts call it. */
  readonly key: (record: R) => string;
  /** What it is known by among all sources, which share a term of one name: its slug, or tree path. */
  readonly name: (record: R) => string;
  readonly image: (record: R) => ImageRecord | null;
  /** Key of the record that must go in before it. */
  readonly parent: (record: R) => string | null;
  /** The columns that the record says; `idOf` knows the terms written before, by key. */
  readonly row: (record: R, idOf: (key: string) => string | undefined) => Row;
}

/** A record that a term is made of. */
export interface TermRecord {
  readonly slug: string;
  readonly path: string;
  readonly name: string;
  readonly declared: boolean;
}

const naming = ({ slug, path, name, declared }: TermRecord): Row => ({
  slug,
  path,
  name,
  sortName: sortKey(name),
  declared,
});

export const tagKind: TermKind<TagRecord> = {
  type: 'TAG',
  table: 'Tag',
  report: 'tags',
  uses: [
    { table: 'PostTag', holder: 'postId', term: 'tagId' },
    { table: 'ResourceTag', holder: 'resourceId', term: 'tagId' },
  ],
  stored: (blog) => blog.tags,
  key: (tag) => tag.slug,
  name: (tag) => tag.slug,
  image: () => null,
  parent: () => null,
  row: (tag) => ({ ...naming(tag), description: tag.description }),
};

export const categoryKind: TermKind<CategoryRecord> = {
  type: 'CATEGORY',
  table: 'Category',
  report: 'categories',
  uses: [{ table: 'PostCategory', holder: 'postId', term: 'categoryId' }],
  stored: (blog) => blog.categories,
  key: (category) => category.treePath,
  name: (category) => category.treePath,
  image: () => null,
  parent: (category) => parentPath(category.treePath),
  row: (category, idOf) => ({
    ...naming(category),
    treePath: category.treePath,
    description: category.description,
    parentId: idOf(parentPath(category.treePath) ?? '') ?? null,
  }),
};

export const authorKind: TermKind<AuthorRecord> = {
  type: 'AUTHOR',
  table: 'Author',
  report: 'authors',
  uses: [
    { table: 'PostAuthor', holder: 'postId', term: 'authorId' },
    { table: 'ResourceSpeaker', holder: 'resourceId', term: 'authorId' },
  ],
  stored: (blog) => blog.authors,
  key: (author) => author.key,
  name: (author) => author.slug,
  image: (author) => author.avatar,
  parent: () => null,
  row: (author) => ({
    ...naming(author),
    kind: author.kind,
    role: author.role,
    bio: author.bio,
    url: author.url,
    avatarId: author.avatar && imageId(author.avatar),
    links: author.links,
    metadata: author.metadata,
  }),
};

/** "a" of "a/b"; null for a root. */
export function parentPath(treePath: string): string | null {
  const end = treePath.lastIndexOf('/');
  return end === -1 ? null : treePath.slice(0, end);
}
