import { textsSql } from '../db/parameters.ts';
import { named } from '../db/read-rows.ts';
import {
  visibleAuthor,
  visibleCategory,
  visiblePost,
  visibleRedirect,
  visibleResource,
  visibleSeries,
  visibleTag,
} from '../db/visible.ts';
import type { Sight } from '../domain/visibility.ts';
import { sightOf } from '../domain/visibility.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { defineLoader } from './loader.ts';
import { read } from './read.ts';

/** What stands at a path: a type of the graph and the key of its row. */
export interface PathTarget {
  readonly type: 'Post' | 'Series' | 'Tag' | 'Category' | 'Author' | 'Resource' | 'Redirect' | 'Gone';
  readonly id: string;
}

interface TargetRow extends PathTarget {
  readonly path: string;
}

/** What stands at a site path, as it is stored; content comes before a redirect of the same path. */
export const targetByPath = defineLoader<string, PathTarget | null>(async (paths, scope) => {
  const rows = await read<TargetRow>(
    scope,
    named('targetByPath', targetSql(textsSql(paths), sightOf(scope.viewer))),
  );
  const byPath = new Map(rows.toReversed().map((row) => [row.path, row]));
  return paths.map((path) => byPath.get(path) ?? null);
});

function targetSql(paths: Prisma.Sql, sight: Sight): Prisma.Sql {
  return Prisma.sql`select 1 as "rank", 'Post' as "type", p."path", p."id"::text as "id" from "Post" p
where p."path" = any(${paths}) and ${visiblePost(sight, 'p')}
union all select 2, 'Series', s."path", s."id"::text from "Series" s
where s."path" = any(${paths}) and ${visibleSeries(sight, 's')}
union all select 3, 'Category', c."path", c."id"::text from "Category" c
where c."path" = any(${paths}) and ${visibleCategory(sight, 'c')}
union all select 4, 'Tag', t."path", t."id"::text from "Tag" t
where t."path" = any(${paths}) and ${visibleTag(sight, 't')}
union all select 5, 'Author', a."path", a."id"::text from "Author" a
where a."path" = any(${paths}) and ${visibleAuthor(sight, 'a')}
union all select 6, 'Resource', r."path", r."id"::text from "Resource" r
where r."path" = any(${paths}) and ${visibleResource(sight, 'r')}
union all select 7, case when m."kind" = 'GONE' then 'Gone' else 'Redirect' end, m."path", m."path" from "Redirect" m
where m."path" = any(${paths}) and ${visibleRedirect(sight, 'm')}
order by "rank"`;
}
