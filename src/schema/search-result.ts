import { builder } from '../builder.ts';
import { Author } from './author.ts';
import { Category } from './category.ts';
import { nodeReads } from './node-reads.ts';
import { Post } from './post.ts';
import { Resource } from './resource.ts';
import { Series } from './series.ts';
import { Tag } from './tag.ts';

export const SearchResult = builder.unionType('SearchResult', {
  description: 'What a search can find. Every member is a Node.',
  types: [Post, Series, Author, Tag, Category, Resource],
});

/** What reads a result's row, by its type in the index. */
export const resultReads = {
  POST: nodeReads.Post,
  SERIES: nodeReads.Series,
  AUTHOR: nodeReads.Author,
  TAG: nodeReads.Tag,
  CATEGORY: nodeReads.Category,
  RESOURCE: nodeReads.Resource,
};

const kinds = {
  POST: { description: 'A post.' },
  SERIES: { description: 'A series.' },
  AUTHOR: { description: 'An author.' },
  TAG: { description: 'A tag.' },
  CATEGORY: { description: 'A category.' },
  WEBINAR: { description: 'A resource: a webinar.' },
  VIDEO: { description: 'A resource: a video.' },
  EBOOK: { description: 'A resource: an e-book.' },
  REPORT: { description: 'A resource: a report.' },
  DEMO: { description: 'A resource: a demo.' },
  CUSTOMER_STORY: { description: 'A resource: a customer story.' },
  EVENT: { description: 'A resource: an event.' },
};

export const SearchKind = builder.enumType('SearchKind', {
  description: 'What a search result is; of resources, their kind.',
  values: kinds,
});

export function isSearchKind(kind: string): kind is typeof SearchKind.$inferType {
  return Object.hasOwn(kinds, kind);
}
