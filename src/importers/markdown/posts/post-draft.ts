import type { Json } from '../../../domain/blog-record.ts';
import type { SourceDocument } from '../document.ts';
import type { SeriesMention } from '../series/series-mentions.ts';

/** A post with everything its own file says, before it is compared with the others. */
export interface PostDraft {
  readonly document: SourceDocument;
  /** The file's path: its identity within the blog. */
  readonly key: string;
  readonly language: string;
  /** The path that its translations share. */
  readonly base: string;
  readonly title: string;
  readonly body: string;
  readonly wanted: 'draft' | 'published';
  readonly publishedAt: Date | null;
  readonly updatedAt: Date | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly series: readonly SeriesMention[];
  readonly address: WrittenAddress;
  /** Values to be kept beside what no field holds, such as a byline that names more than people. */
  readonly notes: Readonly<Record<string, Json>>;
}

/** What a post says of its own address. */
export interface WrittenAddress {
  /** A site path, from `permalink`, `url`, `path` or a slug with slashes; null to follow the site's pattern. */
  readonly path: string | null;
  readonly slug: string;
  /** The slug that the file's name makes, where the front matter says another. */
  readonly fileSlug: string;
  /** The slug was written, not made of the file's name. */
  readonly explicit: boolean;
}

/** A post with an address that no other post has. */
export interface AddressedPost extends PostDraft {
  readonly slug: string;
  readonly path: string;
  readonly aliases: readonly string[];
}
