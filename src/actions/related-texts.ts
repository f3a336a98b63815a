import { setImmediate } from 'node:timers/promises';
import type { Database } from '../db/client.ts';
import { countTerms } from '../domain/relatedness-terms.ts';
import type { CountedTerms } from '../domain/relatedness-terms.ts';
import { readToc } from '../domain/stored-toc.ts';

/** Posts whose texts are in memory at a time. */
const batchSize = 50;

/** A post and the terms of its text. */
export interface PostTerms {
  readonly id: string;
  readonly language: string;
  readonly counted: CountedTerms;
}

/**
 * Counts the terms of posts, batch by batch, in the order of the ids; a server that does it answers requests
 * in between.
 */
export async function* readTerms(db: Database, ids: readonly string[]): AsyncGenerator<PostTerms> {
  for (let start = 0; start < ids.length; start += batchSize) {
    const rows = await readTexts(db, ids.slice(start, start + batchSize));
    for (const row of rows) {
      await setImmediate();
      yield { id: row.id, language: row.language, counted: countTerms(textOf(row)) };
    }
  }
}

interface TextRow {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly description: string | null;
  readonly text: string;
  readonly toc: unknown;
  readonly topics: readonly string[];
}

function readTexts({ prisma }: Database, ids: readonly string[]): Promise<TextRow[]> {
  return prisma.$queryRaw<TextRow[]>`
    select p."id"::text, p."language", p."title", p."subtitle", p."description", b."text", b."toc",
      array(select t."name" from "PostTag" j join "Tag" t on t."id" = j."tagId" where j."postId" = p."id" order by j."position")
      || array(select c."name" from "PostCategory" j join "Category" c on c."id" = j."categoryId"
        where j."postId" = p."id" order by j."position") as "topics"
    from "Post" p join "PostBody" b on b."postId" = p."id"
    where p."id" = any(${ids}::uuid[]) order by p."id"`;
}

function textOf({ language, title, subtitle, description, text, toc, topics }: TextRow) {
  const lead = [subtitle, description].filter((line) => line !== null);
  return { language, title, lead, headings: readToc(toc).map((entry) => entry.text), topics, body: text };
}
