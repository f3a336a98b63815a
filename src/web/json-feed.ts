import { modified } from './feed.ts';
import type { Feed, FeedItem } from './feed.ts';

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). What is absent is left out. */
export function writeJsonFeed(feed: Feed): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title.toWellFormed(),
    home_page_url: feed.pageUrl,
    feed_url: feed.selfUrl,
    description: feed.description?.toWellFormed(),
    language: feed.language,
    items: feed.items.map(item),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function item(post: FeedItem) {
  return {
    id: post.id,
    url: post.url,
    title: post.title.toWellFormed(),
    // One of the two must be there.
    ...(post.html === null ? { content_text: post.summary ?? '' } : { content_html: post.html }),
    summary: post.summary?.toWellFormed(),
    image: post.image?.url,
    date_published: post.published?.toISOString(),
    date_modified: modified(post) ?? undefined,
    authors: post.authors.length === 0 ? undefined : post.authors.map(({ name, url }) => ({ name, url })),
    tags: post.categories.length === 0 ? undefined : [...new Set(post.categories.map(({ name }) => name))],
    language: post.language,
  };
}
