import { textsSql } from '../db/parameters.ts';
import { named } from '../db/read-rows.ts';
import { visiblePost, visibleRedirect } from '../db/visible.ts';
import { sightOf } from '../domain/visibility.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { defineLoader } from './loader.ts';
import { read } from './read.ts';

/** What became of a post that had a slug: the path where it is now, or null when it was removed. */
export interface OldSlug {
  readonly movedTo: string | null;
}

interface OldSlugRow extends OldSlug {
  readonly slug: string;
}

/**
 * Posts by a slug they had: what the last part of an old path says. A removed path counts when the log says
 * that a post was there, for tags and series leave such traces too. Null when no post is known to have had it.
 */
export const postByOldSlug = defineLoader<string, OldSlug | null>(async (slugs, scope) => {
  const sight = sightOf(scope.viewer);
  const names = textsSql(slugs.flatMap((slug) => [slug, `${slug}.html`]));
  const rows = await read<OldSlugRow>(
    scope,
    named(
      'postByOldSlug',
      Prisma.sql`select regexp_replace(split_part(m."path", '/', -1), '\\.html$', '') as "slug", p."path" as "movedTo"
from "Redirect" m left join "Post" p on (p."id" = m."postId" or p."path" = m."target") and ${visiblePost(sight, 'p')}
where split_part(m."path", '/', -1) = any(${names}) and ${visibleRedirect(sight, 'm')} and (p."id" is not null
  or (m."kind" = 'GONE' and exists (select 1 from "Change" c where c."entityType" = 'POST' and c."path" = m."path")))
order by p."id" is null, p."sortDate" desc, m."path"`,
    ),
  );
  return slugs.map((slug) => rows.find((row) => row.slug === slug) ?? null);
});
