/** What a feed says, whichever format says it. Addresses are absolute where the feed says from where. */

export interface ParsedFeed {
  readonly format: 'rss' | 'atom' | 'json';
  /** As the format counts: "2.0", "1.0"; '' when the feed does not say. */
  readonly version: string;
  readonly id: string | null;
  readonly title: FeedText | null;
  readonly description: FeedText | null;
  readonly links: readonly FeedLink[];
  /** The page that the feed is of. */
  readonly link: string | null;
  /** The feed's own address. */
  readonly feedLink: string | null;
  /** Where older items are (JSON Feed, RFC 5005). */
  readonly nextLink: string | null;
  readonly language: string | null;
  readonly published: FeedDate | null;
  readonly updated: FeedDate | null;
  readonly authors: readonly FeedPerson[];
  readonly contributors: readonly FeedPerson[];
  readonly categories: readonly FeedCategory[];
  readonly image: FeedImage | null;
  readonly copyright: FeedText | null;
  readonly generator: string | null;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  readonly id: string | null;
  readonly title: FeedText | null;
  /** A summary, or in RSS often the whole text. */
  readonly description: FeedText | null;
  /** The whole text, where the feed has it apart. */
  readonly content: FeedText | null;
  readonly links: readonly FeedLink[];
  readonly link: string | null;
  readonly language: string | null;
  readonly published: FeedDate | null;
  readonly updated: FeedDate | null;
  readonly authors: readonly FeedPerson[];
  readonly contributors: readonly FeedPerson[];
  readonly categories: readonly FeedCategory[];
  readonly image: FeedImage | null;
  readonly enclosures: readonly FeedEnclosure[];
  readonly copyright: FeedText | null;
  /** Where an aggregator took it from. */
  readonly source: {
    readonly title: string | null;
    readonly link: string | null;
    readonly authors: readonly FeedPerson[];
  } | null;
  readonly comments: string | null;
  /** Of a podcast's episode, as it is written: "01:02:03" or seconds. */
  readonly duration: string | null;
  /** Where it begins, counted from 1; null in JSON. */
  readonly line: number | null;
  /** The file does not break off within it. */
  readonly complete: boolean;
}

export interface FeedText {
  /** RSS does not say: what it holds is read as HTML. */
  readonly kind: 'text' | 'html';
  readonly value: string;
  /** What relative addresses in it are relative to; null: the feed does not say. */
  readonly base: string | null;
}

export interface FeedLink {
  readonly href: string;
  /** "alternate" where nothing is said. */
  readonly rel: string;
  readonly type: string | null;
  readonly title: string | null;
  readonly length: string | null;
  readonly hreflang: string | null;
}

export interface FeedDate {
  readonly text: string;
  /** Null: it is none. */
  readonly date: Date | null;
}

export interface FeedPerson {
  readonly name: string | null;
  /** Read so that it is not taken for a name; nobody keeps it. */
  readonly email: string | null;
  readonly url: string | null;
  readonly avatar: string | null;
}

export interface FeedCategory {
  readonly term: string;
  readonly label: string | null;
  readonly scheme: string | null;
}

export interface FeedImage {
  readonly url: string;
  readonly title: string | null;
  readonly width: number | null;
  readonly height: number | null;
  /** Nobody calls it the picture of the item: it is the first one of its text. */
  readonly inText: boolean;
}

export interface FeedEnclosure {
  readonly url: string;
  readonly type: string | null;
  /** Bytes, as written. */
  readonly length: string | null;
  readonly title: string | null;
}
