/** A feed before it is written in one of its formats. Times are instants, texts plain, addresses absolute. */
export interface Feed {
  /** Stays the same while the site stays where it is. */
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  /** BCP 47: of all items when one was asked for, else of the site. */
  readonly language: string;
  /** The page that the feed is of. */
  readonly pageUrl: string;
  /** The feed itself. */
  readonly selfUrl: string;
  readonly siteName: string;
  readonly siteUrl: string;
  /** The same feed in its other formats. */
  readonly others: readonly { readonly type: string; readonly url: string }[];
  /** When the newest change to one of its items was; null when it has none. */
  readonly updated: Date | null;
  readonly items: readonly FeedItem[];
}

/** A post in a feed. */
export interface FeedItem {
  /** Stays the same when the post's slug or path changes. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly language: string;
  readonly summary: string | null;
  /** Sanitised, with absolute addresses; null when it was too much for one answer. */
  readonly html: string | null;
  /** Null when it has no date. */
  readonly published: Date | null;
  readonly updated: Date;
  readonly authors: readonly FeedAuthor[];
  readonly categories: readonly FeedCategory[];
  readonly image: FeedImage | null;
}

export interface FeedAuthor {
  readonly name: string;
  readonly url: string;
}

/** A category or a tag. */
export interface FeedCategory {
  readonly term: string;
  readonly name: string;
}

export interface FeedImage {
  readonly url: string;
  /** Media type; null when not known. */
  readonly type: string | null;
  /** Bytes; null when not known. */
  readonly length: number | null;
}

/** When a post was changed after it came out, as RFC 3339 writes it; null when it was not. */
export function modified({ published, updated }: FeedItem): string | null {
  return published !== null && updated > published ? updated.toISOString() : null;
}
