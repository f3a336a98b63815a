import { readFileSync } from 'node:fs';
import { execute, parse, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import type { StartTab } from './page.ts';

const read = (name: string): string =>
  readFileSync(new URL(`documents/${name}.graphql`, import.meta.url), 'utf8');

/** The documents that stand ready in GraphiQL, and whose slug each wants. */
const documents = [
  { text: read('article-page'), about: 'post' },
  { text: read('series'), about: 'series' },
  { text: read('tag-page'), about: 'tag' },
  { text: read('related-posts'), about: 'post' },
  { text: read('search'), about: 'tag' },
] as const;

const startPoints = parse(read('start-points'));

const slugs = z.object({ nodes: z.array(z.object({ slug: z.string() })) });

const answer = z.object({
  posts: slugs,
  tags: slugs,
  seriesList: z.object({
    nodes: z.array(
      z.object({
        slug: z.string(),
        parts: z.array(z.object({ post: z.object({ slug: z.string() }).nullable() })),
      }),
    ),
  }),
});

/**
 * The tabs of GraphiQL, with slugs of what is stored now: a series with a part to come if there is one, an
 * article of it, and the tag with most posts.
 */
export async function loadStartTabs(
  schema: GraphQLSchema,
  contextValue: object,
): Promise<readonly StartTab[]> {
  const { data } = await execute({ schema, document: startPoints, contextValue });
  const found = answer.safeParse(data);
  const about = found.success ? choose(found.data) : { post: '', series: '', tag: '' };
  // As the variable's default: GraphiQL does not show the variables of a first tab.
  return documents.map((document) => ({
    query: document.text.replace('"SLUG"', () => JSON.stringify(about[document.about])),
  }));
}

function choose({ posts, tags, seriesList }: z.output<typeof answer>) {
  const [first] = seriesList.nodes;
  const series = seriesList.nodes.find(({ parts }) => parts.some(({ post }) => post === null)) ?? first;
  const article = series?.parts.findLast(({ post }) => post !== null)?.post ?? posts.nodes[0];
  return { post: article?.slug ?? '', series: series?.slug ?? '', tag: tags.nodes[0]?.slug ?? '' };
}
