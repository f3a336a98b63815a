import { labelled, readRows } from '../../db/read-rows.ts';
import { visibleAuthor, visibleCategory, visibleTag } from '../../db/visible.ts';
import type { Author, Category, Tag } from '../../generated/prisma/client.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { imageSql, sourcesSql } from './archive-scope.ts';
import type { ArchiveScope } from './archive-scope.ts';

interface Sourced {
  /** The imports that name it. */
  readonly sources: readonly string[];
}

export type ArchivedTag = Tag & Sourced;
export type ArchivedCategory = Category & Sourced;
export type ArchivedAuthor = Author & Sourced & { readonly avatar: string | null };

/** By slug. */
export function archivedTags({ db, sight }: ArchiveScope): Promise<ArchivedTag[]> {
  const sql = Prisma.sql`select t.*, ${sourcesSql('TAG', 't')} as "sources" from "Tag" t
where ${visibleTag(sight, 't')} order by t."slug" collate "C"`;
  return readRows(db, labelled('archivedTags', sql));
}

/** Those above stand before those below. */
export function archivedCategories({ db, sight }: ArchiveScope): Promise<ArchivedCategory[]> {
  const sql = Prisma.sql`select c.*, ${sourcesSql('CATEGORY', 'c')} as "sources" from "Category" c
where ${visibleCategory(sight, 'c')} order by c."treePath" collate "C"`;
  return readRows(db, labelled('archivedCategories', sql));
}

/** By slug. */
export function archivedAuthors({ db, sight }: ArchiveScope): Promise<ArchivedAuthor[]> {
  const sql = Prisma.sql`select a.*, ${sourcesSql('AUTHOR', 'a')} as "sources",
  ${imageSql('a', 'avatarId')} as "avatar"
from "Author" a where ${visibleAuthor(sight, 'a')} order by a."slug" collate "C"`;
  return readRows(db, labelled('archivedAuthors', sql));
}
