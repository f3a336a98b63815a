import type { ParsedFeed } from '../../../src/importers/feeds/parse/parsed-feed.ts';
import type { Shape } from './gofeed-extensions.ts';

/** Of `parser/json`: JSON Feed's own fields. */
export function jsonShape(feed: ParsedFeed, written: Shape): Shape {
  const list = Array.isArray(written['items']) ? (written['items'] as Shape[]) : [];
  return {
    ...written,
    version: feed.version,
    title: feed.title?.value,
    home_page_url: feed.link,
    feed_url: feed.feedLink,
    next_url: feed.nextLink,
    description: feed.description?.value,
    items: feed.items.map((item, at) => ({
      ...list[at],
      id: item.id,
      title: item.title?.value,
      url: item.links[0]?.href,
      summary: item.description?.value,
      date_published: item.published?.text,
      date_modified: item.updated?.text,
      image: item.image?.url,
      tags: item.categories.map(({ term }) => term),
    })),
  };
}
