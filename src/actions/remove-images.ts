import { writeContent } from '../db/change-log.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { ImportRun } from './import-run.ts';

/** Addresses of our files in HTML; `image-address.ts` makes them of these characters only. */
const media = Prisma.sql`'/media/[0-9a-f]{16}/[A-Za-z0-9._-]+'`;

/** With `prune`, removes the images that nothing shows any more. Nobody saw them: no change is logged. */
export async function removeImages(run: ImportRun): Promise<void> {
  if (!run.prune || run.dryRun) return;
  await writeContent(run.db, run.now, async (tx) => {
    await tx.prisma.$executeRaw`
      with shown as (
        select (regexp_matches("html", ${media}, 'g'))[1] as src from "PostBody" where "html" like '%/media/%'
        union select (regexp_matches("html", ${media}, 'g'))[1] from "Resource" where "html" like '%/media/%'
      )
      delete from "Image" i
      where not exists (select 1 from shown s where s.src = i."src")
        and not exists (select 1 from "Post" p where i."id" in (p."coverImageId", p."shareImageId"))
        and not exists (select 1 from "Author" a where a."avatarId" = i."id")
        and not exists (select 1 from "Resource" r where r."imageId" = i."id")`;
  });
}
