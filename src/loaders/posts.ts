import { textsSql } from '../db/parameters.ts';
import { named } from '../db/read-rows.ts';
import { visiblePost } from '../db/visible.ts';
import { sightOf } from '../domain/visibility.ts';
import type { Post, PostBody } from '../generated/prisma/client.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { defineLoader } from './loader.ts';
import { defineLookup, defineRowsOf } from './lookup.ts';
import { read } from './read.ts';

const table = { table: 'Post', visible: visiblePost };

export const postById = defineLookup<Post>({ ...table, name: 'postById', column: 'id' });
export const postByPath = defineLookup<Post>({ ...table, name: 'postByPath', column: 'path' });

/** Slugs are unique within a language. */
export interface PostSlug {
  readonly slug: string;
  /** BCP 47; null: the site's default language if there is such a post, else the first language that has one. */
  readonly language: string | null;
}

export const postBySlug = defineLoader<PostSlug, Post | null>(
  async (keys, scope) => {
    const rows = await read<Post>(
      scope,
      named(
        'postBySlug',
        Prisma.sql`select x.* from "Post" x left join "Site" w on w."defaultLanguage" = x."language"
where x."slug" = any(${textsSql(keys.map(({ slug }) => slug))}) and ${visiblePost(sightOf(scope.viewer), 'x')}
order by w."id" is null, x."language", x."id"`,
      ),
    );
    return keys.map(
      ({ slug, language }) =>
        rows.find((row) => row.slug === slug && (language === null || row.language === language)) ?? null,
    );
  },
  ({ slug, language }) => JSON.stringify([slug, language]),
);

/** The body of a post that the caller may see. */
export const bodiesByPost = defineRowsOf<PostBody>(
  'bodyByPost',
  (owners) =>
    Prisma.sql`select b."postId" as "ofOwner", b.* from "PostBody" b where b."postId" = any(${owners})`,
);

/** Of the body only what a feed shows: the other forms are as long again. */
export const htmlByPost = defineRowsOf<Pick<PostBody, 'html'>>(
  'htmlByPost',
  (owners) =>
    Prisma.sql`select b."postId" as "ofOwner", b."html" from "PostBody" b where b."postId" = any(${owners})`,
);
