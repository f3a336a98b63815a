import type {
  AuthorEntry,
  CategoryEntry,
  ImageEntry,
  PostEntry,
  RedirectEntry,
  ResourceEntry,
  SeriesEntry,
  SiteEntry,
  TagEntry,
} from '../../domain/archive/entries.ts';

/** An entry with a text, which may lie in its file until it is asked for. */
export interface WithText<E> {
  readonly entry: E;
  /** Where it stands, for problems. */
  readonly file: string;
  readonly markdown: string;
}

/** All that an export holds, as its files say it. */
export interface ArchivedBlog {
  readonly site: SiteEntry | null;
  readonly authors: readonly AuthorEntry[];
  readonly tags: readonly TagEntry[];
  readonly categories: readonly CategoryEntry[];
  readonly series: readonly SeriesEntry[];
  readonly redirects: readonly RedirectEntry[];
  readonly images: readonly ImageEntry[];
  readonly posts: readonly WithText<PostEntry>[];
  readonly resources: readonly WithText<ResourceEntry>[];
  /** A part could not be read. */
  readonly incomplete: boolean;
}
