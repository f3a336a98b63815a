/** The graph: every file of schema/ has added its types to the builder once this one is imported. */
import { lexicographicSortSchema, printSchema } from 'graphql';
import { builder } from './builder.ts';
import './schema/body-section.ts';
import './schema/breadcrumb.ts';
import './schema/category.ts';
import './schema/node.ts';
import './schema/path-target.ts';
import './schema/post-content.ts';
import './schema/post-links.ts';
import './schema/post-languages.ts';
import './schema/post-lists.ts';
import './schema/post-neighbours.ts';
import './schema/post-taxonomy.ts';
import './schema/related-posts.ts';
import './schema/resource-lists.ts';
import './schema/resource-taxonomy.ts';
import './schema/seo-fields.ts';
import './schema/search.ts';
import './schema/series-part.ts';
import './schema/shared-terms.ts';
import './schema/site.ts';
import './schema/site-permalinks.ts';
import './schema/topic-lists.ts';

export const schema = builder.toSchema();

/** The contract with clients as SDL, in a stable order: what schema.graphql holds. */
export function printContract(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
